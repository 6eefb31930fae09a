import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { Task } from '../src/notice/model.ts';
import { at, data } from './support/published.ts';
import { gradeIn } from './support/shown-cells.ts';

const { notice, tasks, units } = data;
const annex = `/${notice.id}/annex/`;
const unit = units.find(({ name }) => name === '市民政局');
const slug = unit?.slug ?? '';

/** The rows that a view leaves, once it is shown. */
async function shownRows(page: Page) {
  await expect(page.locator('#annex-count')).toContainText('显示', { timeout: 15_000 });
  return page.locator('.annex tr[id^=t-]:visible').evaluateAll((rows) => rows.map((row) => row.id.slice(2)));
}
/** A plain box until someone turns to it. */
const unitBox = (page: Page) => page.getByLabel('单位', { exact: true }).and(page.locator('input'));
/** What can be reached by keyboard, one stop each. */
const stops = (page: Page) =>
  page
    .locator('a[href], button, select, input, summary')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
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
  await unitBox(page).fill('gaj');
  await page.getByRole('option', { name: '市公安局' }).click();
  await expect(page).toHaveURL(/\?unit=shi-gong-an-ju$/);
  const police = units.find(({ name }) => name === '市公安局');
  const wanted = police?.slug ?? '';
  const named = idsWhere((task) => sure(task, 'lead', wanted) || sure(task, 'support', wanted));
  expect((await shownRows(page)).sort()).toEqual(named.sort());
  await expect(page.locator('#annex-count')).toContainText(
    `显示 ${named.length} 行，筛选后隐藏 ${tasks.length - named.length} 行。另有`,
  );
  await tools.getByRole('combobox', { name: '职责' }).selectOption('lead');
  await expect(page).toHaveURL(/role=lead$/);
  expect((await shownRows(page)).sort()).toEqual([...(police?.leads ?? [])].sort());
  await expect(page).toHaveURL(/\?unit=shi-gong-an-ju&role=lead$/);
  await page.reload();
  await expect(unitBox(page)).toHaveValue('市公安局');
  expect((await shownRows(page)).sort()).toEqual([...(police?.leads ?? [])].sort());
  await page.goBack();
  await expect.poll(async () => (await shownRows(page)).sort()).toEqual(named.sort());
  await tools.getByRole('button', { name: '清除' }).click();
  await expect.poll(() => shownRows(page)).toEqual(idsWhere(() => true));
  await expect(unitBox(page)).toHaveValue('');
  await expect(page.locator('#annex-count')).toHaveText(`显示全部 ${tasks.length} 行。`);
});

test('the box for a unit is one for the keyboard, takes other names, and keeps nothing that was not chosen', async ({
  page,
}) => {
  await page.goto(at(annex));
  const box = unitBox(page);
  await box.focus();
  await expect(page.locator('#unit-choices').getByRole('option').first()).toContainText('任一');
  await page.keyboard.type('卫健委');
  await expect(page.locator('#unit-choices').getByRole('option')).toHaveText([/市卫生健康委/u]);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('市卫生健康委');
  await expect(page).toHaveURL(/unit=shi-wei-sheng-jian-kang-wei$/);
  await box.fill('没有这个单位');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('市卫生健康委');
  await box.fill('');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(new RegExp(`${annex}$`));
});

test('rows that only a candidate would match come on demand, and are marked', async ({ page }) => {
  const maybe = idsWhere((task) => mayConcern(task) && !task.lead.units?.includes(slug));
  await page.goto(at(`${annex}?unit=${slug}&role=support`));
  const certain = idsWhere((task) => sure(task, 'support', slug));
  expect(await shownRows(page)).toEqual(certain);
  await page.getByLabel('也显示可能的').check();
  await expect(page).toHaveURL(/maybe=1$/);
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
  await page.locator('.out summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '所列各行 CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe(`${notice.id}.csv`);
  expect(csv.startsWith('\uFEFF"任务",')).toBe(true);
  const records = csv.trim().split('\r\n').slice(1);
  expect(records.map((record) => /^"任务([\d-]+)"/u.exec(record)?.[1])).toEqual(shown);
  expect(records.every((record) => record.includes('【待核】'))).toBe(true);

  await page.getByRole('button', { name: '复制所列各行' }).click();
  await expect(page.locator('#tools-said')).toHaveText(`已复制 ${shown.length} 行`);
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').slice(1);
  expect(lines.map((line) => line.split('\t')[0])).toEqual(shown.map((id) => `任务${id}`));
  for (const [index, line] of lines.entries()) {
    const task = tasks.find(({ id }) => id === shown[index]);
    for (const candidate of task?.deadline.candidates ?? []) expect(line).toContain(candidate);
    expect(line).toContain('【原件待查】');
  }
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.locator('#tools-said')).toHaveText('已复制本页链接');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('nothing can be exported where no row is shown', async ({ page }) => {
  const elsewhere = data.sections.find(({ number }) =>
    tasks.every((task) => task.section !== number || (!sure(task, 'lead', slug) && !sure(task, 'support', slug))),
  );
  await page.goto(at(`${annex}?unit=${slug}&section=${elsewhere?.number}`));
  await expect(page.locator('#annex-count')).toContainText('显示 0 行');
  await expect(page.locator('.out')).toBeHidden();
});

test('a link to a row shows the row, whatever the filter', async ({ page }) => {
  await page.goto(at(`${annex}?section=1#t-13-8`));
  await expect(page.locator('#annex-count')).toContainText('全部', { timeout: 15_000 });
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

test('begins at once, and is not long to step through', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at(annex));
  const top = await page
    .locator('.annex tr[id^=t-]')
    .first()
    .evaluate((row) => row.getBoundingClientRect().top);
  expect(top).toBeLessThanOrEqual(420);
  expect(await stops(page)).toBeLessThan(400);
  await expect(page.locator('.fold-away summary:visible')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('rows are cards of a few lines, each cell with its name', async ({ page }) => {
    await page.goto(at(annex));
    expect(await heightOf(page)).toBeLessThan(20_000);
    expect(await stops(page)).toBeLessThan(400);
    const width = await page.locator('#t-13-8').evaluate((row) => row.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const label = await page
      .locator('#t-13-8 [data-label=配合]')
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(label).toContain('配合');
  });

  for (const scripts of [true, false]) {
    test(`what a card folds is there at a touch, whole, ${scripts ? 'with' : 'without'} scripts`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      await page.goto(new URL(at(annex), test.info().project.use.baseURL).href);
      const folded = tasks.filter(({ text, support }) => text.length > 60 && (support.units ?? []).length > 3);
      expect(folded.length).toBeGreaterThan(0);
      for (const { id, support } of folded) {
        const row = page.locator(`[id="t-${id}"]`);
        const words = row.locator('td').first();
        const isCut = () => words.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1);
        expect(await isCut(), id).toBe(true);
        await expect(row.getByText(support.text ?? '', { exact: true })).toBeHidden();
        await row.locator('summary').click();
        expect(await isCut(), id).toBe(false);
        await expect(row.getByText(support.text ?? '', { exact: true })).toBeVisible();
      }
      await context.close();
    });
  }

  test('a reason that is folded opens for the mark that leads to it', async ({ page }) => {
    await page.goto(at(annex));
    const mark = page.locator('[id="t-13-8"] [data-label=时限] a.mark');
    const reason = page.locator(`[id="${(await mark.getAttribute('href'))?.slice(1)}"]`);
    await expect(reason).toBeHidden();
    await mark.click();
    await expect(reason).toBeInViewport();
  });
});

test('paper holds whole what a phone folds', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(at(annex));
  await page.emulateMedia({ media: 'print' });
  const cut = await page
    .locator('.annex td')
    .evaluateAll((cells) => cells.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length);
  expect(cut).toBe(0);
  await expect(page.locator('.fold-away summary:visible')).toHaveCount(0);
  expect(
    await page
      .locator('.fold-away > *:not(summary)')
      .evaluateAll((all) => all.filter((one) => !one.checkVisibility()).length),
  ).toBe(0);
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
