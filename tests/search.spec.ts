import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { askInPage } from './support/ask-in-page.ts';
import { axeFindings } from './support/axe.ts';
import { at, base, data, KINDS } from './support/published.ts';

const questions = parse(readFileSync('tests/questions.yaml', 'utf8')) as {
  q: string | number;
  first?: string;
  loose?: string;
}[];
const ask = (query: string, filters = '') => at(`/search/?q=${encodeURIComponent(query)}${filters}`);
const results = (page: Page) => page.locator('#results');
const hits = (page: Page) => page.locator('article[data-hit]');
/** Looks at each frame, where an expectation would look but once a second. */
const done = (page: Page) =>
  page.waitForFunction(() => document.querySelector<HTMLElement>('#results')?.dataset['state'] === 'done');

/** The address of a hit, without the base path and the phrases to light up. */
const placeOf = (href: string) => {
  const url = new URL(href, 'http://localhost');
  url.searchParams.delete('h');
  return url.pathname.slice(base.length) + url.search + url.hash;
};

test('every question is answered by the right place, in the page as built', async ({ page }) => {
  await page.goto(ask('要点'));
  await done(page);
  const answers = await page.evaluate(
    askInPage,
    questions.map(({ q }) => String(q)),
  );
  const wrong = questions.flatMap(({ q, first, loose }, index) => {
    const { exact, hits: [href] = [] } = answers[index] ?? {};
    const place = href === undefined ? undefined : placeOf(href);
    return place === (first ?? loose) && exact === String(first !== undefined)
      ? []
      : [`${q}: ${place}, not ${first ?? loose}`];
  });
  expect(wrong).toEqual([]);
});

test('several matters in one question are answered each by itself, and that is said', async ({ page }) => {
  await page.goto(ask('老伴过世了养老金怎么停，孩子上学怎么办'));
  await done(page);
  await expect(results(page)).toHaveAttribute('data-exact', 'false');
  await expect(page.locator('#results-count')).toContainText('按“老伴过世”、“养老金”、“孩子上学”分别找到');
  await expect(page.locator('[data-understood=topic]')).toHaveText([/身后事/u, /领取待遇/u, /入学/u]);
  const places = await hits(page).evaluateAll((all) =>
    all.slice(0, 3).map((hit) => hit.querySelector('a')?.href ?? ''),
  );
  expect(places.map((href) => placeOf(href).split('/').at(-2))).toEqual(['13-7', '12-2', '13-4']);
});

test('the title tells what was asked, and that nothing is', async ({ page }) => {
  await page.goto(ask('二手房'));
  await expect(page).toHaveTitle(/^二手房 — 搜索 — /u);
  await page.locator('form.search input').fill('过户');
  await expect(page).toHaveTitle(/^过户 — 搜索 — /u);
  await page.locator('form.search input').fill('');
  await expect(page).toHaveTitle(/^搜索 — /u);
});

test('each hit has one link in its heading, and at most one to the sentence of the same words; the count says how many', async ({
  page,
}) => {
  await page.goto(ask('一件事'));
  await done(page);
  const count = await hits(page).count();
  expect(count).toBeGreaterThan(10);
  await expect(page.locator('article[data-hit] > .note > a[href*="#c-"]').first()).toBeVisible();
  expect(await page.locator('article[data-hit]:has(> .note > a ~ a)').count()).toBe(0);
  await expect(page.locator('article[data-hit] h2 a')).toHaveCount(count);
  await expect(page.locator('#results-count')).toContainText(String(count));
});

test('what the notice does not hold is said, and nothing near it passes for a hit', async ({ page }) => {
  await page.goto(ask('二手房税'));
  await done(page);
  await expect(results(page)).toHaveAttribute('data-exact', 'false');
  await expect(hits(page)).toHaveCount(0);
  await expect(page.locator('#results-count')).toHaveText('找到 0 条结果：通知里没有“二手房税”');
  const near = page.getByRole('region', { name: '以下不是搜索结果，只供参考' });
  await expect(near).toContainText('二手房（2 处）');
  await expect(near).toContainText('不是办事指南');
  await expect(page.locator('#ways')).toBeVisible();
});

test('a word that the notice does not hold is left out, and that is said', async ({ page }) => {
  await page.goto(ask('上海二手房'));
  await done(page);
  await expect(results(page)).toHaveAttribute('data-exact', 'false');
  await expect(page.locator('#results-count')).toHaveText('没有“上海”，按“二手房”找到 2 条结果');
  await expect(hits(page).first()).toContainText('二手房交易');
});

test('what was understood stands as chips, and each can be taken away', async ({ page }) => {
  await page.goto(ask('卫健委 牵头'));
  await done(page);
  const chips = page.locator('[data-understood]');
  await expect(chips).toHaveCount(2);
  const count = await hits(page).count();
  await chips.filter({ hasText: '牵头' }).click();
  await expect(page).toHaveURL(/q=%E5%8D%AB%E5%81%A5%E5%A7%94$/);
  await done(page);
  await expect(chips).toHaveCount(1);
  expect(await hits(page).count()).toBeGreaterThan(count);
});

test('hits that only open cells hold come last, marked', async ({ page }) => {
  await page.goto(ask('10月'));
  await done(page);
  await page.getByRole('button', { name: '更多' }).click();
  await done(page);
  const possible = await hits(page).evaluateAll((all) => all.map((hit) => hit.hasAttribute('data-possible')));
  expect(possible).toContain(true);
  expect(possible.lastIndexOf(false)).toBeLessThan(possible.indexOf(true));
  await expect(page.locator('article[data-possible]').first()).toContainText('原件待查');
  await expect(results(page).getByRole('heading', { name: '以下只是可能' })).toHaveCount(1);
});

test('filters are offered where there is something to filter', async ({ page }) => {
  await page.goto(ask('二手房'));
  await done(page);
  await expect(page.locator('#filter-box')).toBeHidden();
  await page.goto(ask('服务'));
  await done(page);
  await expect(page.locator('#filter-box')).toBeVisible();
});

test('an address that no page writes does no harm', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(at('/search/?q=%zz&kind=%zz&section=1e9&unit=%3Cb%3E&notice=../..&due=x&role=x&status=x&year=x'));
  await done(page);
  await expect(page.locator('form.search input')).toHaveValue('%zz');
  await expect(hits(page)).toHaveCount(0);
  await page.goto(at(`/${data.notice.id}/section/13/?${'h=%E5%8A%9E&'.repeat(300)}h=%zz#%zz`));
  await expect(page.locator('h1')).toBeVisible();
  await page.waitForFunction(() => CSS.highlights.has('found'));
  expect(errors).toEqual([]);
});

test('twenty hits at a time; more come when asked for, and the focus goes on with them', async ({ page }) => {
  await page.goto(ask('一件事'));
  await done(page);
  await expect(hits(page)).toHaveCount(20);
  await expect(page.locator('#results-count')).toContainText('先列出 20 条');
  await page.getByRole('button', { name: '更多' }).click();
  await expect.poll(() => hits(page).count()).toBeGreaterThan(20);
  await expect(hits(page).nth(20).locator('h2').getByRole('link')).toBeFocused();
});

test('a query in the coding of old links is read, one in no coding is refused', async ({ page }) => {
  await page.goto(at('/search/?q=%CD%CB%D0%DD'));
  await done(page);
  await expect(page.locator('input[type=search]')).toHaveValue('退休');
  await page.goto(at('/search/?q=%FF%FF'));
  await expect(page.locator('#results-count')).toHaveText('地址里的搜索词没有读出来，请重新输入。');
});

test('the opened page lights up the phrase and scrolls to it', async ({ page }) => {
  await page.goto(ask('二手房交易'));
  await done(page);
  await page.locator('article[data-hit=section] a').first().click();
  await page.waitForURL(/\/section\//);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(0);
  const top = () =>
    page.evaluate(() => {
      const target = document.getElementById(location.hash.slice(1));
      const ranges = [...(CSS.highlights.get('found') ?? [])].filter((range) => target?.contains(range.startContainer));
      return ranges[0] instanceof Range ? ranges[0].getBoundingClientRect().top / window.innerHeight : -1;
    });
  await expect.poll(top).toBeGreaterThan(0.1);
  await expect.poll(top).toBeLessThan(0.9);
});

test('an open cell is never shown without its mark', async ({ page }) => {
  const open = data.tasks.find(({ deadline }) => deadline.status === 'open' && (deadline.candidates?.length ?? 0) > 1);
  test.skip(!open, 'the notice has no open deadline');
  if (!open) return;
  await page.goto(ask(open.id));
  await done(page);
  const cell = hits(page).first().locator('.cell', { hasText: '时限' });
  await expect(cell).toContainText('原件待查');
  // The year is said once, and no value runs into the next.
  const values = (open.deadline.candidates ?? []).map((candidate) => candidate.replace(/^\d{4}年/u, ''));
  await expect(cell).toContainText(/可能是 \d{4}年/u);
  for (const value of values) await expect(cell).toContainText(new RegExp(`[ 年、或]${value}(、|，或|$)`, 'u'));
});

test('filters combine, stand in the address and go back', async ({ page }) => {
  await page.goto(ask('一件事'));
  await done(page);
  const found = async () => Number(/找到 (\d+)/.exec((await page.locator('#results-count').textContent()) ?? '')?.[1]);
  const all = await found();
  await page.getByLabel('类型').focus();
  await page.getByLabel('类型').selectOption('task');
  await expect(page).toHaveURL(/kind=task/);
  await expect(page.getByLabel('类型')).toHaveValue('task');
  await expect(page.getByLabel('类型')).toBeFocused();
  const tasks = await found();
  expect(tasks).toBeLessThan(all);
  const option = page.getByLabel('时限').locator('option[value="2022-10"]');
  const [, sure, unsure = 0] = /（(\d+)(?:，可能 (\d+))?）/.exec((await option.textContent()) ?? '') ?? [];
  await page.getByLabel('时限').selectOption('2022-10');
  await expect(page).toHaveURL(/kind=task&due=2022-10/);
  await expect(hits(page)).toHaveCount(Number(sure) + Number(unsure));
  await expect(page.locator('article[data-possible]')).toHaveCount(Number(unsure));
  await page.goBack();
  await expect.poll(found).toBe(tasks);
  await page.goBack();
  await expect.poll(found).toBe(all);
});

test.describe('the box on every page', () => {
  test('a slash focuses it, arrows and Enter choose', async ({ page }) => {
    await page.goto(at(KINDS.task));
    await page.keyboard.press('/');
    const box = page.getByRole('combobox', { name: '搜索通知、任务和单位' });
    await expect(box).toBeFocused();
    await page.keyboard.type('卫健委');
    const options = page.locator('#suggestions').getByRole('option');
    await expect(options.first()).toContainText('市卫生健康委');
    await expect(page.locator('form.search [role=status]')).toContainText('条建议');
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(box).toHaveAttribute('aria-activedescendant', 'suggestions-0');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/units\/shi-wei-sheng-jian-kang-wei\//);
  });

  test('Escape closes the list, Enter without a choice asks the results page', async ({ page }) => {
    await page.goto(at('/'));
    const box = page.locator('input[type=search]');
    await box.pressSequentially('一件事');
    await expect(page.getByRole('listbox')).toBeVisible();
    await box.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(box).toHaveValue('一件事');
    await box.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    await done(page);
  });

  test('letters that an input method is still composing start no search', async ({ page }) => {
    await page.goto(at('/search/'));
    const client = await page.context().newCDPSession(page);
    await page.locator('input[type=search]').focus();
    await client.send('Input.imeSetComposition', { text: 'tui', selectionStart: 3, selectionEnd: 3 });
    // A search that began would be busy at once, and never idle again.
    await expect(page.locator('input[type=search]')).toHaveValue('tui');
    await expect(results(page)).toHaveAttribute('data-state', 'idle');
    await client.send('Input.insertText', { text: '退休' });
    await done(page);
    await expect(hits(page).first()).toContainText('公民退休');
  });

  test('a suggestion is chosen by touch', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 360, height: 780 },
      baseURL: baseURL ?? '',
    });
    const page = await context.newPage();
    await page.goto(at('/'));
    await page.locator('input[type=search]').tap();
    await page.locator('input[type=search]').pressSequentially('办不成事');
    await page.locator('#suggestions').getByRole('option').first().tap();
    await page.waitForURL(/\/task\/17-3\//);
    await context.close();
  });
});

test('without scripts the box leads to contents, units and full text', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(at('/'));
  await page.locator('input[type=search]').fill('退休');
  await page.locator('input[type=search]').press('Enter');
  await page.waitForURL(/\/search\/\?q=/);
  const ways = page.locator('#ways');
  await expect(ways.getByRole('link', { name: '全文' })).toBeVisible();
  await expect(ways.getByRole('link', { name: '全部单位' })).toBeVisible();
  await expect(ways.locator('.contents a')).toHaveCount(data.sections.length);
  await expect(page.getByText('现在脚本没有打开')).toBeVisible();
  await context.close();
});

for (const [what, query] of [
  ['hits', '卫健委'],
  ['open cells', '10月'],
  ['nothing', '上海二手房'],
] as const) {
  test(`axe finds nothing, and nothing scrolls sideways, wide and narrow, light and dark: results with ${what}`, async ({
    page,
  }) => {
    for (const width of [1280, 360]) {
      // What lies below the window is laid out when it comes into view: a window that changes leaves it as it was.
      await page.setViewportSize({ width, height: 900 });
      await page.goto(ask(query));
      await done(page);
      expect(await axeFindings(page, [{ name: `${width} px`, width }])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

test.describe('what a cold reader downloads', () => {
  const KB = 1024;
  const loaded = (page: Page) => {
    const bodies: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      // What ends after the test has closed its page is not counted any more.
      const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
      bodies.push(size.catch(() => 0));
    });
    return async () => (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
  };

  test('at most 30 KB until the answer card stands, page included', async ({ page }) => {
    const bytes = loaded(page);
    // What loads once the card stands is held back, so that a slow machine counts no more than a fast one.
    await page.route(/\/search\/yfbf[^/]*\.json|\/full-search\.|\/pagefind[./]/, () => undefined);
    await page.goto(ask('卫健委'));
    await expect(hits(page)).toHaveCount(1);
    const total = await bytes();
    console.log(`answer card: ${total} bytes`);
    expect(total).toBeLessThanOrEqual(30 * KB);
  });

  test('at most 60 KB until the first hits stand, for which the full-text index need not load', async ({ page }) => {
    const bytes = loaded(page);
    await page.route(/\/pagefind[./]/, () => undefined);
    await page.goto(ask('二手房'));
    await expect(hits(page).first()).toBeVisible();
    const total = await bytes();
    console.log(`first hits: ${total} bytes`);
    expect(total).toBeLessThanOrEqual(60 * KB);
  });

  test('at most 140 KB until all has answered', async ({ page }) => {
    const bytes = loaded(page);
    await page.goto(ask('卫健委'));
    await done(page);
    const total = await bytes();
    console.log(`full text: ${total} bytes`);
    expect(total).toBeLessThanOrEqual(140 * KB);
  });
});
