import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { at, data, dist, shownFor } from './support/published.ts';

const WHOLE = `offline/${data.notice.id}.html`;
const [unit] = data.units.filter(({ slug, leads }) => leads.length > 0 && shownFor(slug)?.notice.id === data.notice.id);
const FILES = [
  ['the whole notice', WHOLE],
  ['a unit', `offline/units/${unit?.slug}.html`],
] as const;

/** All that a browser complains of while a page is open: errors of scripts, and what a policy refused. */
function complaints(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', ({ message }) => said.push(message));
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  return said;
}

const isStyled = (page: Page | FrameLocator) =>
  page.locator('header.site').evaluate((header) => getComputedStyle(header).borderTopWidth);

/** Asks for what stands in one row, and goes there. */
async function searches(page: Page | FrameLocator, words = '办不成事'): Promise<void> {
  await page.locator('form.search input').fill(words);
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  const hit = page.locator('#results h2 a').first();
  const place = (await hit.getAttribute('href')) ?? '';
  await hit.click();
  await expect(page.locator('#results')).toBeHidden();
  await expect(page.locator(`[id="${place.slice(1)}"]`)).toBeInViewport();
}

/** Puts a file into a frame, as a preview of mail or of a shared folder does. */
async function preview(page: Page, how: 'srcdoc' | 'blob' | 'sandbox'): Promise<FrameLocator> {
  const html = readFileSync(join(dist, WHOLE), 'utf8');
  await page.goto('about:blank');
  await page.evaluate(
    async ({ html, how }) => {
      const frame = document.createElement('iframe');
      const { promise: loaded, resolve } = Promise.withResolvers<unknown>();
      frame.onload = resolve;
      frame.width = '1200';
      frame.height = '700';
      if (how === 'sandbox') frame.setAttribute('sandbox', 'allow-scripts');
      if (how === 'blob') frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
      else frame.srcdoc = html;
      document.body.append(frame);
      await loaded;
    },
    { html, how },
  );
  return page.frameLocator('iframe');
}

for (const [what, path] of FILES) {
  test(`${what}, from the site with its own headers, is styled and complains of nothing`, async ({ page }) => {
    const said = complaints(page);
    const response = await page.goto(at(`/${path}`));
    expect(response?.status()).toBe(200);
    expect(await isStyled(page)).toBe('4px');
    if (path === WHOLE) await searches(page);
    expect(said).toEqual([]);
  });

  for (const query of ['?from=singlemessage', '?utm_source=x&isappinstalled=0']) {
    test(`${what} is shown whole whatever ${query} stands in its address`, async ({ page }) => {
      const said = complaints(page);
      for (const address of [pathToFileURL(resolve(dist, path)).href, at(`/${path}`)]) {
        await page.goto(address + query);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        // A room of the whole file; at the end of a unit's.
        if (path === WHOLE) await page.getByRole('link', { name: '说明', exact: true }).click();
        await expect(page.locator('.provenance')).toBeVisible();
      }
      expect(said).toEqual([]);
    });
  }
}

test('a query of others keeps its place in the history when the file is searched', async ({ page }) => {
  await page.goto(`${at(`/${WHOLE}`)}?from=singlemessage`);
  await page.locator('form.search input').fill('平台');
  await expect(page).toHaveURL(/\?q=/u);
  await page.goBack();
  await expect(page).toHaveURL(/from=singlemessage/u);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

for (const how of ['srcdoc', 'blob', 'sandbox'] as const) {
  test(`in a preview (${how}) the file is styled, searches, filters, and leads to its places`, async ({ page }) => {
    const said = complaints(page);
    const frame = await preview(page, how);
    expect(await isStyled(frame)).toBe('4px');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    await searches(frame);
    await frame.locator('form.search input').fill('一件事');
    await expect(frame.locator('#results')).toHaveAttribute('data-state', 'done');
    if (how !== 'sandbox') await frame.locator('form.search input').press('Enter');
    const counted = await frame.locator('#results-count').textContent();
    await frame.locator('select[name=kind]').selectOption('section');
    await expect(frame.locator('#results-count')).not.toHaveText(counted ?? '');
    await expect(frame.locator('#results article:not([data-hit=section])')).toHaveCount(0);
    await frame.getByRole('button', { name: '清除筛选' }).click();
    await expect(frame.locator('#results-count')).toHaveText(counted ?? '');
    expect(said).toEqual([]);
  });
}

test('in a frame that runs no scripts the file reads', async ({ page }) => {
  const html = readFileSync(join(dist, WHOLE), 'utf8');
  await page.goto('about:blank');
  await page.evaluate((html) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.srcdoc = html;
    document.body.append(frame);
  }, html);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(frame.locator('form.search')).toBeHidden();
});
