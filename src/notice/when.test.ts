import { expect, test } from 'vitest';
import { printed, taskWith } from './fixture.ts';
import type { DeadlineCell } from './model.ts';
import { byWhen } from './when.ts';

const by = (date: string): DeadlineCell => ({ ...printed(date), reading: { kind: 'by', date } });
const open = (...candidates: string[]): DeadlineCell => ({ status: 'open', text: null, candidates, lines: [] });
const task = (id: string, deadline?: DeadlineCell) => taskWith({ id, ...(deadline ? { deadline } : {}) });

test('puts months in their order, then what goes on, has no date, and is open, by the earliest that is possible', () => {
  const tasks = [
    task('1-1', open('2022年12月前', '2022年10月前')),
    task('1-2'),
    task('1-3', by('2022-10')),
    task('1-4', open('2022年8月前', '持续推进')),
    task('1-5', printed('——')),
    task('1-6', by('2022-09-30')),
  ];
  const groups = byWhen(tasks, (each) => each).map(({ key, title, items }) => [key, title, items.map(({ id }) => id)]);
  expect(groups).toEqual([
    ['2022-09', '2022年9月', ['1-6']],
    ['2022-10', '2022年10月', ['1-3']],
    ['ongoing', '持续推进', ['1-2']],
    ['undated', '未写明日期', ['1-5']],
    ['open', '时限原件待查', ['1-4', '1-1']],
  ]);
});

test('holds a staged task once, under its earlier month, and what may be missing after what is certain', () => {
  const stages = [
    { who: '市级', date: '2022-04' },
    { who: '区县', date: '2022-06' },
  ];
  const unsure = { ...by('2022-04'), status: 'inferred' as const, mayBeMissing: true };
  const tasks = [
    task('1-1', unsure),
    task('1-2', { ...printed('甲'), reading: { kind: 'staged', stages } }),
    task('1-3', by('2022-06')),
  ];
  expect(byWhen(tasks, (each) => each).map(({ key, items }) => [key, items.map(({ id }) => id)])).toEqual([
    ['2022-04', ['1-2', '1-1']],
    ['2022-06', ['1-3']],
  ]);
});
