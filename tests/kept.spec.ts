import { expect, type Page, test } from '@playwright/test';
import { at, base, KINDS } from './support/published.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the worker has kept what it keeps ahead. */
const untilKept = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL);

/** Waits until the page that is open is kept, which may be after it is shown. */
const untilThisIsKept = (page: Page) =>
  expect.poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined)).toBe(true);

test('after one visit the text, the annex and the deadlines are read without a network, and say that they were kept', async ({
  page,
  context,
}) => {
  await page.goto(at('/'));
  expect(await untilKept(page)).toContain(`${base}sw.js`);
  await context.setOffline(true);
  for (const address of [KINDS.section, KINDS.annex, KINDS.deadlines, KINDS.full]) {
    await page.goto(at(address));
    await expect(page.locator('.kept')).toContainText('连不上网络');
    await expect(page.locator('main h1')).toBeVisible();
    // Its style came along.
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length)).toBeGreaterThan(0);
  }
});

test('search answers without a network', async ({ page, context }) => {
  await page.goto(at('/'));
  await untilKept(page);
  await context.setOffline(true);
  await page.goto(at('/search/?q=营业执照'));
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await expect(page.locator('#results article').first()).toBeVisible();
});

test('a page that was read is kept; one that was not says so and leads on', async ({ page, context }) => {
  await page.goto(at('/'));
  await untilKept(page);
  await page.goto(at(KINDS.unit));
  const name = await page.locator('h1').textContent();
  await untilThisIsKept(page);
  await context.setOffline(true);
  await page.goto(at(KINDS.unit));
  await expect(page.locator('h1')).toHaveText(name ?? '');
  await page.goto(at(KINDS.task));
  await expect(page.locator('h1')).toHaveText('这一页没有保存在本机');
  await expect(page.locator('main a').first()).toHaveAttribute('href', base);
});

test('with a network a page is never the kept one', async ({ page }) => {
  await page.goto(at('/'));
  await untilKept(page);
  await page.goto(at(KINDS.section));
  await page.reload();
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('.kept')).toHaveCount(0);
});
