import { expect, test } from '@playwright/test';
import { BEFORE_PAINT, WATCHED_BEFORE_PAINT } from '../src/before-paint.ts';
import { pagePolicy } from '../src/header-rules.ts';
import { addresses, at, authority, data, KINDS, notices, several, shownFor } from './support/published.ts';

const EVERY_ADDRESS = [
  '/',
  '/units/',
  '/search/',
  '/about/',
  '/data/',
  ...(several ? ['/notices/', '/deadlines/'] : []),
  ...authority.map(({ slug }) => `/units/${slug}/`),
  ...authority
    .filter(({ slug }) => shownFor(slug))
    .flatMap(({ slug }) => ['json', 'csv', 'xlsx', 'ics'].map((type) => `/data/units/${slug}.${type}`)),
  ...notices.flatMap(({ notice, sections, tasks }) => [
    ...['', 'full/', 'source/'].map((page) => `/${notice.id}/${page}`),
    ...(tasks.length > 0 ? ['annex/', 'deadlines/'].map((page) => `/${notice.id}/${page}`) : []),
    ...sections.map(({ number }) => `/${notice.id}/section/${number}/`),
    ...tasks.map(({ id }) => `/${notice.id}/task/${id}/`),
    ...['json', 'schema.json'].map((type) => `/data/${notice.id}.${type}`),
    ...(tasks.length > 0 ? ['csv', 'xlsx', 'ics'].map((type) => `/data/${notice.id}.${type}`) : []),
  ]),
];

test('every address that is promised answers, and every page that was built', async ({ baseURL }) => {
  expect(data.tasks.length).toBeGreaterThan(0);
  const wrong: string[] = [];
  for (const address of new Set([...EVERY_ADDRESS, ...addresses])) {
    const { status } = await fetch(new URL(at(address), baseURL), { method: 'HEAD', redirect: 'manual' });
    if (status !== 200) wrong.push(`${status} ${address}`);
  }
  expect(wrong).toEqual([]);
});

test('what is not there answers 404 with a way on', async ({ page }) => {
  const response = await page.goto(at('/no-such-page/'));
  expect(response?.status()).toBe(404);
  await page.locator('main a').first().click();
  await expect(page.locator('h1')).toBeVisible();
  expect((await page.request.get(page.url())).status()).toBe(200);
});

test('every page has a title of its own and one heading of the first level, in Chinese', async ({ baseURL }) => {
  const titles = new Map<string, string>();
  const wrong: string[] = [];
  for (const address of addresses) {
    const html = await (await fetch(new URL(at(address), baseURL))).text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
    const twin = titles.get(title);
    if (title === '' || twin) wrong.push(`${address}: title "${title}" ${twin ? `also at ${twin}` : ''}`);
    titles.set(title, address);
    if (html.match(/<h1[\s>]/g)?.length !== 1) wrong.push(`${address}: not one h1`);
    if (!/<html[^>]* lang="zh-CN"/.test(html)) wrong.push(`${address}: lang is not zh-CN`);
  }
  expect(wrong).toEqual([]);
});

test('no kind of page asks third parties, breaks its content security policy or logs an error', async ({
  context,
  baseURL,
}) => {
  const trouble: string[] = [];
  const look = async ([kind, address]: [string, string]) => {
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) trouble.push(`${page.url()}: request ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(`${page.url()}: console ${message.text()}`);
    });
    page.on('pageerror', (error) => trouble.push(`${page.url()}: error ${error.message}`));
    const response = await page.goto(at(address), { waitUntil: 'networkidle' });
    expect(response?.headers()['content-security-policy'], kind).toContain("frame-ancestors 'self'");
    const policy = page.locator('meta[http-equiv=Content-Security-Policy]');
    await expect(policy, kind).toHaveAttribute(
      'content',
      pagePolicy(kind === 'search' ? WATCHED_BEFORE_PAINT : BEFORE_PAINT),
    );
  };
  // A page is waited for until it asks for nothing: each waits beside the others.
  await Promise.all(Object.entries(KINDS).map(look));
  expect(trouble.filter((line) => !(line.includes('/404.html') && line.includes('404 (')))).toEqual([]);
});

test('a page runs no script and loads nothing but the site’s own', async ({ page }) => {
  await page.goto(at('/'));
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return document.title === 'ran';
  });
  expect(ran).toBe(false);
  expect(await page.evaluate(() => fetch('https://example.com/').then(String, (error) => error.name))).toBe(
    'TypeError',
  );
});

/**
 * Runs in a page: lays each page out in a frame as wide as a small phone, and names those that are wider than that.
 * Most of the time of a page goes into loading it: unless each is to run its own scripts, it is put into the frame of
 * one with the same sheets.
 */
async function widerThanPhone({ pages, scripts }: { pages: string[]; scripts: boolean }): Promise<string[]> {
  const wide: string[] = [];
  const frames = new Map<string, HTMLIFrameElement>();
  const load = async (page: string) => {
    const frame = document.createElement('iframe');
    frame.width = '320';
    frame.height = '640';
    frame.style.border = '0';
    frame.src = page;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    return frame;
  };
  // All are fetched ahead: what is laid out between two that are waited for is drawn as well.
  const texts = await Promise.all(pages.map(async (page) => (await fetch(page)).text()));
  for (const [index, page] of pages.entries()) {
    const read = new DOMParser().parseFromString(texts[index] ?? '', 'text/html');
    const sheets = [...read.querySelectorAll('link[rel=stylesheet]')].map((sheet) => sheet.getAttribute('href')).join();
    const known = frames.get(sheets);
    const frame = known ?? (await load(page));
    known?.contentDocument?.body.replaceWith(read.body);
    if (!scripts) frames.set(sheets, frame);
    const laid = frame.contentDocument;
    if (!laid?.querySelector('h1')) wide.push(`${page}: not shown`);
    const width = laid?.documentElement.scrollWidth ?? 0;
    if (width > 320) wide.push(`${page}: ${width} px`);
    if (scripts) frame.remove();
  }
  return wide;
}

test('no page scrolls sideways at 320 px; where scripts run and in elder mode no kind of page does', async ({
  page,
  baseURL,
}) => {
  const whole = (pages: readonly string[]) => pages.map((address) => new URL(at(address), baseURL).href);
  const kinds = { pages: whole(Object.values(KINDS)), scripts: true };
  await page.goto(at('/about/'));
  expect(await page.evaluate(widerThanPhone, { pages: whole(addresses), scripts: false })).toEqual([]);
  expect(await page.evaluate(widerThanPhone, kinds)).toEqual([]);
  await page.evaluate(() => localStorage.setItem('display', JSON.stringify({ elder: true, size: 30 })));
  expect(await page.evaluate(widerThanPhone, kinds)).toEqual([]);
});
