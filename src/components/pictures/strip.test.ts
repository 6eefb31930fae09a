import { expect, test } from 'vitest';
import { printed, taskWith } from '../../notice/fixture.ts';
import { stripOf } from './strip.ts';

test('counts each month by certainty, empty months included, across the turn of the year', () => {
  const by = (id: string, date: string, status: 'printed' | 'inferred') =>
    taskWith({ id, deadline: { ...printed('……'), status, reading: { kind: 'by', date } } });
  const open = taskWith({
    id: '1-3',
    deadline: { status: 'open', text: null, candidates: ['2023年1月前', '持续推进'], lines: [] },
  });
  const unsure = by('1-4', '2022-12', 'inferred');
  unsure.deadline.mayBeMissing = true;
  expect(stripOf([by('1-1', '2022-11', 'printed'), by('1-2', '2022-11-30', 'inferred'), open, unsure])).toEqual([
    { key: '2022-11', printed: 1, inferred: 1, unsure: 0, maybe: 0 },
    { key: '2022-12', printed: 0, inferred: 0, unsure: 1, maybe: 0 },
    { key: '2023-01', printed: 0, inferred: 0, unsure: 0, maybe: 1 },
    { key: 'ongoing', printed: 0, inferred: 0, unsure: 0, maybe: 1 },
  ]);
});
