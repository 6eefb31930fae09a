import { expect, test } from '@playwright/test';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import type { Task, Unit } from '../src/notice/model.ts';
import { namesDate } from '../src/notice/months.ts';
import { addresses, noticeAt, notices, textIn, treeAt, unitSheet } from './support/published.ts';
import {
  type Column,
  expectedCell,
  gradeIn,
  listedTasks,
  MARKS,
  type ShownCell,
  shownCells,
  taskLinked,
  tasksLinked,
  unmarkedCandidates,
} from './support/shown-cells.ts';
import { listedOn } from './support/unit-page.ts';

const COLUMNS: Column[] = ['lead', 'support', 'deadline'];
const ROLES = ['lead', 'support'] as const;
const allTasks = notices.flatMap(({ tasks }) => tasks);
const withTasks = notices.filter(({ tasks }) => tasks.length > 0);

const allCells = (tasks: readonly Task[]) =>
  tasks.flatMap((task) => COLUMNS.map((column) => expectedCell(task, column)));

test('the data holds cells of every grade: the tests below have something to find', () => {
  const grades = new Set(allTasks.flatMap((task) => COLUMNS.map((column) => gradeIn(task[column]))));
  expect([...grades].sort()).toEqual(Object.keys(MARKS).sort());
});

test('wherever a cell is shown, it is as in the data: its value, its mark, its candidates', () => {
  const all: { address: string; cell: ShownCell }[] = [];
  const expected: typeof all = [];
  for (const address of addresses) {
    const tasks = new Map(noticeAt(address)?.tasks.map((task) => [task.id, task]));
    for (const cell of shownCells(treeAt(address), address)) {
      const task = tasks.get(cell.task);
      if (!task) throw new Error(`${address} shows a cell of no task: ${JSON.stringify(cell)}`);
      all.push({ address, cell });
      expected.push({ address, cell: expectedCell(task, cell.column) });
    }
  }
  expect(all).toEqual(expected);
  // At least the annex, the full page, the task pages and the section pages.
  expect(all.length).toBeGreaterThanOrEqual(4 * COLUMNS.length * allTasks.length);
});

test('no page shows a candidate outside a cell marked 原件待查', () => {
  const unmarked = addresses.flatMap((address) =>
    unmarkedCandidates(treeAt(address)).map((text) => `${address} ${text}`),
  );
  expect(unmarked).toEqual([]);
});

test('each section page shows its clauses to the character', () => {
  for (const { notice, sections } of notices) {
    for (const { number, clauses } of sections) {
      const tree = treeAt(`/${notice.id}/section/${number}/`);
      expect(clauses.map(({ id }) => textIn(tree, `[id="c-${id}"]`))).toEqual(clauses.map(({ text }) => text));
    }
  }
});

for (const { notice, sections, tasks, units } of withTasks) {
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const sheetOf = ({ slug }: Unit) => treeAt(unitSheet(slug, notice.id) ?? `no page of ${slug}`);

  test.describe(notice.id, () => {
    test('the annex and the full page show every cell of every row, in printed order', () => {
      for (const page of ['annex', 'full']) {
        const address = `/${notice.id}/${page}/`;
        expect(shownCells(treeAt(address), address), address).toEqual(allCells(tasks));
      }
    });

    test('the annex shows the words of every row', () => {
      const tree = treeAt(`/${notice.id}/annex/`);
      const shown = tasks.map(({ id }) => textIn(tree, `[id="t-${id}"] > td:first-of-type`));
      expect(shown).toEqual(tasks.map(({ text }) => text));
    });

    test('each task page shows its three cells', () => {
      for (const task of tasks) {
        const address = `/${notice.id}/task/${task.id}/`;
        expect(shownCells(treeAt(address), address), address).toEqual(allCells([task]));
      }
    });

    test('each section page shows the tasks of its section', () => {
      for (const { number } of sections) {
        const tree = treeAt(`/${notice.id}/section/${number}/`);
        const shown = new Set(shownCells(tree, '').map(({ task }) => task));
        const own = tasks.filter(({ section }) => section === number).map(({ id }) => id);
        expect([...shown].sort(), `section ${number}`).toEqual(own.sort());
      }
    });

    test('each unit page lists what the unit leads and supports, and what may concern it, apart', () => {
      for (const unit of units) {
        const listed = listedOn(sheetOf(unit));
        const own = (role: string) =>
          listed.flatMap((duty) => (duty.startsWith(`own ${role} `) ? duty.slice(`own ${role} `.length) : []));
        expect(own('lead'), `${unit.name} leads`).toEqual(unit.leads.toSorted());
        expect(own('support'), `${unit.name} supports`).toEqual(unit.supports.toSorted());
        const maybe = listed.flatMap((duty) => (duty.startsWith('open ') ? duty.slice('open '.length) : []));
        expect(maybe, `${unit.name} open`).toEqual([...new Set(mayConcern(unit, tasks))].sort());
      }
    });

    test('a unit’s desk holds what names it for certain and nothing else; what may is folded, with its mark', () => {
      let told = 0;
      const wrong: string[] = [];
      for (const unit of units) {
        const tree = sheetOf(unit);
        const named = new Set(selectAll('section[aria-labelledby=own] [data-duty]', tree));
        for (const item of selectAll('[data-duty]', tree)) {
          const duties = String(item.properties['dataDuty']).split(' ');
          const marks = selectAll(':scope > p .mark', item).map((mark) => textOf(mark));
          for (const id of tasksLinked(item)) {
            const task = taskById.get(id);
            const grades = duties.map((duty) =>
              gradeIn(task?.[duty.endsWith('lead') ? 'lead' : 'support'] ?? { status: 'open' }),
            );
            const due = grades.filter((grade) => grade !== 'printed').map((grade) => MARKS[grade]);
            if (!duties.includes('open') && marks.join() !== due.join())
              wrong.push(`${unit.name} ${id}: marked ${marks}, not ${due}`);
            if (!named.has(item)) continue;
            const certain = grades.every((grade) => grade === 'printed' || grade === 'inferred');
            if (!certain || !duties.every((duty) => duty.startsWith('own-')))
              wrong.push(`${unit.name} ${id}: named by what is ${duties}, ${grades}`);
            told++;
          }
        }
      }
      expect(wrong).toEqual([]);
      // Where a newer notice has the desk, this one has a line on it and a page of its own.
      const desks = units.filter(({ slug }) => unitSheet(slug, notice.id) === `/units/${slug}/`);
      expect(told > 0).toBe(desks.length > 0);
    });

    test('a count of a unit’s tasks leaves out what may be missing', () => {
      for (const unit of units) {
        const tree = sheetOf(unit);
        if (selectAll('[data-duty]', tree).length === 0) continue;
        for (const [column, list, id, name] of [
          ['lead', 'leads', 'lead-count', '牵头'],
          ['support', 'supports', 'support-count', '配合'],
        ] as const) {
          const isUnsure = (task: string) =>
            gradeIn(taskById.get(task)?.[column] ?? { status: 'printed' }) === 'unsure';
          const sure = unit[list].filter((task) => !isUnsure(task)).length;
          expect(textIn(tree, `#${id}`).trim(), unit.name).toBe(sure > 0 ? `${name} ${sure} 项` : '');
          expect(unit.unsure?.[list] ?? [], unit.name).toEqual(unit[list].filter(isUnsure));
        }
      }
    });

    test('a unit’s lists are those that the cells of the tasks give', () => {
      for (const unit of units) {
        const named = (column: (typeof ROLES)[number]) =>
          tasks
            .filter((task) => task[column].status !== 'open' && task[column].units?.includes(unit.slug))
            .map(({ id }) => id);
        expect([named('lead'), named('support')], unit.name).toEqual([unit.leads, unit.supports]);
      }
    });

    test('each task whose deadline is known stands under its months, or under 持续推进, and the open ones in a table of their own', () => {
      const tree = treeAt(`/${notice.id}/deadlines/`);
      const settled = (section: Element | undefined) => listedTasks(section).sort();
      const shown = new Map(
        selectAll('section[aria-labelledby^=m-]', tree)
          .map((section): [string, string[]] => [
            String(section.properties['ariaLabelledBy']).slice(2),
            settled(section),
          ])
          .filter(([, ids]) => ids.length > 0),
      );
      const due = new Map<string, string[]>();
      for (const task of tasks) {
        for (const month of monthsOf(task)) due.set(month, [...(due.get(month) ?? []), task.id]);
      }
      expect(new Map([...shown].sort())).toEqual(
        new Map([...due].map(([month, ids]) => [month, ids.sort()] as const).sort()),
      );
      const ongoing = tasks.filter(({ deadline }) => deadline.reading?.kind === 'ongoing').map(({ id }) => id);
      expect(settled(select('section[aria-labelledby=ongoing]', tree))).toEqual(ongoing.sort());
      const open = tasks.filter(({ deadline }) => deadline.status === 'open').map(({ id }) => id);
      const rows = selectAll('section[aria-labelledby=open] tbody tr', tree).map(taskLinked);
      expect(rows.sort()).toEqual(open.sort());
    });
  });
}

/** The tasks one of whose open cells may name the unit, once for each such cell. */
function mayConcern({ slug }: Unit, tasks: readonly Task[]): string[] {
  return tasks.flatMap((task) =>
    ROLES.filter(
      (role) => task[role].status === 'open' && task[role].candidateUnits?.some((slugs) => slugs.includes(slug)),
    ).map(() => task.id),
  );
}

function monthsOf({ deadline: { reading } }: Task): string[] {
  if (!reading || !namesDate(reading)) return [];
  const dates = reading.kind === 'staged' ? reading.stages.map(({ date }) => date) : [reading.date];
  return dates.map((date) => date.slice(0, 'YYYY-MM'.length));
}
