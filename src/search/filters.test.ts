import { describe, expect, test } from 'vitest';
import { applyFilters, countFacets, filtersFrom, toParams } from './filters.ts';
import type { Hit, SearchRecord } from './model.ts';

const read = (address: string) => filtersFrom(new URLSearchParams(address));

describe('filters in the address', () => {
  test('come back as they were written', () => {
    const filters = { kind: 'task', section: 13, unit: 'shi-min-zheng-ju', role: 'lead', due: '2022-10' } as const;
    expect(read(toParams('退休', filters).toString())).toEqual(filters);
    expect(toParams('退休', { due: 'ongoing' }).toString()).toBe('q=%E9%80%80%E4%BC%91&due=ongoing');
  });

  test.each(['kind=lump', 'section=x', 'section=-1', 'role=owner', 'due=soon', 'status=maybe', 'unit='])(
    '%s is no filter',
    (address) => {
      expect(read(address)).toEqual({});
    },
  );
});

test('what a cell brings that may be missing passes as possible, last, and counts apart', () => {
  const hit = (url: string, named: Partial<SearchRecord>): Hit => {
    const nothing = { units: [], due: [] };
    const record = { notice: 'n', kind: 'task', order: 0, url, title: '', fields: [] } as const;
    return {
      kind: 'task',
      url,
      title: '',
      record: { ...record, ...nothing, fields: [], maybe: nothing, unsure: nothing, ...named },
      excerpts: [],
      phrases: [],
    };
  };
  const august = { units: [], due: ['2022-08'] };
  const hits = [hit('unsure', { unsure: august }), hit('open', { maybe: august }), hit('sure', { due: ['2022-08'] })];
  const passing = applyFilters(hits, { due: '2022-08' }, new Map());
  expect(passing.map(({ url, possible }) => [url, possible])).toEqual([
    ['sure', undefined],
    ['unsure', true],
  ]);
  expect([...countFacets(hits, {}, new Map()).due]).toEqual([['2022-08', { sure: 1, unsure: 1 }]]);
});
