import { expect, type Page, test } from '@playwright/test';
import { at, data } from './support/published.ts';
import { gradeIn } from './support/shown-cells.ts';

const { notice, tasks, units } = data;
const deadlines = `/${notice.id}/deadlines/`;
const ITEMS = '.due > li:visible, .possible tbody tr:visible';
const listed = (page: Page) =>
  page
    .locator(ITEMS)
    .evaluateAll((items) => items.map((item) => item.querySelector('a')?.pathname.split('/').at(-2) ?? ''));

test('all deadlines are a page that can be gone through: the calendar on top, each task where it is due', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at(deadlines));
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(10_000);
  await expect(page.getByRole('link', { name: '加入日历' })).toBeInViewport();
  expect(new Set(await listed(page))).toEqual(new Set(tasks.map(({ id }) => id)));
  // Twice only what is due in stages.
  const staged = tasks.flatMap(({ deadline: { reading } }) =>
    reading?.kind === 'staged' ? reading.stages.slice(1) : [],
  );
  expect(await listed(page)).toHaveLength(tasks.length + staged.length);
});

test('on a phone a task is its words and a line of who and when', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(at(deadlines));
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(17_000);
});

test('are narrowed to what a unit leads or supports for certain; the rest is counted', async ({ page }) => {
  const unit = units.find(({ name }) => name === '市民政局');
  const own = tasks.filter(({ lead, support }) =>
    [lead, support].some(
      (cell) => ['printed', 'inferred'].includes(gradeIn(cell)) && cell.units?.includes(unit?.slug ?? ''),
    ),
  );
  expect(own.length).toBeGreaterThan(0);
  await page.goto(at(deadlines));
  await page.locator('#unit').fill('mzj');
  await page.getByRole('option', { name: '市民政局' }).click();
  await expect(page.locator('#due-said')).toContainText(`${own.length} 项`);
  expect((await listed(page)).sort()).toEqual(own.map(({ id }) => id).sort());
  await expect(page).toHaveURL(new RegExp(`\\?unit=${unit?.slug}$`));
  await page.reload();
  await expect(page.locator('#due-said')).toContainText(`${own.length} 项`);
  const box = page.locator('#unit');
  await box.fill('');
  await box.press('Tab');
  expect(new Set(await listed(page))).toEqual(new Set(tasks.map(({ id }) => id)));
});
