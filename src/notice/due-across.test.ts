import { expect, test } from 'vitest';
import { dueAcross } from './due-across.ts';
import { printed, taskWith } from './fixture.ts';
import type { NoticeData, Task } from './model.ts';

const by = (date: string): Partial<Task> => ({ deadline: { ...printed('按月'), reading: { kind: 'by', date } } });
const may: Partial<Task> = { deadline: { status: 'open', text: null, candidates: ['2023年8月前'], lines: [1] } };
const notice = (id: string, tasks: Task[]) =>
  ({ notice: { id }, sections: [], tasks, units: [] }) as unknown as NoticeData;

test('the months of all notices stand in order, each with what every notice has there, open deadlines apart', () => {
  const { months, others } = dueAcross([
    notice('later', [taskWith(by('2023-08')), taskWith(may)]),
    notice('text-alone', []),
    notice('earlier', [taskWith(by('2022-09')), taskWith(by('2023-08')), taskWith()]),
  ]);
  const said = (lines: typeof months) =>
    lines.map(({ anchor, notices }) => [
      anchor,
      ...notices.map(({ notice, due, maybe }) => [notice.id, due.length, maybe]),
    ]);
  expect(said(months)).toEqual([
    ['m-2022-09', ['earlier', 1, 0]],
    ['m-2023-08', ['later', 1, 1], ['earlier', 1, 0]],
  ]);
  expect(said(others)).toEqual([
    ['ongoing', ['earlier', 1, 0]],
    ['open', ['later', 1, 0]],
  ]);
});
