import { covers, ROLE_NAMES, type Role } from '../notice/duties.ts';
import type { Grade } from '../notice/grades.ts';
import { monthName } from '../notice/months.ts';
import { toNumeral } from '../notice/numerals.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';
import { kindName, PROPOSED_NAME } from '../notice/units.ts';
import type { Answer, Counts, DueCount, NoticeAnswers, NoticeLine, SearchRecord, UnitAnswer } from './model.ts';
import { paths } from './record-places.ts';

const counted = ({ leads, supports, answers, inferred, unsure }: Counts) =>
  [
    leads > 0 ? `${ROLE_NAMES.lead} ${leads} 项` : '',
    supports > 0 ? `${ROLE_NAMES.support} ${supports} 项${inferred ? `（其中推定 ${inferred} 项）` : ''}` : '',
    answers ? `${ROLE_NAMES.responsible} ${answers} 项` : '',
    unsure ? `${leads + supports + (answers ?? 0) > 0 ? '另有' : ''}${STATUS_NAMES.unsure} ${unsure} 项` : '',
  ]
    .filter(Boolean)
    .join('、');

/** What reaches a unit only through a collective, a line for each; 各… before 有关…. */
function throughCollectives(unit: UnitAnswer, all: readonly UnitAnswer[]): string[] {
  return all
    .filter((collective) => covers(collective, unit) && collective.of === unit.of && counted(collective) !== '')
    .sort((a, b) => Number(b.covers?.all) - Number(a.covers?.all))
    .map((collective) =>
      collective.covers?.all
        ? `另外，通过“${collective.name}”${counted(collective)}，不计入上数`
        : `另外，“${collective.name}”${counted(collective)}，通知没有写明是否包括本单位`,
    );
}

/** The earliest month that is known, and that it may not be the earliest. */
function firstDue({ first, firstInferred, earlier }: UnitAnswer): string[] {
  if (!first) return earlier ? [`没有可以确定的时限，有 ${earlier} 项原件待查或可能漏录`] : [];
  const grade = firstInferred ? '（推定）' : '';
  const doubt = earlier ? `，另有 ${earlier} 项原件待查或可能漏录、可能更早` : '';
  return [`已知最早时限 ${monthName(first)}${grade}${doubt}`];
}

/** What a unit is: its kind, its place where that is not the site's own, and that the authority file lacks it. */
const kindOf = ({ kind, place, proposed }: UnitAnswer) =>
  [place, kindName(kind), proposed && PROPOSED_NAME].filter(Boolean).join(' · ');

/** Facts of a unit in one line, and of which notice they are where there are several. */
const within = ({ of }: UnitAnswer, facts: string[]) => (of ? `《${of}》：` : '') + facts.join(' · ');

/** A unit: its own tasks, then apart from them what reaches it only through a collective. */
export const unitCard = (unit: UnitAnswer, all: readonly UnitAnswer[]): Answer => ({
  kind: 'unit',
  url: paths.unit(unit.slug),
  title: unit.name,
  facts: [
    within(unit, [
      unit.named ? counted(unit) || '没有可以确定的任务' : '通知没有点名',
      ...firstDue(unit),
      kindOf(unit),
    ]),
    ...throughCollectives(unit, all),
  ],
});

/** A unit in one role. */
export function roleCard(unit: UnitAnswer, role: Role, all: readonly UnitAnswer[]): Answer {
  const { facts, ...card } = unitCard(unit, all);
  const { unsure: _all, answers, ...sure } = unit;
  const counts = {
    ...sure,
    leads: role === 'lead' ? unit.leads : 0,
    supports: role === 'support' ? unit.supports : 0,
    ...(role === 'responsible' && answers ? { answers } : {}),
  };
  const own = counted(counts) || `没有可以确定由其${ROLE_NAMES[role]}的任务`;
  return {
    ...card,
    title: `${unit.name}　${ROLE_NAMES[role]}`,
    facts: [within(unit, [own, kindOf(unit)]), ...facts.slice(1)],
  };
}

/** A row of the annex by its number; who leads it and by when is in its record. */
export const taskCard = ({ id: notice }: NoticeAnswers, section: number, row: number): Answer => ({
  kind: 'task',
  url: paths.task(notice, `${section}-${row}`),
  title: `任务 ${section}-${row}`,
  facts: [`附件第${toNumeral(section)}部分第 ${row} 行`],
});

export const sectionCard = (
  { id: notice }: NoticeAnswers,
  { number, title, tasks }: NoticeAnswers['sections'][number],
): Answer => ({
  kind: 'section',
  url: paths.section(notice, number),
  title: `第${toNumeral(number)}部分　${title}`,
  facts: [`${tasks} 项任务`],
});

export const pageCard = ({ id, title, number }: NoticeLine): Answer => ({
  kind: 'page',
  url: paths.cover(id),
  title,
  facts: number === null ? [] : [number],
});

const dueFacts = ({ due, unsure, open }: DueCount) => [
  `${due} 项任务属此，推定的在内`,
  ...(unsure > 0 ? [`另有${STATUS_NAMES.unsure} ${unsure} 项`] : []),
  ...(open > 0 ? [`另有 ${open} 项时限原件待查，可能属此`] : []),
];

/** A month, or `ongoing`, on the page of deadlines. */
export function duePage({ id, months, ongoing }: NoticeAnswers, due: string): Answer {
  if (due === 'ongoing') {
    return { kind: 'page', url: `${paths.deadlines(id)}#ongoing`, title: '持续推进的任务', facts: dueFacts(ongoing) };
  }
  const counts = months.find(({ month }) => month === due) ?? { due: 0, unsure: 0, open: 0 };
  return {
    kind: 'page',
    url: `${paths.deadlines(id)}#m-${due}`,
    title: `完成时限：${monthName(due)}`,
    facts: dueFacts(counts),
  };
}

/** The annex as a whole. */
export const annexCard = ({ id, annexTitle, rows }: NoticeAnswers): Answer => ({
  kind: 'page',
  url: paths.annex(id),
  title: `附件：${annexTitle ?? ''}`,
  facts: [`${rows.length} 行任务`],
});

const STATUS_FACTS: Record<Grade, string> = {
  open: '仅凭现有文本不能确定',
  unsure: '按次序推得，这一格也可能漏录',
  inferred: '由各格的先后次序等推出，理由随格注明',
  printed: '原文排印的位置足以确定',
};

/** The rows of the annex with a cell of a grade. */
export const statusCard = ({ id, statuses }: NoticeAnswers, status: Grade): Answer => ({
  kind: 'page',
  url: `${paths.annex(id)}?status=${status}`,
  title: `${STATUS_NAMES[status]}的任务`,
  facts: [`${statuses[status]} 项任务有${STATUS_NAMES[status]}的内容：${STATUS_FACTS[status]}`],
});

/** What a notice says of an everyday topic: its record has who, when, and the sentence. */
export const topicCard = (topic: string, { url, title }: SearchRecord, places: number): Answer => ({
  kind: 'topic',
  url,
  title: `${topic}：${title}`,
  facts: [`通知里有 ${places} 处与“${topic}”有关`],
});
