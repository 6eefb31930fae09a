import { expect, test } from 'vitest';
import { deadlineGroups } from './deadline-groups.ts';
import { printed, taskWith } from './fixture.ts';

test('says of each task what is due in a month, and keeps what only may be due apart', () => {
  const then = taskWith({
    id: '1-1',
    deadline: { ...printed('2022年8月前完成并持续推进'), reading: { kind: 'by-then-ongoing', date: '2022-08' } },
  });
  const staged = taskWith({
    id: '1-2',
    deadline: {
      ...printed('2022年6月前市级完成，8月前区县完成'),
      reading: {
        kind: 'staged',
        stages: [
          { who: '市级', date: '2022-06' },
          { who: '区县', date: '2022-08' },
        ],
      },
    },
  });
  const open = taskWith({
    id: '1-3',
    deadline: { status: 'open', text: null, candidates: ['2022年4月前', '2022年8月前'], lines: [] },
  });
  const groups = deadlineGroups([then, staged, open]).map(({ anchor, due, maybe }) => ({ anchor, due, maybe }));
  expect(groups).toEqual([
    { anchor: 'm-2022-04', due: [], maybe: [open] },
    { anchor: 'm-2022-06', due: [{ task: staged, who: '市级完成' }], maybe: [] },
    {
      anchor: 'm-2022-08',
      due: [
        { task: then, who: '完成并持续推进' },
        { task: staged, who: '区县完成' },
      ],
      maybe: [open],
    },
    { anchor: 'open', due: [{ task: open }], maybe: [] },
  ]);
});
