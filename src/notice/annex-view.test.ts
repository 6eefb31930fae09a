import { expect, test } from 'vitest';
import { type AnnexView, readView, writeView } from './annex-view.ts';

test('reads from an address what was written into it', () => {
  const view: AnnexView = {
    unit: 'shi-min-zheng-ju',
    role: 'lead',
    section: 13,
    due: '2022-10',
    status: 'open',
    maybe: true,
    sort: 'due',
  };
  expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
  expect(writeView({})).toBe('');
});

test.each([
  'role=boss&section=十三&status=&sort=1&unit=&due=',
  'due=constructor',
  'due=foo',
  'due=2022-13',
  'due=__proto__&unit=<b>',
  'section=999',
  'section=1.5',
  'section=-1',
  'section=0x3',
])('leaves out what is no part of a view: %s', (query) => {
  expect(readView(new URLSearchParams(query))).toEqual({});
});
