import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { axeFindings, type Layout } from './support/axe.ts';
import { data, dist } from './support/published.ts';

const [unit] = data.units.filter(({ covers }) => !covers).sort((a, b) => b.leads.length - a.leads.length);
const FILES = [
  ['the whole notice', `${data.notice.id}.html`],
  ['a search', `${data.notice.id}.html`],
  ['a unit', join('units', `${unit?.slug}.html`)],
] as const;
const address = (file: string) => pathToFileURL(resolve(dist, 'offline', file)).href;

/** Sets the mode for those who need large print, and leaves the menu. */
async function enlarge(page: Page): Promise<void> {
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await page.getByLabel('长者模式').check();
  await page.keyboard.press('Escape');
}

const LAYOUTS: Layout[] = [
  { name: '1280 px', width: 1280 },
  { name: '360 px', width: 360 },
  { name: '360 px, large print', width: 360, set: enlarge },
];

/**
 * Shows every room at once, as they stand without scripts, or takes out those that a search has closed: what is not
 * shown is not judged, and to ask how it would be shown takes a browser longer than all else.
 */
const openRooms = (page: Page, searched: boolean) =>
  page.evaluate((alone) => {
    if (alone) for (const closed of document.querySelectorAll('main > :not(.here)')) closed.remove();
    else document.documentElement.removeAttribute('data-room');
  }, searched);

for (const [what, file] of FILES) {
  const query = what === 'a search' ? `?q=${encodeURIComponent('一件事')}` : '';

  test(`axe finds nothing, wide, narrow and in large print, light and dark: ${what}`, async ({ page }) => {
    await page.goto(address(file) + query);
    if (query) await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
    await openRooms(page, query !== '');
    expect(await axeFindings(page, LAYOUTS)).toEqual([]);
  });

  test(`${what} stays within 320 px, in large print too`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(address(file) + query);
    await page.locator('details').evaluateAll((boxes) => {
      for (const box of boxes) (box as HTMLDetailsElement).open = true;
    });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(320);
    await enlarge(page);
    expect(await width()).toBe(320);
  });
}

test('a search leaves the place in the text: clearing the box and going back both lead there', async ({ page }) => {
  await page.goto(`${address(`${data.notice.id}.html`)}#t-13-8`);
  await page.evaluate(() => scrollBy(0, 300));
  const place = await page.evaluate(() => scrollY);
  await page.keyboard.press('/');
  await page.keyboard.type('平台');
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await page.keyboard.type('一件事');
  await expect(page).toHaveURL(/q=/);
  await page.goBack();
  await expect(page.locator('[id="t-13-8"]')).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test('on a phone the box for the search is in view', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address(`${data.notice.id}.html`));
  await page.locator('form.search input').fill('残疾人');
  await expect(page.locator('#results h2 a').first()).toBeInViewport();
});

test('a search can be asked again from one of its hits', async ({ page }) => {
  await page.goto(`${address(`${data.notice.id}.html`)}?q=${encodeURIComponent('平台')}`);
  const hits = page.locator('#results h2 a');
  await hits.nth(2).click();
  await expect(page.locator('#results')).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  await expect(hits.nth(1)).toBeVisible();
  await hits.nth(1).click();
  await page.goBack();
  await expect(hits.nth(1)).toBeVisible();
});

test('a filter outlasts the words: its hits stay until it is cleared too', async ({ page }) => {
  await page.goto(`${address(`${data.notice.id}.html`)}?q=${encodeURIComponent('一件事')}&kind=task`);
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await page.locator('form.search input').fill('');
  await expect(page.locator('#results-count')).toContainText(String(data.tasks.length));
  await page.locator('select[name=kind]').selectOption('');
  await expect(page.locator('#results')).toBeHidden();
});

test('a slash typed elsewhere than in the text stays there', async ({ page }) => {
  await page.goto(`${address(`${data.notice.id}.html`)}?q=${encodeURIComponent('一件事')}`);
  const kind = page.locator('select[name=kind]');
  await kind.focus();
  await page.keyboard.press('/');
  await expect(kind).toBeFocused();
});

test('by keyboard alone: from the slash to a hit, to its row, and back to the hits', async ({ page }) => {
  await page.goto(address(`${data.notice.id}.html`));
  await page.keyboard.press('/');
  await page.keyboard.type('办不成事');
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  await page.keyboard.press('ArrowDown');
  const hit = page.locator('#results a').first();
  await expect(hit).toBeFocused();
  const place = (await hit.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.locator(place.replace('#', '[id="').concat('"]'))).toBeInViewport();
  await expect(page.locator('#results')).toBeHidden();
  await page.goBack();
  await expect(hit).toBeVisible();
});
