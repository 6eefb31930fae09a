import { expect, test } from 'vitest';
import { siteAddress } from './environment.ts';

test('serves dist at the root unless told otherwise', () => {
  expect(siteAddress({})).toEqual({ dist: 'dist', base: '/', port: 4321 });
});

test('a base path gets its slashes, however it is written', () => {
  for (const BASE of ['/zwgk/yaodian/', 'zwgk/yaodian', '/zwgk/yaodian']) {
    expect(siteAddress({ BASE }).base).toBe('/zwgk/yaodian/');
  }
});

test('rejects a port that is none', () => {
  expect(() => siteAddress({ PORT: 'http' })).toThrow('PORT is no port: “http”');
});

test('rejects a public address that is none', () => {
  expect(siteAddress({ SITE: 'https://www.example.gov.cn' }).site).toBe('https://www.example.gov.cn');
  expect(() => siteAddress({ SITE: 'www.example.gov.cn' })).toThrow('SITE is no address: “www.example.gov.cn”');
});
