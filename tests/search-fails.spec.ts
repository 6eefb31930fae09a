import { expect, type Page, test } from '@playwright/test';
import { at, data, KINDS } from './support/published.ts';

const ASK = at(`/search/?q=${encodeURIComponent('一件事')}`);
const say = (page: Page) => page.locator('#results-count');
const note = (page: Page) => page.locator('.without-scripts');

/** Lets nothing through that matches, until it is told to; then all of it. */
async function hold(page: Page, pattern: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(pattern, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test.beforeEach(({ page }) => page.clock.install());

for (const name of ['answers.txt', 'words.txt', `${data.notice.id}.txt`]) {
  test(`while search/${name} does not arrive, the page says so after ten seconds; what comes later is shown`, async ({
    page,
  }) => {
    const release = await hold(page, new RegExp(`search/${name}$`, 'u'));
    const asked = page.waitForRequest(`**/search/${name}`);
    await page.goto(ASK, { waitUntil: 'domcontentloaded' });
    await page.clock.runFor(1_000);
    await asked;
    await expect(page.locator('#results')).toHaveAttribute('data-state', 'busy');
    await page.clock.runFor(8_000);
    await expect(say(page)).toBeEmpty();
    await page.clock.runFor(2_000);
    await expect(say(page)).toContainText('搜索数据还没有取到');
    await expect(say(page).getByRole('button', { name: '再试一次' })).toBeVisible();
    release();
    await expect(async () => {
      await page.clock.runFor(100);
      await expect(say(page)).toContainText('找到', { timeout: 100 });
    }).toPass();
    await expect(page.locator('article[data-hit]').first()).toBeVisible();
  });
}

test('where search data fails, the page says so at once, and a second try gets it', async ({ page }) => {
  await page.route(/search\/words\.txt$/u, (route) => route.fulfill({ status: 503 }), { times: 1 });
  await page.goto(ASK);
  await page.clock.runFor(1_000);
  await expect(say(page)).toContainText('搜索数据没有取到');
  await say(page).getByRole('button', { name: '再试一次' }).click();
  await page.clock.runFor(1_000);
  await expect(say(page)).toContainText('找到');
});

test('where the script of the search can’t be had, the page says so and offers other ways', async ({ page }) => {
  await page.route(/_astro\/.*\.js$/u, (route) => route.abort());
  await page.goto(ASK);
  await expect(note(page)).toBeVisible();
  await expect(page.locator('main a:visible[href$="/full/"]').first()).toBeVisible();
});

test('where the script of the search never arrives, the page says so after ten seconds', async ({ page }) => {
  const release = await hold(page, /_astro\/.*\.js$/u);
  await page.goto(ASK, { waitUntil: 'commit' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(note(page)).toBeHidden();
  await page.clock.runFor(11_000);
  await expect(note(page)).toBeVisible();
  release();
  await expect(page.locator('article[data-hit]').first()).toBeVisible();
  await expect(note(page)).toHaveCount(0);
});

test('where scripts can’t be had, the annex shows no control that does nothing', async ({ page }) => {
  await page.route(/_astro\/.*\.js$/u, (route) => route.abort());
  await page.goto(at(KINDS.annex));
  await expect(page.locator('#annex-tools')).toBeHidden();
});

test('where the display menu can’t be had, it says so', async ({ page }) => {
  await page.route(/_astro\/display\..*\.js$/u, (route) => route.abort());
  await page.goto(at(KINDS.section));
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await expect(page.locator('#display')).toHaveText('没有加载成功，请刷新后再试。');
});

test('where all is well, the line that says otherwise is gone', async ({ page }) => {
  await page.goto(ASK);
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await page.clock.runFor(11_000);
  await expect(note(page)).toHaveCount(0);
});
