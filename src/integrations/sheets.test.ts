import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinSheets } from './sheets.ts';

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'sheets-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  writeFileSync(join(dist, file), text);
};
const page = (...hrefs: string[]): string =>
  `<head>${hrefs.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}</head><p>“$&”</p>`;
const sheetsOf = (file: string): string[] =>
  [...readFileSync(join(dist, file), 'utf8').matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href);
const read = (href = ''): string => readFileSync(join(dist, href.replace('/政务/', '')), 'utf8');

test('the sheets of a page become one, in their order, which pages of one kind share', () => {
  put('_astro/a.css', 'p{color:red}');
  put('_astro/b.css', 'p{color:blue}');
  put('_astro/asked-later.css', 'a{color:red}');
  put('index.html', page('/政务/_astro/b.css', '/政务/_astro/a.css'));
  put('x/index.html', page('/政务/_astro/b.css', '/政务/_astro/a.css'));
  put('y/index.html', page('/政务/_astro/a.css'));
  expect(joinSheets(dist, '/政务/')).toBe(2);
  const [one, ...further] = sheetsOf('index.html');
  expect(further).toEqual([]);
  expect(sheetsOf('x/index.html')).toEqual([one]);
  expect(read(one)).toBe('p{color:red}');
  expect(read(sheetsOf('y/index.html')[0])).toBe('p{color:red}');
  expect(readdirSync(join(dist, '_astro'))).not.toContain('b.css');
  expect(readdirSync(join(dist, '_astro'))).toContain('asked-later.css');
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toMatch(/<\/head><p>“\$&”<\/p>$/u);
});

test('a sheet that is named in another way stops the build: the page would lose it', () => {
  put('_astro/a.css', 'p{color:red}');
  put('index.html', page('/_astro/a.css', 'https://elsewhere.example/b.css'));
  expect(() => joinSheets(dist, '/')).toThrow('index.html names a sheet');
  expect(sheetsOf('index.html')).toHaveLength(2);
});
