import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { base, data } from './support/published.ts';
import { scratch } from './support/scratch.ts';

/** The unit that leads most. */
const unit = data.units.filter(({ covers }) => !covers).sort((a, b) => b.leads.length - a.leads.length)[0];

/** Opens the annex in a view, and waits for it. */
const openAnnex = async (page: Page, view: string) => {
  await page.goto(`./${data.notice.id}/annex/?${view}`);
  await expect(page.locator('#annex-count')).toContainText('显示', { timeout: 15_000 });
};

/** Opens the dialog; on the annex its button stands in a menu. */
const openExport = async (page: Page) => {
  const menu = page.locator('.out summary');
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('button', { name: '导出为离线文件' }).click();
};

/** Makes a file of what the page shows, and opens it. */
const download = async (page: Page, title: string, pick?: (dialog: Locator) => Promise<void>) => {
  await openExport(page);
  const dialog = page.getByRole('dialog', { name: '导出为离线文件' });
  await dialog.getByLabel('标题').fill(title);
  await pick?.(dialog);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${title}.html`);
  const path = join(scratch('made '), 'made.html');
  await file.saveAs(path);
  await page.goto(pathToFileURL(path).href);
};
const rowIds = (page: Page) => page.$$eval('tr[id^="t-"]', (rows) => rows.map(({ id }) => id.slice(2)));

test('holds exactly the rows that the annex shows, under the title given', async ({ page }) => {
  await openAnnex(page, `unit=${unit?.slug}&role=lead`);
  const shown = await page.$$eval('tr[id^="t-"]:not([hidden])', (rows) => rows.map(({ id }) => id.slice(2)));
  await download(page, '我处牵头');
  expect(await rowIds(page)).toEqual(shown);
  expect(shown.sort()).toEqual([...(unit?.leads ?? [])].sort());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我处牵头');
  await expect(page.locator('.provenance')).toContainText(data.notice.source.sha256);
});

test('keeps the order of the annex, and tells of it and of the page that it was made from', async ({ page }) => {
  await openAnnex(page, 'section=13&sort=due');
  const address = page.url();
  const shown = await page.$$eval('tr[id^="t-"]:not([hidden])', (rows) => rows.map(({ id }) => id.slice(2)));
  expect(shown).not.toEqual(data.tasks.filter(({ section }) => section === 13).map(({ id }) => id));
  await download(page, '按时限');
  expect(await rowIds(page)).toEqual(shown);
  await expect(page.locator('.title')).toContainText('按完成时限排列');
  await expect(page.getByRole('link', { name: address })).toHaveAttribute('href', address);
});

test('holds exactly the results that the search shows', async ({ page }) => {
  await page.goto('./search/?q=一件事&kind=task');
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  const hrefs = await page.$$eval('#results h2 a', (links) =>
    links.map((link) => (link as HTMLAnchorElement).pathname),
  );
  const shown = hrefs.map((path) => path.slice(base.length).split('/')[2] ?? '');
  await download(page, '一件事');
  expect((await rowIds(page)).sort()).toEqual(shown.sort());
});

test('holds those sentences of a search that were picked, once all were cleared', async ({ page }) => {
  await page.goto('./search/?q=一件事');
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await page.getByRole('button', { name: '更多' }).click();
  await expect(page.getByRole('button', { name: '更多' })).toBeHidden();
  let words = '';
  await download(page, '一句', async (dialog) => {
    for (const all of await dialog.getByLabel('全选').all()) await all.uncheck();
    const sentences = dialog.getByRole('group', { name: /^条文：选中 0，/ });
    const second = sentences.getByRole('checkbox').nth(2);
    words = (await second.locator('..').innerText()).replace(/^[\d-]+\s/u, '');
    await second.check();
    await expect(dialog.getByRole('group', { name: /^条文：选中 1，/ })).toBeVisible();
  });
  expect(await rowIds(page)).toEqual([]);
  await expect(page.locator('.sentence')).toHaveCount(1);
  await expect(page.locator('.sentence')).toContainText(words);
});

test('says how many rows it leaves out: those that only may fit, and those that were unticked', async ({ page }) => {
  const month = '2022-12';
  const maybe = data.tasks.filter(
    ({ deadline: { status, text, mayBeMissing, candidates = [] } }) =>
      (status === 'open' && (candidates.length === 0 || candidates.some((text) => text.includes('2022年12月')))) ||
      (status === 'inferred' && mayBeMissing && text?.includes('2022年12月')),
  );
  await openAnnex(page, `due=${month}`);
  const shown = await page.locator('tr[id^="t-"]:not([hidden])').count();
  await download(page, '十二月', (dialog) => dialog.getByRole('checkbox').nth(1).uncheck());
  const said = page.locator('.provenance');
  await expect(said).toContainText(`另有 ${maybe.length} 行原件待查或可能漏录，可能符合，未列入`);
  await expect(said).toContainText(`任务从所列 ${shown} 项中选取 ${shown - 1} 项`);
});

test('keeps apart what a search finds only in candidates, and tells what its filters leave out', async ({ page }) => {
  const police = data.units.find(({ name }) => name === '市公安局');
  const maybe = data.tasks.filter(
    ({ support }) =>
      (support.status === 'open' && support.candidateUnits?.some((slugs) => slugs.includes(police?.slug ?? ''))) ||
      (support.mayBeMissing && support.units?.includes(police?.slug ?? '')),
  );
  await page.goto('./search/?q=市公安局');
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await download(page, '公安');
  const apart = page.locator('section', { has: page.getByRole('heading', { name: /^可能符合的任务/u }) });
  const ids = await apart.locator('tr[id^="t-"]').evaluateAll((rows) => rows.map(({ id }) => id.slice(2)));
  expect(ids).toEqual(maybe.map(({ id }) => id));
  await expect(page.locator('.provenance')).toContainText(`可能涉及的任务 ${maybe.length} 项`);

  await page.goto(new URL(`./search/?q=&due=2022-12`, test.info().project.use.baseURL).href);
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await download(page, '十二月');
  await expect(page.locator('.provenance')).toContainText('原件待查而可能符合的任务未列入');
});

test('says that it holds no more of a search than the page lists', async ({ page }) => {
  await page.goto('./search/?q=一件事');
  await expect(page.getByRole('button', { name: '更多' })).toBeVisible();
  await download(page, '前几条');
  await expect(page.locator('.provenance')).toContainText('只列入页面上已列出的结果，其余的未列入');
});

test('a title of spaces is no title', async ({ page }) => {
  await openAnnex(page, 'section=1');
  await openExport(page);
  const dialog = page.getByRole('dialog', { name: '导出为离线文件' });
  const proposed = await dialog.getByLabel('标题').inputValue();
  await dialog.getByLabel('标题').fill('   ');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${proposed}.html`);
});

test('leaves out a row that was unticked', async ({ page }) => {
  const [first, ...others] = data.tasks.filter(({ section }) => section === 1).map(({ id }) => id);
  await openAnnex(page, 'section=1');
  await download(page, '第一部分', (dialog) => dialog.locator(`input[value="${first}"]`).uncheck());
  expect(await rowIds(page)).toEqual(others);
});
