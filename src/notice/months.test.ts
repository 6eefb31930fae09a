import { expect, test } from 'vitest';
import { printed, taskWith } from './fixture.ts';
import { calendarOf, dayName, monthName } from './months.ts';

test('puts each task under the months that its deadline names', () => {
  const by = taskWith({
    id: '1-1',
    deadline: { ...printed('2022年9月底前'), reading: { kind: 'by', date: '2022-09-30' } },
  });
  const staged = taskWith({
    id: '1-2',
    deadline: {
      ...printed('2022年4月前市级完成，6月前区县完成'),
      reading: {
        kind: 'staged',
        stages: [
          { who: '市级', date: '2022-04' },
          { who: '区县', date: '2022-06' },
        ],
      },
    },
  });
  const ongoing = taskWith({ id: '1-3' });
  const open = taskWith({
    id: '1-4',
    deadline: { status: 'open', text: null, candidates: ['2022年4月前'], lines: [] },
  });
  const none = taskWith({ id: '1-5', deadline: printed('——') });
  expect(calendarOf([by, staged, ongoing, open, none])).toEqual({
    months: [
      { month: '2022-04', due: [{ task: staged, who: '市级' }] },
      { month: '2022-06', due: [{ task: staged, who: '区县' }] },
      { month: '2022-09', due: [{ task: by }] },
    ],
    ongoing: [ongoing],
    open: [open],
    undated: [none],
  });
});

test('writes months and days as Chinese documents do', () => {
  expect([monthName('2022-08'), dayName('2022-03-12')]).toEqual(['2022年8月', '2022年3月12日']);
});
