import { expect, test } from 'vitest';
import { printed, taskWith } from '../notice/fixture.ts';
import { notice } from './fixture.ts';
import { createFold } from './fold.ts';
import { createMatcher } from './match.ts';
import { recordsOf } from './records.ts';

test('what a cell shows that may be missing is only possible: its units, its month, its words', () => {
  const unsure = { status: 'inferred' as const, mayBeMissing: true };
  const task = taskWith({
    id: '1-1',
    support: { ...printed('市公安局', ['gong-an']), ...unsure },
    deadline: { ...printed('2022年8月前'), ...unsure, reading: { kind: 'by', date: '2022-08' } },
  });
  const record = recordsOf({ ...notice, tasks: [task] }).find(({ kind }) => kind === 'task');
  expect(record).toMatchObject({
    units: [{ slug: 'min-zheng', role: 'lead' }],
    due: [],
    maybe: { units: [{ slug: 'gong-an', role: 'support' }], due: ['2022-08'] },
    unsure: { units: [{ slug: 'gong-an', role: 'support' }], due: ['2022-08'] },
  });
  expect(record?.fields.map(({ status }) => status)).toEqual([undefined, 'printed', 'unsure', 'unsure']);
  const { match } = createMatcher(createFold(''));
  const possible = (needle: Parameters<typeof match>[1]) => record && match(record, needle)?.possible;
  expect([
    possible({ text: '市公安局' }),
    possible({ unit: 'gong-an', names: ['市公安局'] }),
    possible({ due: '2022-08' }),
    possible({ text: '市民政局' }),
    possible({ status: 'unsure' }),
    possible({ status: 'inferred' }),
  ]).toEqual([true, true, true, false, false, undefined]);
});
