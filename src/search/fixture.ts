import { printed, taskWith, unitWith } from '../notice/fixture.ts';
import type { NoticeData, Task, UnitEntry } from '../notice/model.ts';
import { answersOf } from './index/answers.ts';
import { slim } from './index/slim.ts';
import { soundsOf } from './index/sounds.ts';
import { wordsOf } from './index/words.ts';
import type { Synonym } from './model.ts';
import * as more from './more.ts';
import { recordsOf } from './records.ts';
import type { Library } from './search-desk.ts';

/** The authority file of the small notice for tests; 合川区政府 is not named by it. */
const authority: UnitEntry[] = [
  unitWith({
    slug: 'shi-min-zheng-ju',
    name: '市民政局',
    kind: '市政府部门',
    aliases: ['重庆市民政局', '民政局', '民政'],
  }),
  unitWith({
    slug: 'fu-ling-qu-zheng-fu',
    name: '涪陵区政府',
    kind: '区县政府',
    aliases: ['重庆市涪陵区人民政府', '涪陵区人民政府', '涪陵区', '涪陵'],
  }),
  unitWith({ slug: 'he-chuan-qu-zheng-fu', name: '合川区政府', kind: '区县政府', aliases: ['合川区', '合川'] }),
  unitWith({
    slug: 'ge-qu-xian-zheng-fu',
    name: '各区县政府',
    kind: '集合称谓',
    aliases: ['各区县'],
    covers: { kind: '区县政府', all: true },
  }),
];

const tasks: Task[] = [
  taskWith({
    id: '1-1',
    text: '公民退休一件事。',
    lead: printed('市民政局，涪陵区政府', ['shi-min-zheng-ju', 'fu-ling-qu-zheng-fu']),
    support: { status: 'open', text: null, candidates: ['——', '各区县政府'], lines: [1] },
    deadline: { ...printed('2022年10月前'), status: 'inferred', reading: { kind: 'by', date: '2022-10' } },
  }),
  taskWith({
    id: '1-2',
    text: '设置“办不成事”反映窗口，落实“1＋N”体系和“三个100％”。',
    lead: printed('各区县政府', ['ge-qu-xian-zheng-fu']),
    deadline: { status: 'open', text: null, candidates: ['2022年10月前', '持续推进'], lines: [1] },
  }),
  taskWith({ id: '2-1', section: 2, text: '关注老年人需求。', lead: printed('市民政局', ['shi-min-zheng-ju']) }),
];

const unit = (slug: string, leads: string[]) => {
  const entry = authority.find((each) => each.slug === slug);
  if (!entry) throw new Error(slug);
  return { ...entry, leads, supports: [] };
};

/** A notice of two sections and three tasks for tests. */
export const notice: NoticeData = {
  notice: {
    id: 'n-2022-1',
    title: '关于印发要点的通知',
    number: '渝府办发〔2022〕34号',
    issuer: '办公厅',
    dated: '2022-03-12',
    published: '2022-03-21',
    addressees: { text: '各区县人民政府', lines: [1, 1] },
    opening: { text: '现印发给你们。', lines: [1, 1] },
    disclosure: '此件公开发布',
    planTitle: '要点',
    preamble: { text: '制定本要点。', lines: [1, 1] },
    annexLine: { text: '附件：任务分解', lines: [1, 1] },
    annexTitle: '任务分解',
    attachment: '要点.docx',
    source: { file: 'n.txt', sha256: '', lines: 1 },
  },
  sections: [
    {
      number: 1,
      title: '办好“一件事”',
      clauses: [
        { id: '1-1', text: '新增公民退休“一件事”。', taskIds: ['1-1'], lines: [1, 1] },
        { id: '1-2', text: '设置“办不成事”反映窗口。', taskIds: ['1-2'], lines: [1, 1] },
      ],
    },
    {
      number: 2,
      title: '便民服务',
      clauses: [{ id: '2-1', text: '关注老年人需求。', taskIds: ['2-1'], lines: [1, 1] }],
    },
  ],
  tasks,
  units: [
    unit('shi-min-zheng-ju', ['1-1', '2-1']),
    unit('fu-ling-qu-zheng-fu', ['1-1']),
    unit('ge-qu-xian-zheng-fu', ['1-2']),
  ],
};

/** Everyday words for tests; one with a card of its own. */
const synonyms: Synonym[] = [
  { words: ['老人'], targets: ['老年人'], topic: '老年人' },
  { words: ['大厅'], targets: ['窗口'] },
];

const answers = answersOf([notice], authority, '辦办國国⺠民');
const names = authority.flatMap(({ name, aliases }) => [name, ...aliases]);
const texts = recordsOf(notice).flatMap(({ fields }) => fields.flatMap((field) => field.texts));

/** A library of the small notice. */
export const library: Library = {
  index: { ...answers, units: answers.units.filter(({ named }) => named) },
  words: async () => wordsOf(synonyms),
  unnamed: async () => answers.units.filter(({ named }) => !named),
  sounds: async () => soundsOf([...names, ...texts, '真', '税']),
  notice: async () => slim(notice),
  more: async () => more,
};
