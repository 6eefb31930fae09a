import { describe, expect, test } from 'vitest';
import { filtersFrom, toParams } from './filters.ts';

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
