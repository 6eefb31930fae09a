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

test('leaves out what it does not know', () => {
  const params = new URLSearchParams('role=boss&section=十三&status=&sort=1&unit=&due=');
  expect(readView(params)).toEqual({});
});
