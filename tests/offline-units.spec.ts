import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'mdast-util-to-string';
import { readPage } from '../scripts/lib/built-pages.ts';
import type { Cell, Task, UnitEntry } from '../src/notice/model.ts';
import { expectedCell, gradeIn, MARKS } from './support/shown-cells.ts';
import { authority, data, dist, shownFor } from './support/site.ts';

type Role = 'lead' | 'support';
const ROLES = { lead: '牵头', support: '配合' } as const;
const COLUMNS = ['lead', 'support', 'deadline'] as const;

/** The units that a notice concerns: only these have a file, which tells of the notice that their page shows. */
const units = authority.filter(({ slug }) => shownFor(slug));
const tasksOf = ({ slug }: UnitEntry) => shownFor(slug)?.tasks ?? [];
const fileOf = ({ slug }: UnitEntry) => readPage(dist, join('offline', 'units', `${slug}.html`));

const named = (cell: Cell, slug: string) => cell.status !== 'open' && cell.units?.includes(slug) === true;
const maybe = (cell: Cell, slug: string) =>
  cell.status === 'open' && cell.candidateUnits?.some((slugs) => slugs.includes(slug)) === true;

/** What a unit's file must hold by heading, read from the data alone. */
function expectedOf(unit: UnitEntry): Map<string, string[]> {
  const over = authority.filter(({ covers }) => covers?.kind === unit.kind && unit.name.endsWith(covers.suffix ?? ''));
  const where = (test: (task: Task) => boolean) =>
    tasksOf(unit)
      .filter(test)
      .map(({ id }) => id);
  const headings = new Map<string, string[]>();
  for (const role of ['lead', 'support'] as Role[]) {
    headings.set(
      ROLES[role],
      where((task) => named(task[role], unit.slug)),
    );
    headings.set(
      `可能${ROLES[role]}的待核内容`,
      where((task) => maybe(task[role], unit.slug)),
    );
    for (const { slug, name } of over) {
      headings.set(
        `通过“${name}”${ROLES[role]}`,
        where((task) => named(task[role], slug)),
      );
      headings.set(
        `可能通过“${name}”${ROLES[role]}的待核内容`,
        where((task) => maybe(task[role], slug)),
      );
    }
  }
  return new Map([...headings].filter(([, ids]) => ids.length > 0));
}

const groupsOf = (unit: UnitEntry) => selectAll('section:has(> h2[id^=g])', fileOf(unit));
const headingOf = (group: Element) => textOf(select('h2', group)?.children[0] ?? {});
const idsIn = (group: Element): string[] => {
  const rows = selectAll('tr[id^=t-]', group).map(({ properties }) => String(properties['id']).slice(2));
  const listed = selectAll('.brief li', group).map((item) => /^[\d-]+/.exec(textOf(item))?.[0] ?? '');
  const elsewhere = selectAll('.note', group)
    .map((note) => textOf(note))
    .filter((note) => note.startsWith('已列于上文'));
  return [...rows, ...listed, ...elsewhere.flatMap((note) => note.match(/\d+-\d+/g) ?? [])];
};
const sorted = (ids: Iterable<string>) => [...ids].sort();

test('there is a file for every unit concerned, with the tasks of each heading: those of the data, and no other', () => {
  expect(units.length).toBeGreaterThan(0);
  for (const unit of units) {
    expect(expectedOf(unit).size, unit.name).toBeGreaterThan(0);
    const shown = new Map(groupsOf(unit).map((group) => [headingOf(group), sorted(idsIn(group))]));
    const expected = new Map([...expectedOf(unit)].map(([heading, ids]) => [heading, sorted(ids)]));
    expect(new Map([...shown].sort()), unit.name).toEqual(new Map([...expected].sort()));
  }
});

test('a number says how sure the role is that it stands there by', () => {
  for (const unit of units) {
    const byId = new Map(tasksOf(unit).map((task) => [task.id, task]));
    for (const group of groupsOf(unit)) {
      const role = headingOf(group).includes('牵头') ? 'lead' : 'support';
      for (const item of selectAll('.brief li', group)) {
        const grade = gradeIn(byId.get(/^[\d-]+/.exec(textOf(item))?.[0] ?? '')?.[role] ?? { status: 'printed' });
        const mark = selectAll('i', item).map((each) => textOf(each));
        expect(mark, `${unit.name}: ${textOf(item)}`).toEqual(grade === 'printed' ? [] : [MARKS[grade]]);
      }
    }
  }
});

/** A cell of a file as a reader sees it. */
function shown(cell: Element, task: string, column: (typeof COLUMNS)[number]) {
  const mark = selectAll('a, i', cell).find((each) => /^(?:原文可定|推定|待核)/u.test(textOf(each)));
  const end = mark ? cell.children.indexOf(mark) : -1;
  const candidates = selectAll('li', cell).map((each) => textOf(each));
  const before = cell.children.slice(0, end).map((each) => textOf(each));
  return {
    task,
    column,
    mark: textOf(mark ?? {}).replace(/[\d.]+$/u, ''),
    ...(textOf(mark ?? {}).startsWith('待核') ? {} : { value: before.join('').trim() }),
    candidates,
  };
}

test('every cell of every row is as in the data: its value, its mark, its candidates', () => {
  const whole = { file: readPage(dist, join('offline', `${data.notice.id}.html`)), tasks: data.tasks };
  let seen = 0;
  for (const { file, tasks } of [...units.map((unit) => ({ file: fileOf(unit), tasks: tasksOf(unit) })), whole]) {
    for (const row of selectAll('tr[id^=t-]', file)) {
      const id = String(row.properties['id']).slice(2);
      const task = tasks.find((each) => each.id === id);
      if (!task) throw new Error(`a row of no task: ${id}`);
      const [, ...cells] = selectAll('td', row);
      COLUMNS.forEach((column, at) => {
        const cell = cells[at];
        if (!cell) throw new Error(`${id} lacks a cell`);
        expect(shown(cell, id, column)).toEqual(expectedCell(task, column));
        seen++;
      });
    }
  }
  expect(seen).toBeGreaterThan(2 * COLUMNS.length * data.tasks.length);
});
