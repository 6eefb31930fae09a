import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { data, dist } from './support/published.ts';
import { giveVoice } from './support/voice.ts';

const FILE = pathToFileURL(resolve(dist, join('offline', `${data.notice.id}.html`))).href;

/** What stands in each room, by the name of the way there. */
const ROOMS = new Map([
  ['目录', '.ways'],
  ['正文', '.full'],
  ['附件', '.annex'],
  ['单位', '.all-units'],
  ['时限', '.deadlines'],
  ['原文', '.source'],
  ['说明', '.provenance'],
]);
const PARTS = [...ROOMS.values()];

/** The parts of the file that are to be seen. */
const seen = (page: Page) =>
  page.evaluate(
    (parts) => parts.filter((part) => document.querySelector(`main ${part}`)?.checkVisibility() === true),
    PARTS,
  );
const ways = (page: Page) => page.getByRole('navigation', { name: '本文件各部分' });

test('one room at a time: each way leads to its own, is marked there, and the way back leads back', async ({
  page,
}) => {
  await page.goto(FILE);
  expect(await seen(page)).toEqual(['.ways']);
  for (const [name, part] of ROOMS) {
    await ways(page).getByRole('link', { name, exact: true }).click();
    await expect.poll(() => seen(page), name).toEqual([part]);
    await expect(ways(page).locator('[aria-current]')).toHaveText([name]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  await page.goBack();
  await expect.poll(() => seen(page)).toEqual(['.source']);
  await page.goForward();
  await expect.poll(() => seen(page)).toEqual(['.provenance']);
});

test('a link leads into another room, and the way back to where one was', async ({ page }) => {
  await page.goto(`${FILE}#t-13-8`);
  const row = page.locator('[id="t-13-8"]');
  await expect(row).toBeInViewport();
  const line = row.getByRole('link', { name: /行$/u }).first();
  await line.hover();
  const place = await page.evaluate(() => scrollY);
  await line.click();
  await expect.poll(() => seen(page)).toEqual(['.source']);
  await expect(page.locator(':target')).toBeInViewport();
  // Each line leads back to what was made of it.
  await expect(page.locator(':target a').first()).toHaveAttribute('href', /^#[ct]-/u);
  await page.goBack();
  await expect(row).toBeInViewport();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await row.getByRole('link', { name: /\]$/u }).first().click();
  await expect(page.locator('.reasons :target')).toBeInViewport();
});

test('every cell, task and section names lines that are there, and each leads to its line', async ({ page }) => {
  await page.goto(FILE);
  const wrong = await page.$$eval('.annex a[href^="#L"], .full a[href^="#L"]', (links) =>
    links
      .map((link) => [link.textContent, link.getAttribute('href') ?? ''])
      .filter(
        ([words = '', to = '']) => !document.getElementById(to.slice(1)) || `#L${Number.parseInt(words, 10)}` !== to,
      ),
  );
  expect(wrong).toEqual([]);
  const [first] = data.tasks;
  const told = page.locator(`[id="t-${first?.id}"] td`).nth(1).locator('a[href^="#L"]');
  await expect(told.first()).toHaveAttribute('href', `#L${first?.lead.lines[0]}`);
  expect(await page.locator('.source > li').count()).toBe(data.notice.source.lines);
});

test('the room that is shown is what is printed; from the first one it is the file', async ({ page }) => {
  await page.goto(FILE);
  await page.emulateMedia({ media: 'print' });
  expect(await seen(page)).toEqual(['.full', '.annex', '.provenance']);
  await page.emulateMedia({ media: 'screen' });
  await ways(page).getByRole('link', { name: '单位', exact: true }).click();
  await expect.poll(() => seen(page)).toEqual(['.all-units']);
  await page.emulateMedia({ media: 'print' });
  expect(await seen(page)).toEqual(['.all-units']);
});

test('a file reads aloud the room that is shown, a sentence at a time', async ({ page }) => {
  const voice = await giveVoice(page);
  const unit = data.units.find(({ leads, covers }) => leads.length > 0 && !covers)?.slug;
  for (const [address, first] of [
    [`${FILE}#text`, '[id="c-1-1"]'],
    [`${FILE}#units`, '#units'],
    [FILE.replace(/[^/]+$/u, `units/${unit}.html`), 'h1'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('button', { name: '显示' }).click();
    await page.getByRole('button', { name: '朗读' }).click();
    await expect(page.locator(`${first}[data-spoken]`)).toBeVisible();
    expect(await voice.spoken()).toEqual([(await page.locator(first).textContent())?.trim()]);
  }
});

test('the menu sets size, colours and the mode for older people, without scripts too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(FILE);
  const look = () =>
    page.evaluate(() => {
      const { fontSize, backgroundColor } = getComputedStyle(document.documentElement);
      return { fontSize, backgroundColor };
    });
  const before = await look();
  await page.getByRole('button', { name: '显示' }).click();
  await expect(page.getByRole('button', { name: '朗读' })).toBeHidden();
  await page.getByLabel('长者模式').check();
  expect((await look()).fontSize).toBe('24px');
  await page.getByLabel('字号').selectOption('30');
  await page.getByLabel('配色').selectOption('dark');
  expect((await look()).fontSize).toBe('30px');
  expect((await look()).backgroundColor).not.toBe(before.backgroundColor);
  await page.getByLabel('字号').selectOption('');
  const height = await page.locator('header.site').evaluate((header) => header.getBoundingClientRect().height);
  expect(height).toBeLessThanOrEqual(740 / 4);
  await context.close();
});

test('each room is a page of its own to a screen reader: its headings begin with the first level and skip none', async ({
  page,
}) => {
  await page.goto(FILE);
  for (const [name, part] of ROOMS) {
    await ways(page).getByRole('link', { name, exact: true }).click();
    await expect.poll(() => seen(page), name).toEqual([part]);
    const levels = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((headings) =>
        headings.filter((heading) => heading.checkVisibility()).map(({ localName }) => Number(localName.slice(1))),
      );
    expect(levels[0], name).toBe(1);
    expect(
      levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1),
      name,
    ).toEqual([]);
  }
});

test('without scripts all rooms stand one under the other', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${FILE}#units`);
  const shown = await Promise.all(PARTS.map((part) => page.locator(`main ${part}`).first().isVisible()));
  expect(shown).toEqual(PARTS.map(() => true));
  await context.close();
});
