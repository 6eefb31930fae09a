import { expect, test } from 'vitest';
import { printed, taskWith } from '../../notice/fixture.ts';
import { deadlineIndex } from './deadline-index.ts';

test('sets lists side by side under each month, certainty apart', () => {
  const by = (id: string, status: 'printed' | 'inferred') =>
    taskWith({ id, deadline: { ...printed('2022年8月前'), status, reading: { kind: 'by', date: '2022-08' } } });
  const [sure, inferred] = [by('1-1', 'printed'), by('1-2', 'inferred')];
  const ongoing = taskWith({ id: '1-3' });
  const open = taskWith({ id: '1-4', deadline: { status: 'open', text: null, candidates: ['持续推进'], lines: [] } });
  expect(
    deadlineIndex([
      [inferred, sure],
      [ongoing, open, inferred],
    ]),
  ).toEqual([
    {
      label: '2022年8月',
      lists: [
        [
          { status: 'printed', tasks: [sure] },
          { status: 'inferred', tasks: [inferred] },
        ],
        [{ status: 'inferred', tasks: [inferred] }],
      ],
    },
    { label: '持续推进', lists: [[], [{ status: 'printed', tasks: [ongoing] }]] },
    { label: '时限待核', lists: [[], [{ status: 'open', tasks: [open] }]] },
  ]);
});
