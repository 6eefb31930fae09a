import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JoinedSheets } from './sheets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (file: string, text: string): void => writeFileSync(join(folder, file), text);
const page = (...hrefs: string[]): string =>
  `<head>${hrefs.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}</head><p>“$&”</p>`;
const sheetsOf = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href);
const read = (href = ''): string => readFileSync(join(folder, href.replace('/政务/_astro/', '')), 'utf8');

test('the sheets of a page become one, in their order, which pages of one kind share', () => {
  put('a.css', 'p{color:red}');
  put('b.css', 'p{color:blue}');
  put('asked-later.css', 'a{color:red}');
  const sheets = new JoinedSheets(folder, '/政务/');
  const html = sheets.put('/', page('/政务/_astro/b.css', '/政务/_astro/a.css'));
  const [one, ...further] = sheetsOf(html);
  expect(further).toEqual([]);
  expect(read(one)).toBe('p{color:red}');
  expect(html).toMatch(/<\/head><p>“\$&”<\/p>$/u);
  expect(sheetsOf(sheets.put('/x/', page('/政务/_astro/b.css', '/政务/_astro/a.css')))).toEqual([one]);
  expect(read(sheetsOf(sheets.put('/y/', page('/政务/_astro/a.css')))[0])).toBe('p{color:red}');
  expect(sheets.finish()).toBe(2);
  expect(readdirSync(folder)).not.toContain('b.css');
  expect(readdirSync(folder)).toContain('asked-later.css');
});

test('a sheet that is named in another way stops the build: the page would lose it', () => {
  put('a.css', 'p{color:red}');
  const strange = page('/_astro/a.css', 'https://elsewhere.example/b.css');
  expect(() => new JoinedSheets(folder, '/').put('/x/', strange)).toThrow('/x/ names a sheet');
});
