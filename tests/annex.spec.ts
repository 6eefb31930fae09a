import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { Task } from '../src/notice/model.ts';
import { gradeIn } from './support/shown-cells.ts';
import { at, data } from './support/site.ts';

const { notice, tasks, units } = data;
const annex = `/${notice.id}/annex/`;
const unit = units.find(({ name }) => name === '市民政局');
const slug = unit?.slug ?? '';

const shownRows = (page: Page) =>
  page.locator('.annex tr[id^=t-]:visible').evaluateAll((rows) => rows.map((row) => row.id.slice(2)));
const idsWhere = (wanted: (task: Task) => boolean) => tasks.filter(wanted).map(({ id }) => id);
/** Whether a row matches by what a certain cell says. */
const sure = (task: Task, role: 'lead' | 'support', wanted: string) =>
  ['printed', 'inferred'].includes(gradeIn(task[role])) && task[role].units?.includes(wanted) === true;
const mayConcern = ({ support }: Task) =>
  (support.status === 'open' && support.candidateUnits?.some((slugs) => slugs.includes(slug)) === true) ||
  (gradeIn(support) === 'unsure' && support.units?.includes(slug) === true);

test('filters by unit and role, tells what is hidden, and keeps the view in the address', async ({ page }) => {
  await page.goto(at(annex));
  const tools = page.getByRole('group', { name: '筛选与排序' });
  await tools.getByRole('combobox', { name: '单位', exact: true }).selectOption({ label: '市公安局' });
  const police = units.find(({ name }) => name === '市公安局');
  const wanted = police?.slug ?? '';
  const named = idsWhere((task) => sure(task, 'lead', wanted) || sure(task, 'support', wanted));
  expect((await shownRows(page)).sort()).toEqual(named.sort());
  await expect(page.locator('#annex-count')).toContainText(
    `显示 ${named.length} 行，筛选后隐藏 ${tasks.length - named.length} 行。另有`,
  );
  await tools.getByRole('combobox', { name: '职责' }).selectOption('lead');
  expect((await shownRows(page)).sort()).toEqual([...(police?.leads ?? [])].sort());
  await expect(page).toHaveURL(/\?unit=shi-gong-an-ju&role=lead$/);
  await page.reload();
  expect((await shownRows(page)).sort()).toEqual([...(police?.leads ?? [])].sort());
  await page.goBack();
  expect((await shownRows(page)).sort()).toEqual(named.sort());
  await tools.getByRole('button', { name: '清除筛选' }).click();
  expect(await shownRows(page)).toEqual(idsWhere(() => true));
  await expect(page.locator('#annex-count')).toHaveText(`显示全部 ${tasks.length} 行。`);
});

test('rows that only a candidate would match come on demand, and are marked', async ({ page }) => {
  const maybe = idsWhere((task) => mayConcern(task) && !task.lead.units?.includes(slug));
  await page.goto(at(`${annex}?unit=${slug}&role=support`));
  const certain = idsWhere((task) => sure(task, 'support', slug));
  expect(await shownRows(page)).toEqual(certain);
  await page.getByLabel('连同可能符合的行').check();
  const possible = idsWhere((task) => mayConcern(task) || certain.includes(task.id));
  expect(await shownRows(page)).toEqual(possible);
  await expect(page.locator('tr.may-match:visible')).toHaveCount(possible.length - certain.length);
  expect(possible.length).toBeGreaterThanOrEqual(maybe.length);
});

test('filters by month, section, certainty and kind of unit together', async ({ page }) => {
  await page.goto(at(`${annex}?due=2022-10&section=13`));
  expect(await shownRows(page)).toEqual(
    idsWhere(
      ({ section, deadline: { reading, mayBeMissing } }) =>
        section === 13 && reading?.kind === 'by' && reading.date === '2022-10' && !mayBeMissing,
    ),
  );
  await page.goto(at(`${annex}?due=open&status=open`));
  expect(await shownRows(page)).toEqual(idsWhere(({ deadline }) => deadline.status === 'open'));
  const kinds = new Map(units.map(({ slug, kind }) => [slug, kind]));
  await page.goto(at(`${annex}?unit=kind-2&role=lead`));
  expect(await shownRows(page)).toEqual(
    idsWhere(({ lead }) => lead.units?.some((name) => kinds.get(name) === '区县政府') === true),
  );
});

test('sorts within the sections and leaves them in order', async ({ page }) => {
  await page.goto(at(`${annex}?sort=due`));
  const sorted = await shownRows(page);
  expect(sorted).not.toEqual(idsWhere(() => true));
  expect(sorted.map((id) => Number.parseInt(id, 10))).toEqual(tasks.map(({ section }) => section));
  const open = (id: string) => tasks.find((task) => task.id === id)?.deadline.status === 'open';
  const last = sorted.filter((id) => id.startsWith('13-')).map(open);
  expect(last).toEqual([...last].sort((a, b) => Number(a) - Number(b)));
});

test('the rows shown can be downloaded and copied as they stand', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at(`${annex}?section=13&status=open&sort=due`));
  const shown = await shownRows(page);
  await page.locator('.menu summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载所列各行' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe(`${notice.id}.csv`);
  expect(csv.startsWith('\uFEFF"任务",')).toBe(true);
  const records = csv.trim().split('\r\n').slice(1);
  expect(records.map((record) => /^"任务([\d-]+)"/u.exec(record)?.[1])).toEqual(shown);
  expect(records.every((record) => record.includes('【待核】'))).toBe(true);

  await page.getByRole('button', { name: '复制所列各行' }).click();
  await expect(page.locator('#annex-said')).toHaveText(`已复制 ${shown.length} 行`);
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').slice(1);
  expect(lines.map((line) => line.split('\t')[0])).toEqual(shown.map((id) => `任务${id}`));
  for (const [index, line] of lines.entries()) {
    const task = tasks.find(({ id }) => id === shown[index]);
    for (const candidate of task?.deadline.candidates ?? []) expect(line).toContain(candidate);
    expect(line).toContain('【待核】');
  }
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.locator('#annex-said')).toHaveText('已复制此视图的链接');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('nothing can be exported where no row is shown', async ({ page }) => {
  const elsewhere = data.sections.find(({ number }) =>
    tasks.every((task) => task.section !== number || (!sure(task, 'lead', slug) && !sure(task, 'support', slug))),
  );
  await page.goto(at(`${annex}?unit=${slug}&section=${elsewhere?.number}`));
  await expect(page.locator('#annex-count')).toContainText('显示 0 行');
  await expect(page.locator('.menu')).toBeHidden();
});

test('a link to a row shows the row, whatever the filter', async ({ page }) => {
  await page.goto(at(`${annex}?section=1#t-13-8`));
  await expect(page.locator('#t-13-8')).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`${annex}$`));
});

test('the head stays in sight while the page scrolls to its end, and hides no row that a link leads to', async ({
  page,
}) => {
  await page.goto(at(`${annex}#t-13-8`));
  const head = page.getByRole('columnheader', { name: '完成时限' });
  await expect(head).toBeInViewport();
  const bottom = await head.evaluate((cell) => cell.getBoundingClientRect().bottom);
  const top = await page.locator('#t-13-8').evaluate((row) => row.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(bottom);
  await page.keyboard.press('End');
  await expect(page.locator('body > footer')).toBeInViewport();
  const { footer, whole } = await page.evaluate(() => ({
    footer: (document.querySelector('body > footer')?.getBoundingClientRect().bottom ?? 0) + scrollY,
    whole: document.documentElement.scrollHeight,
  }));
  expect(Math.abs(whole - footer)).toBeLessThanOrEqual(1);
});

test('rows are cards on a narrow screen, each cell with its name', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(at(annex));
  const width = await page.locator('#t-13-8').evaluate((row) => row.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  const label = await page
    .locator('#t-13-8 [data-label=配合单位]')
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toContain('配合单位');
});

test('prints the rows shown as an unbroken table with its head on each sheet, without the tools', async ({ page }) => {
  await page.goto(at(`${annex}?section=13`));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(page.locator('#annex-count')).toBeVisible();
  const styles = await page.locator('.annex').evaluate((table) => ({
    head: getComputedStyle(table.querySelector('thead') ?? table).display,
    row: getComputedStyle(table.querySelector('tbody tr') ?? table).breakInside,
  }));
  expect(styles).toEqual({ head: 'table-header-group', row: 'avoid' });
});

test('without scripts the whole table stands, and no tool that could do nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL(at(annex), test.info().project.use.baseURL).href);
  await expect(page.locator('.annex tr[id^=t-]:visible')).toHaveCount(tasks.length);
  await expect(page.locator('#annex-tools')).toBeHidden();
  await context.close();
});
