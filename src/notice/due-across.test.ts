import { expect, test } from 'vitest';
import { dueYears } from './due-across.ts';
import { printed, taskWith } from './fixture.ts';
import type { NoticeData, Task } from './model.ts';

const by = (date: string): Partial<Task> => ({ deadline: { ...printed('按月'), reading: { kind: 'by', date } } });
const may: Partial<Task> = { deadline: { status: 'open', text: null, candidates: ['2023年8月前'], lines: [1] } };
const notice = (id: string, dated: string | null, tasks: Task[]) =>
  ({ notice: { id, dated }, sections: [], tasks, units: [] }) as unknown as NoticeData;

test('each year has its months in order, each with what every notice has there, and what its own notices leave without one', () => {
  const years = dueYears([
    notice('later', '2023-02-01', [taskWith(by('2023-08')), taskWith(may)]),
    notice('text-alone', '2023-01-01', []),
    notice('earlier', '2022-03-01', [taskWith(by('2022-09')), taskWith(by('2023-08')), taskWith()]),
    notice('undated', null, [taskWith(by('2022-09')), taskWith()]),
    notice('timeless', null, [taskWith()]),
  ]);
  const said = (lines: (typeof years)[number]['months']) =>
    lines.map(({ anchor, notices }) => [
      anchor,
      ...notices.map(({ notice, due, maybe }) => [notice.id, due.length, maybe]),
    ]);
  expect(years.map(({ year, months, others }) => [year, said(months), said(others)])).toEqual([
    ['2023', [['m-2023-08', ['later', 1, 1], ['earlier', 1, 0]]], [['open', ['later', 1, 0]]]],
    [
      '2022',
      [['m-2022-09', ['earlier', 1, 0], ['undated', 1, 0]]],
      [['ongoing', ['earlier', 1, 0], ['undated', 1, 0]]],
    ],
    ['', [], [['ongoing', ['timeless', 1, 0]]]],
  ]);
});
