import type { Browser, Page } from '@playwright/test';

interface Download {
  step: string;
  bytes: number;
  requests: number;
}

/** Counts what a page loads, in bytes as compressed. */
export function countBytes(page: Page): () => Promise<{ bytes: number; requests: number }> {
  const bodies: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    // What ends after the page was closed is not counted any more.
    const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
    bodies.push(size.catch(() => 0));
  });
  return async () => {
    const sizes = await Promise.all(bodies);
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length };
  };
}

/** A reader who was never here: the home page, a first query in its box, the results page by its address. */
export async function coldBytes(browser: Browser, url: string): Promise<Download[]> {
  const steps: Download[] = [];
  const fresh = async (step: string, act: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    const count = countBytes(page);
    await act(page);
    steps.push({ step, ...(await count()) });
    await context.close();
  };
  const withoutText = (page: Page) =>
    page.route(/\/search\/(?!answers)[^/]+\.txt|\/full-search\.|\/pagefind[./]/, () => undefined);
  await fresh('home page, box used, answer card', async (page) => {
    await withoutText(page);
    await page.goto(url);
    await page.locator('input[type=search]').pressSequentially('卫健委');
    await page.locator('[role=option]').first().waitFor();
  });
  await fresh('results page by its address, answer card', async (page) => {
    await withoutText(page);
    await page.goto(`${url}search/?q=${encodeURIComponent('卫健委')}`);
    await page.locator('article').first().waitFor();
  });
  await fresh('home page, box used, first full-text hits', async (page) => {
    await page.goto(url);
    await page.locator('input[type=search]').pressSequentially('二手房');
    await page.locator('[role=option]').first().waitFor();
  });
  await fresh('results page by its address, full-text hits', async (page) => {
    await page.goto(`${url}search/?q=${encodeURIComponent('二手房')}`);
    await page.waitForSelector('#results[data-state=done] article');
  });
  return steps;
}

/** What each of some questions loads by its address until all has answered, for a reader who was never here. */
export async function coldQuestions(browser: Browser, url: string, questions: readonly string[]): Promise<void> {
  const rows = [];
  for (const question of questions) {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    const count = countBytes(page);
    await page.goto(`${url}search/?q=${encodeURIComponent(question)}`);
    await page.waitForSelector('#results[data-state=done]');
    rows.push({ question, ...(await count()) });
    await context.close();
  }
  rows.sort((a, b) => b.bytes - a.bytes);
  console.log(
    `\n${rows.length} cold questions: bytes as compressed, page included; the heaviest, and the one in the middle`,
  );
  console.table([...rows.slice(0, 3), ...rows.slice(rows.length / 2, rows.length / 2 + 1)]);
}

/** Opens an address as a reader does who was never here, and prints every file that it loads until all has answered. */
export async function coldLog(page: Page, url: string): Promise<void> {
  const count = countBytes(page);
  const log: Promise<string>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    log.push(request.sizes().then(({ responseBodySize }) => `${String(responseBodySize).padStart(7)} ${pathname}`));
  });
  await page.goto(url);
  await page.waitForSelector('#results[data-state=done] article');
  await page.waitForLoadState('networkidle');
  console.log('\nA cold query: each file that it loads, bytes as compressed');
  console.log((await Promise.all(log)).join('\n'));
  console.table([await count()]);
}
