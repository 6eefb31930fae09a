import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { visit } from 'unist-util-visit';
import { builtFiles, readPage } from '../scripts/lib/built-pages.ts';
import { siteFolder } from '../scripts/lib/site-folder.ts';
import { once } from './support/once.ts';
import { addressOfFile, FIREFOX, readOnlyCopy, test } from './support/opened-file.ts';
import { base, data, dist } from './support/published.ts';
import { scratch } from './support/scratch.ts';

/** The copy of the site, unpacked where nothing can be written. */
const unpacked = once(async () => {
  const folder = scratch('site-');
  for (const [path, bytes] of await siteFolder(dist, base)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return readOnlyCopy(folder);
});

/** Runs in a page: waits until something is there to be read, for at most a minute. */
async function whenThere(selector: string): Promise<string | undefined> {
  const until = Date.now() + 60_000;
  while (!document.querySelector(selector) && Date.now() < until) await new Promise((go) => setTimeout(go, 20));
  return document.querySelector(selector)?.textContent ?? undefined;
}

/** Runs in a page: types into the box, which wakes up on focus and is a combobox from then on. */
async function typeIntoBox(query: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!input) throw new Error('the page has no box');
  input.focus();
  while (input.getAttribute('role') !== 'combobox') await new Promise((go) => setTimeout(go, 20));
  input.value = query;
  input.dispatchEvent(new InputEvent('input'));
}

/** What a page of the folder offers to links, and what it links to or loads. */
function readLinks(folder: string, file: string): { ids: Set<string>; links: string[] } {
  const ids = new Set<string>();
  const links: string[] = [];
  visit(readPage(folder, file), 'element', ({ tagName, properties }) => {
    if (properties['id']) ids.add(String(properties['id']));
    const foreign = tagName === 'link' && String(properties['rel']) === 'canonical';
    for (const name of ['href', 'src', 'action'])
      if (properties[name] && !foreign) links.push(String(properties[name]));
  });
  return { ids, links };
}

test('every link of the folder leads to a file in it, and to a place in that file', async () => {
  const folder = await unpacked();
  const files = new Set(builtFiles(folder));
  const pages = new Map(
    [...files].filter((file) => file.endsWith('.html')).map((file) => [file, readLinks(folder, file)]),
  );
  const broken = [...pages].flatMap(([file, { links }]) =>
    links.filter((link) => {
      const { protocol, pathname, hash } = new URL(link, `file://${encodeURI(file)}`);
      if (protocol === 'tel:' || protocol === 'mailto:') return false;
      const target = decodeURIComponent(pathname);
      const id = decodeURIComponent(hash.slice(1));
      return !files.has(target) || (id !== '' && pages.get(target)?.ids.has(id) === false);
    }),
  );
  expect(pages.size).toBeGreaterThan(data.tasks.length + data.units.length);
  expect(broken).toEqual([]);
});

for (const browser of ['chromium', 'firefox'] as const) {
  test.describe(`the folder opened in ${browser}`, () => {
    test.skip(browser === 'firefox' && !FIREFOX, 'no Firefox on this machine: install firefox-esr');
    let folder: string;
    test.beforeAll(async () => {
      folder = await unpacked();
    });

    test('is styled, and suggests answers that lead to their pages', async ({ open }) => {
      const page = await open(browser, addressOfFile(join(folder, 'index.html')));
      expect(await page.evaluate(() => getComputedStyle(document.body).margin, undefined)).toBe('0px');
      await page.evaluate(typeIntoBox, '民政局');
      expect(await page.evaluate(whenThere, '#suggestions [role=option]')).toContain('市民政局');
      expect(page.errors).toEqual([]);
      await page.close();
    });

    test('searches, and its hits are files of the folder', async ({ open }) => {
      const page = await open(browser, addressOfFile(join(folder, 'search', 'index.html'), '?q=办不成事'));
      await page.evaluate(whenThere, '#results[data-state=done] article');
      const hrefs = await page.evaluate(
        () => [...document.querySelectorAll<HTMLAnchorElement>('#results article[data-hit] a')].map(({ href }) => href),
        undefined,
      );
      const paths = hrefs.map((href) => decodeURIComponent(new URL(href).pathname).slice(folder.length + 1));
      expect(paths).toEqual([`${data.notice.id}/task/17-3/index.html`, `${data.notice.id}/section/17/index.html`]);
      expect(page.errors).toEqual([]);
      await page.close();
    });

    test('filters the annex', async ({ open }) => {
      const page = await open(
        browser,
        addressOfFile(join(folder, data.notice.id, 'annex', 'index.html'), '?section=13'),
      );
      expect(await page.evaluate(whenThere, '#annex-count:not(:empty)')).toContain('显示');
      const shown = await page.evaluate(
        () => [...document.querySelectorAll('tr[id^="t-"]:not([hidden])')].map(({ id }) => id),
        undefined,
      );
      expect(shown).toEqual(data.tasks.filter(({ section }) => section === 13).map(({ id }) => `t-${id}`));
      expect(page.errors).toEqual([]);
      await page.close();
    });
  });
}
