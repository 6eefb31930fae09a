import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Element } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { readPage } from '../scripts/lib/built-pages.ts';
import { firstWords } from '../src/notice/first-words.ts';
import type { Cell, Task, UnitEntry } from '../src/notice/model.ts';
import { authority, data, dist, shownFor, treeAt } from './support/published.ts';
import { expectedCell, fileCells, gradeIn, MARKS } from './support/shown-cells.ts';

type Role = 'lead' | 'support';
const ROLES = { lead: '牵头', support: '配合' } as const;
const COLUMNS = ['lead', 'support', 'deadline'] as const;

/** The tasks of the notice that a unit's own page and file tell of. */
const tasksOf = ({ slug }: UnitEntry) => shownFor(slug)?.tasks ?? [];
const pathOf = ({ slug }: UnitEntry) => join('offline', 'units', `${slug}.html`);
const fileOf = (unit: UnitEntry) => readPage(dist, pathOf(unit));

const named = (cell: Cell, slug: string) => cell.status !== 'open' && cell.units?.includes(slug) === true;
const maybe = (cell: Cell, slug: string) =>
  cell.status === 'open' && cell.candidateUnits?.some((slugs) => slugs.includes(slug)) === true;

/** What a unit's file must hold by heading, the role where a heading is of both, read from the data alone. */
function expectedOf(unit: UnitEntry): Map<string, string[]> {
  const over = authority.filter(({ covers }) => covers?.kind === unit.kind && unit.name.endsWith(covers.suffix ?? ''));
  const where = (test: (task: Task) => boolean) =>
    tasksOf(unit)
      .filter(test)
      .map(({ id }) => id);
  const headings = new Map<string, string[]>();
  const put = (heading: string, ids: string[]) => headings.set(heading, [...(headings.get(heading) ?? []), ...ids]);
  for (const role of ['lead', 'support'] as Role[]) {
    const own = (test: (cell: Cell, slug: string) => boolean, slug: string) => where((task) => test(task[role], slug));
    put(ROLES[role], own(named, unit.slug));
    put('可能涉及的原件待查内容', own(maybe, unit.slug));
    for (const { slug, name } of over) {
      const ids = (test: typeof named) => own(test, slug).map((id) => `${ROLES[role]} ${id}`);
      put(name, ids(named));
      put(`可能经“${name}”`, ids(maybe));
    }
  }
  return new Map([...headings].filter(([, ids]) => ids.length > 0).map(([heading, ids]) => [heading, ids.sort()]));
}

/** A heading's own words, without its count. */
const wordsOf = (heading: Element) =>
  heading.children
    .filter((child) => !(child.type === 'element' && String(child.properties['className']) === 'count'))
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
    .trim();

/** The list items under each heading of the duties, sub-headings apart. */
function groupsOf(unit: UnitEntry): { heading: string; items: Element[] }[] {
  const groups: { heading: string; items: Element[] }[] = [];
  for (const section of selectAll('section.group', fileOf(unit))) {
    for (const node of section.children) {
      if (node.type !== 'element') continue;
      if (/^h[23]$/u.test(node.tagName)) groups.push({ heading: wordsOf(node), items: [] });
      else groups.at(-1)?.items.push(...selectAll('ul.tasks > li', node));
    }
  }
  return groups.filter(({ items }) => items.length > 0);
}

const idOf = (item: Element) => /^[\d-]+/u.exec(textOf(item))?.[0] ?? '';

/** The units that a notice concerns: only these have a file. */
const concerned = authority.filter(({ slug }) => shownFor(slug));

test('there is a file for every unit that the notice may concern, linked from its page, and for no other', () => {
  const there = authority.filter((unit) => existsSync(join(dist, pathOf(unit))));
  expect(there.map(({ slug }) => slug)).toEqual(concerned.map(({ slug }) => slug));
  expect(there.length).toBeLessThan(authority.length);
  const linked = authority.filter(({ slug }) => select('a[href*="/offline/units/"]', treeAt(`/units/${slug}/`)));
  expect(linked.map(({ slug }) => slug)).toEqual(concerned.map(({ slug }) => slug));
});

test('a file has the tasks of each heading: those of the data, and no other', () => {
  for (const unit of concerned) {
    expect(expectedOf(unit).size, unit.name).toBeGreaterThan(0);
    const shown = groupsOf(unit).map(({ heading, items }): [string, string[]] => [
      heading,
      items
        .map((item) => {
          const role = select('.role', item);
          return (role ? `${textOf(role)} ` : '') + idOf(item);
        })
        .sort(),
    ]);
    expect(new Map(shown.sort()), unit.name).toEqual(new Map([...expectedOf(unit)].sort()));
  }
});

test('a task stands whole once; elsewhere its number says how sure the role is that it stands there by', () => {
  const wrong: string[] = [];
  for (const unit of concerned) {
    const byId = new Map(tasksOf(unit).map((task) => [task.id, task]));
    for (const { heading, items } of groupsOf(unit)) {
      for (const item of items) {
        const task = byId.get(idOf(item));
        if (!task) throw new Error(`an item of no task: ${textOf(item)}`);
        const role =
          (textOf(select('.role', item) ?? { type: 'root', children: [] }) || heading) === '牵头' ? 'lead' : 'support';
        const grade = gradeIn(task[role]);
        const head = select(':scope p', item);
        const marks = head ? selectAll('.mark', head).map((mark) => textOf(mark)) : [];
        const said = textOf(item);
        if (marks.join('、') !== (grade === 'printed' ? '' : MARKS[grade]))
          wrong.push(`${unit.name}, ${grade}: ${said}`);
        const whole = item.properties['id'] !== undefined;
        if (!whole && !said.includes('已列于上文') && !said.includes(firstWords(task.text))) {
          wrong.push(`${unit.name}, neither whole nor by its first words: ${said}`);
        }
      }
    }
    const ids = selectAll('[id^=t-]', fileOf(unit)).map(({ properties }) => properties['id']);
    expect(new Set(ids).size, unit.name).toBe(ids.length);
  }
  expect(wrong).toEqual([]);
});

test('every cell of every task that stands whole is as in the data: its value, its mark, its candidates', () => {
  const whole = { file: readPage(dist, join('offline', `${data.notice.id}.html`)), tasks: data.tasks };
  const shown: unknown[] = [];
  const expected: unknown[] = [];
  for (const { file, tasks } of [...concerned.map((unit) => ({ file: fileOf(unit), tasks: tasksOf(unit) })), whole]) {
    for (const place of selectAll('tr[id^=t-], li[id^=t-]', file)) {
      const id = String(place.properties['id']).slice(2);
      const task = tasks.find((each) => each.id === id);
      if (!task) throw new Error(`a place of no task: ${id}`);
      shown.push([textOf(place).includes(task.text), ...fileCells(place)]);
      expected.push([true, ...COLUMNS.map((column) => expectedCell(task, column))]);
    }
  }
  expect(shown).toEqual(expected);
  expect(shown.length).toBeGreaterThan(2 * data.tasks.length);
});
