import { COLUMN_NAMES } from '../notice/columns.ts';
import { gradeOf } from '../notice/grades.ts';
import type { Cell, NoticeData, Section, Task, UnitEntry } from '../notice/model.ts';
import { dayName } from '../notice/months.ts';
import { toNumeral } from '../notice/numerals.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';
import { whenOf } from '../notice/when.ts';
import { type Line, linesOf } from './by-month.ts';
import { OPEN } from './columns.ts';
import type { WordCell, WordDocument, WordParagraph, WordTable } from './docx.ts';
import { unitRecords } from './records.ts';

/** What stands under the title of every document: it is none of the office's. */
const EXTRACT = '摘编，非正式文本';
const NOT_OFFICIAL = '非正式文本，以公布的原件为准';

const paragraph = (as: WordParagraph['as'], ...runs: WordParagraph['runs']): WordParagraph => ({ as, runs });

/** A cell's words; what is not certain says so in a line of its own, and one that is open lists what it may say. */
function cellOf(cell: Cell): WordCell {
  const grade = gradeOf(cell);
  if (grade === 'open')
    return { paragraphs: [`${OPEN}可能是：`, ...(cell.candidates?.length ? cell.candidates : ['未能录出'])] };
  const text = cell.text ?? '';
  return grade === 'printed' ? text : { paragraphs: [text, `【${STATUS_NAMES[grade]}】`] };
}

const cellsOf = ({ lead, support, deadline }: Task) => [lead, support, deadline].map(cellOf);

const nameOf = ({ number, title }: Section) => `${toNumeral(number)}、${title}`;

/** The annex as it is printed: the tasks of a section share its name. */
function annexTable(sections: readonly Section[], tasks: readonly Task[]): WordTable {
  return {
    heads: ['重点任务', '具体工作', COLUMN_NAMES.lead, COLUMN_NAMES.support, COLUMN_NAMES.deadline],
    widths: [24, 58, 25, 27, 22],
    rows: sections.flatMap((section) =>
      tasks
        .filter((task) => task.section === section.number)
        .map((task, index): WordCell[] => [index === 0 ? nameOf(section) : 'above', task.text, ...cellsOf(task)]),
    ),
  };
}

/** What the signs in a table mean. */
const marks = () =>
  paragraph(
    'note',
    `注：【${STATUS_NAMES.inferred}】为按先后次序或其他理由得出；【${STATUS_NAMES.unsure}】不能当作已定；${OPEN}为现有文本不能确定，所列只是可能的内容。没有注明的照原文所印。理由见网页。`,
  );

/** A section of the text is one paragraph that begins with its heading, as it is issued. */
const sectionParagraph = (section: Section) =>
  paragraph('body', { heading: `${nameOf(section)}。` }, section.clauses.map(({ text }) => text).join(''));

/** A whole notice: letter, text and annex. */
export function noticeDocument({ notice, sections, tasks }: NoticeData): WordDocument {
  const blocks: WordDocument['blocks'] = [
    paragraph('title', notice.title),
    paragraph('under', notice.number),
    paragraph('under', `（${NOT_OFFICIAL}）`),
    paragraph('plain', notice.addressees.text),
    paragraph('body', notice.opening.text),
    paragraph('right', notice.issuer),
    paragraph('right', dayName(notice.dated)),
    ...(notice.disclosure ? [paragraph('body', `（${notice.disclosure}）`)] : []),
    paragraph('title', notice.planTitle),
    paragraph('body', notice.preamble.text),
    ...sections.map(sectionParagraph),
    ...(notice.annexLine ? [paragraph('body', notice.annexLine.text)] : []),
    ...(tasks.length > 0 ? [paragraph('title', notice.annexTitle ?? ''), marks(), annexTable(sections, tasks)] : []),
  ];
  return { title: notice.title, dated: notice.published, blocks };
}

const source = ({ notice }: NoticeData) =>
  `摘自《${notice.planTitle}》（${notice.number}），${dayName(notice.dated)}成文。`;

/** One section of a notice with the tasks that come of it. */
export function sectionDocument(data: NoticeData, section: Section): WordDocument {
  const tasks = data.tasks.filter((task) => task.section === section.number);
  const title = nameOf(section);
  return {
    title,
    dated: data.notice.published,
    blocks: [
      paragraph('title', title),
      paragraph('under', `（${EXTRACT}）`),
      paragraph('note', source(data)),
      sectionParagraph(section),
      ...(tasks.length > 0 ? [paragraph('heading', '任务分解'), marks(), annexTable([section], tasks)] : []),
    ],
  };
}

function dutyRows(lines: readonly Line[]): WordCell[][] {
  let month = '';
  return lines.flatMap(({ record: { task }, relations }) => {
    const { title } = whenOf(task);
    const row: WordCell[] = [task.id, task.text, relations.join('；'), ...cellsOf(task)];
    if (title === month) return [row];
    month = title;
    return [[title], row];
  });
}

const GROUPS = [
  { rank: 0, heading: '一、点名的任务', about: undefined },
  {
    rank: 1,
    heading: '二、经统称分到的任务',
    about: '原文写的是统称，不与点名的任务合计；“有关”一类的统称，原文未列明是否包括本单位，须向牵头单位核实。',
  },
  { rank: 2, heading: '三、可能涉及的任务', about: '相应的格待核或可能漏录，不能据此认定。' },
] as const;

/** What one unit has to do by some notices, by month: what names it, what collectives bring, and what may be its own. */
export function unitDocument(unit: UnitEntry, notices: readonly NoticeData[]): WordDocument {
  const title = `${unit.name}任务清单`;
  const parts = notices.flatMap((data): WordDocument['blocks'] => {
    const lines = linesOf(unitRecords(unit, data));
    return [
      paragraph('note', source(data)),
      marks(),
      ...GROUPS.flatMap(({ rank, heading, about }): WordDocument['blocks'] => {
        const own = lines.filter((line) => line.rank === rank);
        if (own.length === 0) return [];
        return [
          paragraph('heading', heading),
          ...(about ? [paragraph('note', about)] : []),
          {
            heads: ['编号', '具体工作', '我单位角色', COLUMN_NAMES.lead, COLUMN_NAMES.support, COLUMN_NAMES.deadline],
            widths: [14, 52, 19, 24, 26, 21],
            rows: dutyRows(own),
          },
        ];
      }),
    ];
  });
  const dated =
    notices
      .map(({ notice }) => notice.published)
      .sort()
      .at(-1) ?? '';
  return { title, dated, blocks: [paragraph('title', title), paragraph('under', `（${EXTRACT}）`), ...parts] };
}
