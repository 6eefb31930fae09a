import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { brokenLinks } from './links.ts';

const FILES = ['/_astro/a.css', '/index.html', '/units/index.html'];

/** The links of a page at `/` that are broken, with the reason. */
function check(html: string, base = '/') {
  const pages = new Map([
    ['/index.html', fromHtml(html)],
    ['/units/index.html', fromHtml('<h1 id="单位">单位</h1>')],
  ]);
  return brokenLinks(pages, FILES, base).map(({ link, why }) => `${link}: ${why}`);
}

test('links to pages, files and fragments of the site hold', () => {
  const html = `<link rel="stylesheet" href="/_astro/a.css"><a id="top" href="#top">上</a>
    <a href="/units/">单位</a> <a href="units/?q=1#%E5%8D%95%E4%BD%8D">单位</a>`;
  expect(check(html)).toEqual([]);
});

test('a missing page, file or fragment is broken', () => {
  expect(
    check('<img src="a.png"><a href="/nothing/">无</a><a href="/units/#none">无</a><a href="#none">无</a>'),
  ).toEqual([
    'a.png: no such file',
    '/nothing/: no such file',
    '/units/#none: no id "none" on that page',
    '#none: no id "none" on that page',
  ]);
});

test('a folder without its trailing slash is broken: hosts would redirect', () => {
  expect(check('<a href="/units">单位</a>')).toEqual(['/units: lacks its trailing slash']);
});

test('under a base path, a link that forgets it is broken', () => {
  expect(check('<a href="/zwgk/units/">单位</a><a href="/units/">单位</a>', '/zwgk/')).toEqual([
    '/units/: leaves the base path /zwgk/',
  ]);
});

test('other sites and mail are left alone', () => {
  expect(check('<a href="https://www.gov.cn/">国务院</a><a href="mailto:a@b.cn">信</a>')).toEqual([]);
});
