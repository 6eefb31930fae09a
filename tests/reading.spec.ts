import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { at, data, KINDS, treeAt } from './support/published.ts';
import { giveVoice } from './support/voice.ts';

const PHONE = { width: 360, height: 740 };
const elder = (page: Page) =>
  page.addInitScript(() => localStorage.setItem('display', JSON.stringify({ elder: true })));

/** The notice as it was received, without its spaces. */
const received = readFileSync(join('seeds', data.notice.id, data.notice.source.file), 'utf8').replace(/\s/gu, '');

/** Runs in the page: how far its end is from the end of its footer. */
const belowFooter = () =>
  Math.abs(
    document.documentElement.scrollHeight -
      Math.ceil((document.querySelector('footer.site')?.getBoundingClientRect().bottom ?? 0) + scrollY),
  );

const headerHeight = (page: Page) =>
  page.locator('header.site').evaluate((header) => header.getBoundingClientRect().height);

test('every kind of page has a low header on a phone, ends where its footer does, and is typed into with letters of 16 px', async ({
  page,
}) => {
  const wrong: string[] = [];
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.setViewportSize(PHONE);
    await page.goto(at(address));
    const height = await headerHeight(page);
    if (height > 120) wrong.push(`${kind}: a header of ${height} px`);
    const small = await page
      .locator('input, select, textarea')
      .evaluateAll((boxes) =>
        boxes.filter((box) => parseFloat(getComputedStyle(box).fontSize) < 16).map(({ outerHTML }) => outerHTML),
      );
    wrong.push(...small.map((html) => `${kind}: small letters in ${html.slice(0, 80)}`));
    for (const width of [PHONE.width, 1280]) {
      await page.setViewportSize({ width, height: PHONE.height });
      const below = await page.evaluate(belowFooter);
      if (below > 1) wrong.push(`${kind}, ${width} px: ${below} px below its footer`);
    }
  }
  expect(wrong).toEqual([]);
});

test('in elder mode a phone’s header is a quarter of the screen at most, and whatever can be touched is 60 px high, on every kind of page', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await elder(page);
  const wrong: string[] = [];
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.goto(at(address));
    const height = await headerHeight(page);
    if (height > PHONE.height / 4) wrong.push(`${kind}: a header of ${height} px`);
    const small = await page
      .locator('main')
      .locator('a, button, summary, select')
      .evaluateAll((targets) =>
        targets
          .filter((target) => target.checkVisibility() && !target.closest('svg'))
          .filter((target) => target.getBoundingClientRect().height < 59.5)
          .map(({ outerHTML }) => outerHTML.slice(0, 90)),
      );
    wrong.push(...small.slice(0, 3).map((html) => `${kind}: low: ${html}`));
  }
  expect(wrong).toEqual([]);
});

test('on a phone a section begins within 400 px', async ({ page }) => {
  await page.setViewportSize(PHONE);
  for (const { number, clauses } of data.sections) {
    await page.goto(at(`/${data.notice.id}/section/${number}/`));
    const top = await page
      .locator(`[id="c-${clauses[0]?.id}"]`)
      .evaluate((sentence) => (sentence.getClientRects()[0]?.top ?? 0) + scrollY);
    expect(top, `section ${number}`).toBeLessThanOrEqual(400);
  }
});

test('a section is printed as received: one paragraph that its heading begins', () => {
  for (const { number } of data.sections) {
    const printed = select('.official-text', treeAt(`/${data.notice.id}/section/${number}/`));
    if (!printed) throw new Error(`Section ${number} has no paragraph`);
    const paragraph = structuredClone(printed);
    for (const sign of selectAll('.cite', paragraph)) sign.children = [];
    const words = textOf(paragraph);
    expect(words).not.toMatch(/\s/u);
    expect(received, `section ${number}`).toContain(words);
  }
});

test('the full page prints each section as received', () => {
  const sections = selectAll('.full section', treeAt(KINDS.full));
  expect(sections.length).toBe(data.sections.length);
  for (const section of sections) expect(received).toContain(textOf(section).replace(/\s/gu, ''));
});

test('the sign behind a sentence copies its link and keeps the focus', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at(KINDS.section));
  const sign = page.locator('a.cite').nth(1);
  await sign.click();
  await expect(page.locator('#tools-said')).toHaveText('已复制这一句的链接');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  expect(page.url()).toContain('#c-');
  await expect(sign).toBeFocused();
});

test('copying without the clipboard of a safe page keeps the focus', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(at(KINDS.section));
  const button = page.getByRole('button', { name: '复制链接' });
  await button.click();
  await expect(page.locator('#tools-said')).not.toBeEmpty();
  await expect(button).toBeFocused();
});

test('the header that stays in view takes the clicks of nothing that passes below it, and is printed over by nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(at(KINDS.section));
  const over: string[] = [];
  const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  for (let y = 0; y < end; y += 97) {
    const found = await page.evaluate((top) => {
      scrollTo({ top, behavior: 'instant' });
      const header = document.querySelector('header.site');
      return [60, 300, 640, 900, 1150].filter((x) => !header?.contains(document.elementFromPoint(x, 30)));
    }, y);
    if (found.length > 0) over.push(`${y}: ${found}`);
  }
  expect(over).toEqual([]);
});

test('what a link leads to is not hidden by the header', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const [row] = data.tasks.filter(({ section }) => KINDS.section.endsWith(`/${section}/`)).slice(-1);
  await page.goto(at(`${KINDS.section}#t-${row?.id}`));
  const [target, header] = await page.evaluate(() =>
    [':target', 'header.site'].map((name) => document.querySelector(name)?.getBoundingClientRect()),
  );
  expect(target?.top).toBeGreaterThanOrEqual(header?.bottom ?? 0);
});

test('on a phone the contents are a sheet, a step away, without scripts too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(at(KINDS.section));
  await page.getByRole('button', { name: '目录' }).click();
  await expect(page.locator('#rail a').first()).toBeVisible();
  await context.close();
});

test('read aloud marks the sentence that is read; without a voice it says so', async ({ page }) => {
  const voice = await giveVoice(page);
  await page.goto(at(KINDS.section));
  const button = page.locator('.reading-tools [data-act=read]');
  await button.click();
  const first = page.locator('[data-spoken]');
  await expect(first).toHaveAttribute('id', /^c-\d+-1$/u);
  expect(await voice.spoken()).toEqual([await first.textContent()]);
  await button.click();
  await expect(first).toHaveCount(0);

  // Elsewhere too, and of a paragraph a sentence at a time.
  await page.goto(at(KINDS.about));
  await page.getByRole('button', { name: '显示' }).click();
  await page.getByRole('button', { name: '朗读本页' }).click();
  const marked = () =>
    page.evaluate(
      () =>
        [...(CSS.highlights.get('spoken') ?? [])].map(String).join('') ||
        document.querySelector('[data-spoken]')?.textContent,
    );
  await expect.poll(async () => (await voice.spoken()).length).toBe(1);
  for (let step = 0; step < 8; step++) {
    const said = (await voice.spoken()).at(-1);
    expect((await marked())?.trim()).toBe(said);
    expect(said?.match(/。./gu)).toBeNull();
    await voice.next();
  }

  const silent = await page.context().newPage();
  await silent.addInitScript(() =>
    Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [], cancel: () => undefined } }),
  );
  await silent.goto(at(KINDS.section));
  await silent.locator('.reading-tools [data-act=read]').click();
  await expect(silent.locator('#tools-said')).toContainText('未能朗读');
});

/** What stands apart by itself: in a grid, a bar or a row of its own. */
const APART = '.pager, .reading-bar, .unit-tools, .menu > :is(div, nav), svg, svg *';

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: no link is glued to the next`, () => {
    const tree = treeAt(address);
    const apart = new Set(selectAll(APART, tree));
    const glued = selectAll(':has(> a + a)', tree)
      .filter((parent) => !apart.has(parent))
      .flatMap(({ children }) =>
        children.flatMap((child, index) => {
          const next = children[index + 1];
          const links = [child, next].every((each) => each?.type === 'element' && each.tagName === 'a');
          return links && next?.type === 'element' ? [`${textOf(child as typeof next)}|${textOf(next)}`] : [];
        }),
      );
    expect(glued).toEqual([]);
  });
}

test('the annex leaves out what is no filter', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  for (const query of [
    'due=constructor',
    'due=foo',
    'section=999',
    'unit=%3Cb%3E',
    'status=toString',
    'sort=__proto__',
  ]) {
    await page.goto(at(`${KINDS.annex}?${query}`));
    await expect(page.locator('#annex-count'), query).toContainText(`全部 ${data.tasks.length} 行`);
    expect(await page.locator('main').innerText(), query).not.toMatch(/undefined|NaN|function/u);
  }
  expect(errors).toEqual([]);
});
