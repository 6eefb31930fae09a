import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { Cell, NoticeData } from '../src/notice/model.ts';
import { namesDate } from '../src/notice/months.ts';
import { axeFindings, type Layout } from './support/axe.ts';
import { csvRows, icsEvents, type Row, xlsxRows } from './support/data-files.ts';
import { addresses, at, bytesAt, dist, others, treeAt, unitSheet } from './support/published.ts';
import { gradeIn, MARKS } from './support/shown-cells.ts';
import { listedOn } from './support/unit-page.ts';

/** Notices of any form and office: each has pages, units, search and files that say what its data say. */

const COLUMNS = { lead: '牵头单位', support: '配合单位', responsible: '责任单位', deadline: '完成时限' } as const;
type Column = keyof typeof COLUMNS;
type Cells = Partial<Record<Column, Cell>>;

/** A notice's data as published: a cell that it does not print is absent. */
const published = (id: string): Omit<NoticeData, 'tasks'> & { tasks: (Cells & NoticeData['tasks'][number])[] } =>
  JSON.parse(bytesAt(`/data/${id}.json`).toString('utf8'));

/** One page of each kind that a notice has: the largest. */
function kindsOf(id: string): string[] {
  const kinds = Map.groupBy(
    addresses.filter((address) => address.startsWith(`/${id}/`)),
    (address) => address.replace(/\/(section|task)\/([a-z]*)[\d-]*\/$/u, '/$1/$2'),
  );
  return [...kinds.values()].map((all) =>
    all.reduce((most, each) => (bytesAt(each).length > bytesAt(most).length ? each : most)),
  );
}

/** What a table of tasks says of a cell, and what the data say that it must. */
const partsOf = (column: Column) =>
  column === 'deadline' ? ['', '状态', '可能的内容'] : ['', '状态', '名单', '可能的内容'];
// A mark before 2024年 keeps a spreadsheet from reading a date.
const inTable = (row: Row, column: Column) =>
  partsOf(column).map((part) => (row.get(`${COLUMNS[column]}${part}`) ?? '').replace(/^'/u, ''));
function inData(cell: Cell | undefined, column: Column, { units }: Pick<NoticeData, 'units'>): string[] {
  const names = (cell?.units ?? []).map((slug) => units.find((unit) => unit.slug === slug)?.name).join('｜');
  const grade = cell && { ...MARKS, open: '待核' }[gradeIn(cell)];
  return [
    cell ? (cell.text ?? '【待核】') : '',
    grade ?? '',
    ...(column === 'deadline' ? [] : [names]),
    (cell?.candidates ?? []).join('｜'),
  ];
}

/** A phone: the bar at the foot of its screen stands where it lies over nothing, wherever the page was scrolled to. */
const PHONE: Layout = {
  name: '360 px',
  width: 360,
  set: (page) =>
    page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('body *'))
        if (getComputedStyle(element).position === 'fixed') element.style.position = 'static';
    }),
};

/** Asks the search page that is open, and gives the addresses of its hits. */
async function ask(page: Page, query: string): Promise<string[]> {
  await page.goto(at(`/search/?q=${encodeURIComponent(query)}`));
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  const links = page.locator('article[data-hit] a[href]');
  return links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
}

for (const { notice, sections, units } of others) {
  const { id, title, number } = notice;
  // A notice that was handed in in two forms looks the same in both.
  const isSecond = others.find((each) => each.notice.title === title)?.notice.id !== id;
  const testLooks = isSecond ? test.skip : test;
  test.describe(id, () => {
    testLooks('axe finds nothing on any kind of its pages, on a phone, light and dark', async ({ page }) => {
      const found: string[] = [];
      for (const address of kindsOf(id)) {
        await page.goto(at(address));
        const findings = await axeFindings(page, [PHONE]);
        found.push(...findings.map((finding) => `${address} ${finding}`));
      }
      expect(found).toEqual([]);
    });

    test('the page of each unit lists its tasks of the data, in their roles, and no others', () => {
      const wrong = units.flatMap(({ slug, name, leads, supports, answersFor = [], unsure }) => {
        const sheet = unitSheet(slug, id);
        const expected = Object.entries({ lead: leads, support: supports, responsible: answersFor }).flatMap(
          ([role, tasks]) => tasks.map((task) => `own ${role} ${task}`),
        );
        if (!sheet) return expected.length > 0 ? [`${name} has no page`] : [];
        const listed = listedOn(treeAt(sheet)).filter((duty) => duty.startsWith('own'));
        const same = JSON.stringify([...new Set(listed)].sort()) === JSON.stringify([...new Set(expected)].sort());
        return same ? [] : [`${sheet}: ${listed} instead of ${expected} ${JSON.stringify(unsure ?? '')}`];
      });
      expect(wrong).toEqual([]);
    });

    testLooks('it is found by its title, its number, a sentence and a unit of it', async ({ page }) => {
      const clauses = sections.flatMap((section) => section.clauses).filter(({ text }) => text.length > 20);
      const clause = clauses[clauses.length >> 1]?.text ?? '';
      // Another form of the same notice answers as well.
      const same = others.filter((each) => each.notice.title === title).map((each) => `/${each.notice.id}/`);
      for (const query of [title, number ?? '', clause.slice(4, 18)].filter((words) => words !== '')) {
        const found = await ask(page, query);
        expect(
          found.filter((address) => same.some((own) => address.includes(own))),
          query,
        ).not.toEqual([]);
      }
      const [unit] = units.filter(
        ({ leads, answersFor = [], covers }) => !covers && leads.length + answersFor.length > 0,
      );
      if (unit)
        expect(await ask(page, unit.name), unit.name).toContain(
          new URL(at(`/units/${unit.slug}/`), page.url()).pathname.replace(/^\/search/u, ''),
        );
    });

    testLooks('its file for double-click opens without a network, and finds a sentence', async ({ page }) => {
      const said: string[] = [];
      page.on('pageerror', ({ message }) => said.push(message));
      page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
      await page.goto(pathToFileURL(resolve(join(dist, 'offline', `${id}.html`))).href);
      await expect(page.locator('h1:visible').first()).toBeVisible();
      const clauses = sections.flatMap((section) => section.clauses).filter(({ text }) => text.length > 20);
      await page.locator('form.search input').fill(clauses[0]?.text.slice(4, 16) ?? title);
      await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
      await expect(page.locator('#results h2 a').first()).toBeVisible();
      expect(said).toEqual([]);
    });

    test('tables and calendar say what the data say', () => {
      const { tasks, units: all } = published(id);
      if (tasks.length === 0) return;
      for (const rows of [csvRows(`/data/${id}.csv`), xlsxRows(`/data/${id}.xlsx`, 2)]) {
        expect(rows.map((row) => [row.get('任务'), row.get('具体工作')])).toEqual(
          tasks.map(({ id: task, text }) => [`任务${task}`, text]),
        );
        for (const column of Object.keys(COLUMNS) as Column[])
          expect(rows.map((row) => inTable(row, column))).toEqual(
            tasks.map((task) => inData(task[column], column, { units: all })),
          );
      }
      const dated = tasks.flatMap(({ id: task, deadline }) => {
        const reading = deadline?.status === 'open' ? undefined : deadline?.reading;
        if (!reading || !namesDate(reading)) return [];
        return (reading.kind === 'staged' ? reading.stages : [reading]).map(() => task);
      });
      const events = dated.length > 0 ? icsEvents(`/data/${id}.ics`).events : [];
      expect(events.map(({ uid }) => /-((?:[a-z]\d*)*\d+-\d+)(?:-stage\d)?@/u.exec(uid)?.[1])).toEqual(dated);
    });
  });
}
