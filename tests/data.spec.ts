import { expect, test } from '@playwright/test';
import type { Cell, NoticeData, Task } from '../src/notice/model.ts';
import { namesDate } from '../src/notice/months.ts';
import { csvRows, icsEvents, type Row, xlsxRows } from './support/data-files.ts';
import { authority, bytesAt, notices, shownFor, treeAt } from './support/published.ts';
import { gradeIn, MARKS } from './support/shown-cells.ts';
import { type Listed, listedOn, roleIn } from './support/unit-page.ts';

/** Every published file says the same of who owes what, by when, and how sure it is. */

const ROLES = { lead: '牵头单位', support: '配合单位' } as const;

const idOf = (row: Row) => row.get('任务')?.replace('任务', '') ?? '';

/** `unit role task` of every duty that a table of tasks names. */
function pairsOf(rows: Row[], { units }: NoticeData): string[] {
  const slugs = new Map(units.map(({ name, slug }) => [name, slug]));
  return rows.flatMap((row) =>
    Object.entries(ROLES).flatMap(([role, column]) =>
      (row.get(`${column}名单`) ?? '')
        .split('｜')
        .filter((name) => name !== '')
        .map((name) => `${slugs.get(name)} ${role} ${idOf(row)}`),
    ),
  );
}

/** The same, as the units of the data have it. */
const pairsOfUnits = ({ units }: NoticeData) =>
  units.flatMap(({ slug, leads, supports }) => [
    ...leads.map((id) => `${slug} lead ${id}`),
    ...supports.map((id) => `${slug} support ${id}`),
  ]);

/** Other programs read these words: they stay, whatever the pages say. */
const STATUS_VALUES = { ...MARKS, open: '待核' };

/** What a table says of one cell. */
const cellOf = (row: Row, column: string) => [
  row.get(column),
  row.get(`${column}状态`),
  row.get(`${column}可能的内容`),
];
const expectedCell = (cell: Cell) => [
  cell.text ?? '【待核】',
  STATUS_VALUES[gradeIn(cell)],
  (cell.candidates ?? []).join('｜'),
];

/** The days a task falls on in a calendar. */
function daysOf({ id, deadline: { status, reading } }: Task): string[] {
  if (status === 'open' || !reading || !namesDate(reading)) return [];
  const stages = reading.kind === 'staged' ? reading.stages : [reading];
  return stages.map(({ date }) => `${id} ${date.length === 7 ? `${date}-01` : date}`);
}

const daysIn = (address: string) =>
  icsEvents(address).events.map(({ uid, day }) => `${/-(\d+-\d+)(?:-stage\d)?@/u.exec(uid)?.[1]} ${day}`);

for (const data of notices.filter(({ tasks }) => tasks.length > 0)) {
  const { id } = data.notice;

  test.describe(id, () => {
    test('every pair of unit, role and task is the same in JSON, CSV and XLSX', () => {
      const expected = pairsOfUnits(data).sort();
      expect(expected.length).toBeGreaterThan(0);
      expect(pairsOf(csvRows(`/data/${id}.csv`), data).sort()).toEqual(expected);
      expect(pairsOf(xlsxRows(`/data/${id}.xlsx`, 2), data).sort()).toEqual(expected);
      const units = xlsxRows(`/data/${id}.xlsx`, 3).map((row) =>
        ['代号', '牵头', '牵头任务', '配合', '配合任务', '可能漏录的配合任务'].map((column) =>
          row.get(column)?.replaceAll('任务', ''),
        ),
      );
      expect(units).toEqual(
        data.units.map(({ slug, ...unit }) => {
          const [leads = [], supports = []] = (['leads', 'supports'] as const).map((list) =>
            unit[list].filter((task) => !unit.unsure?.[list].includes(task)),
          );
          const counts = [leads, supports].flatMap((list) => [String(list.length), list.join('、')]);
          return [slug, ...counts, (unit.unsure?.supports ?? []).join('、')];
        }),
      );
    });

    test('every cell has the same value, mark and candidates in JSON, CSV and XLSX', () => {
      for (const rows of [csvRows(`/data/${id}.csv`), xlsxRows(`/data/${id}.xlsx`, 2)]) {
        const shown = rows.map((row) => [
          idOf(row),
          ...['牵头单位', '配合单位', '完成时限'].map((column) => cellOf(row, column)),
        ]);
        expect(shown).toEqual(
          data.tasks.map((task) => [task.id, ...[task.lead, task.support, task.deadline].map(expectedCell)]),
        );
      }
    });

    test('the calendar holds the dated tasks, each with its cells, and names those whose deadline is open', () => {
      expect(daysIn(`/data/${id}.ics`)).toEqual(data.tasks.flatMap(daysOf));
      const { about, events } = icsEvents(`/data/${id}.ics`);
      for (const { uid, summary, description, status } of events) {
        const task = data.tasks.find(
          (each) => uid.includes(`${id}-${each.id}@`) || uid.includes(`${id}-${each.id}-stage`),
        );
        if (!task) throw new Error(`${uid} is the event of no task`);
        const grade = gradeIn(task.deadline);
        expect(/^【(.+?)】/u.exec(summary)?.[1], uid).toBe(grade === 'printed' ? undefined : MARKS[grade]);
        expect(status, uid).toBe(grade === 'printed' ? 'CONFIRMED' : 'TENTATIVE');
        expect(description).toContain(`完成时限：${task.deadline.text}（${MARKS[grade]}）`);
        const { text, candidates = [] } = task.support;
        const support =
          text === null
            ? `【原件待查】可能的内容：${candidates.join('｜')}`
            : `${text}（${MARKS[gradeIn(task.support)]}）`;
        expect(description).toContain(`牵头单位：${task.lead.text}（${MARKS[gradeIn(task.lead)]}）\n`);
        expect(description).toContain(`配合单位：${support}`);
      }
      const open = data.tasks.filter(({ deadline }) => deadline.status === 'open').map((task) => task.id);
      const named = `${open.length}项任务的完成时限原件待查，没有确定日期，未列入：${open.join('、')}。`;
      expect(about.includes(named)).toBe(open.length > 0);
    });
  });
}

interface Through {
  collective: string;
  duties: { role: 'lead' | 'support'; task: Task }[];
}

interface UnitFile {
  notices: {
    notice: { id: string };
    leads: Task[];
    supports: Task[];
    through: Through[];
    open: { role: 'lead' | 'support'; task: Task }[];
    maybeThrough: Through[];
  }[];
}

const unitFile = (slug: string) => JSON.parse(bytesAt(`/data/units/${slug}.json`).toString('utf8')) as UnitFile;
const unitsWithFiles = authority.filter(({ slug }) => shownFor(slug));

/** What a relation says of a cell that may be missing. */
const noted = (cell: Cell) => (gradeIn(cell) === 'unsure' ? `（${MARKS.unsure}）` : '');

test('the files of each unit agree with the notices and with each other', () => {
  for (const { slug } of unitsWithFiles) {
    const file = unitFile(slug);
    for (const { notice, leads, supports } of file.notices) {
      const unit = notices.find((each) => each.notice.id === notice.id)?.units.find((each) => each.slug === slug);
      expect(
        [leads, supports].map((tasks) => tasks.map(({ id }) => id)),
        slug,
      ).toEqual([unit?.leads ?? [], unit?.supports ?? []]);
    }
    const expected = file.notices.flatMap(({ leads, supports, through, open, maybeThrough }) => [
      ...leads.map(({ id, lead }) => `${id} 牵头${noted(lead)}`),
      ...supports.map(({ id, support }) => `${id} 配合${noted(support)}`),
      ...through.flatMap(({ duties }) => duties.map(({ role, task }) => `${task.id} 经 ${role}`)),
      ...open.map(({ role, task }) => `${task.id} 待核 ${role}`),
      ...maybeThrough.flatMap(({ duties }) => duties.map(({ role, task }) => `${task.id} 待核 ${role}`)),
    ]);
    const relationOf = (relation: string) => {
      const role = relation.includes('牵头') ? 'lead' : 'support';
      if (relation.startsWith('经')) return `经 ${role}`;
      return relation.startsWith('待核') ? `待核 ${role}` : relation;
    };
    for (const rows of [csvRows(`/data/units/${slug}.csv`), xlsxRows(`/data/units/${slug}.xlsx`, 2)]) {
      const shown = rows.map((row) => `${idOf(row)} ${relationOf(row.get('与本单位的关系') ?? '')}`);
      expect(shown, slug).toEqual(expected);
    }
    const owed = file.notices.flatMap(({ leads, supports, through }) => [
      ...new Map(
        [...leads, ...supports, ...through.flatMap(({ duties }) => duties.map(({ task }) => task))].map((task) => [
          task.id,
          task,
        ]),
      ).values(),
    ]);
    expect(daysIn(`/data/units/${slug}.ics`), slug).toEqual(owed.flatMap(daysOf));
  }
});

/** What a row of a unit's table says that the unit has to do with the task. */
function listedIn(row: Row): Listed {
  const relation = row.get('与本单位的关系') ?? '';
  const maybe = relation.startsWith('待核');
  if (relation.includes('经“')) return `${maybe ? 'maybe-through' : 'through'} ${roleIn(relation)} ${idOf(row)}`;
  return maybe ? `open ${idOf(row)}` : `own ${roleIn(relation)} ${idOf(row)}`;
}

/** The same of a unit's JSON. */
const listedInJson = ({ notices: [data] }: UnitFile): Listed[] => [
  ...(data?.leads ?? []).map(({ id }): Listed => `own lead ${id}`),
  ...(data?.supports ?? []).map(({ id }): Listed => `own support ${id}`),
  ...(data?.through ?? []).flatMap(({ duties }) =>
    duties.map(({ role, task }): Listed => `through ${role} ${task.id}`),
  ),
  ...(data?.open ?? []).map(({ task }): Listed => `open ${task.id}`),
  ...(data?.maybeThrough ?? []).flatMap(({ duties }) =>
    duties.map(({ role, task }): Listed => `maybe-through ${role} ${task.id}`),
  ),
];

test('every file of every unit holds what the unit’s page lists, and nothing else', () => {
  const unique = (listed: readonly string[]) => [...new Set(listed)].sort();
  const idsOf = (listed: readonly string[], parts: RegExp) =>
    unique(listed.filter((duty) => parts.test(duty)).map((duty) => duty.split(' ').at(-1) ?? ''));
  let maybes = 0;
  for (const { slug, name } of unitsWithFiles) {
    const listed = listedOn(treeAt(`/units/${slug}/`));
    expect(unique(listedInJson(unitFile(slug))), `${name} JSON`).toEqual(listed);
    expect(unique(csvRows(`/data/units/${slug}.csv`).map(listedIn)), `${name} CSV`).toEqual(listed);
    expect(unique(xlsxRows(`/data/units/${slug}.xlsx`, 2).map(listedIn)), `${name} XLSX`).toEqual(listed);

    const { about } = icsEvents(`/data/units/${slug}.ics`);
    const said = /包括本单位的统称，未列入：([\d、-]+)/u.exec(about)?.[1]?.split('、') ?? [];
    const possible = idsOf(listed, /^(?:open|maybe)/u);
    expect(said.sort(), `${name} ICS`).toEqual(possible);
    const certain = idsOf(listed, /^(?:own|through)/u);
    const owed = shownFor(slug)?.tasks.filter(({ id }) => certain.includes(id)) ?? [];
    expect(daysIn(`/data/units/${slug}.ics`).sort(), `${name} ICS`).toEqual(owed.flatMap(daysOf).sort());
    maybes += listed.filter((duty) => duty.startsWith('maybe-through')).length;
  }
  expect(maybes, 'open cells that may reach a unit through a collective').toBeGreaterThan(0);
});
