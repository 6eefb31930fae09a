import { expect, test } from 'vitest';
import { siteAddress } from './address.ts';

test('serves dist at the root unless told otherwise', () => {
  expect(siteAddress({})).toEqual({ dist: 'dist', base: '/', port: 4321, url: 'http://localhost:4321/' });
});

test('a base path gets its slashes, however it is written', () => {
  for (const BASE of ['/zwgk/yaodian/', 'zwgk/yaodian', '/zwgk/yaodian']) {
    expect(siteAddress({ BASE, PORT: '8080' }).url).toBe('http://localhost:8080/zwgk/yaodian/');
  }
});

test('rejects a port that is none', () => {
  expect(() => siteAddress({ PORT: 'http' })).toThrow('PORT must be a number from 1 to 65535, not "http"');
});
