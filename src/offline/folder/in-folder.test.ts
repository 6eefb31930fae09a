import { expect, test } from 'vitest';
import { fileOf, inFolder } from './in-folder.ts';

test.each([
  ['', 'index.html'],
  ['units/', 'units/index.html'],
  ['units/?h=%E5%8D%95#u', 'units/index.html?h=%E5%8D%95#u'],
  ['data/yfbf-2022-34.csv', 'data/yfbf-2022-34.csv'],
  ['offline/a.html#t-1-1', 'offline/a.html#t-1-1'],
])('%j is the file %s', (address, file) => {
  expect(fileOf(address)).toBe(file);
});

test.each([
  ['/', 'index.html', '/', 'index.html'],
  ['/units/', 'yfbf-2022-34/annex/index.html', '/', '../../units/index.html'],
  ['/zwgk/_astro/a.css', 'units/index.html', '/zwgk/', '../_astro/a.css'],
  ['#t-1-1', 'units/index.html', '/', '#t-1-1'],
  ['https://www.example.gov.cn/', 'units/index.html', '/', 'https://www.example.gov.cn/'],
])('%s on %s, built for %s, is %s', (address, page, base, relative) => {
  expect(inFolder(address, page, base)).toBe(relative);
});
