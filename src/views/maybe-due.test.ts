import { expect, test } from 'vitest';
import { printed, taskWith } from './fixture.ts';
import { dueAttributes, maybeDue } from './maybe-due.ts';

const openTask = (id: string, candidates: string[]) =>
  taskWith({ id, deadline: { status: 'open', text: null, candidates, lines: [] } });

test('puts an open deadline under every month that it may name, and never a settled one', () => {
  const either = openTask('1-1', ['2022年8月前完成并持续推进', '2022年8月前', '持续推进']);
  const staged = openTask('1-2', ['2022年4月前市级完成，6月前区县完成', '2022年8月前']);
  const dropped = openTask('1-3', []);
  expect(maybeDue([either, staged, dropped, taskWith({ id: '1-4' })])).toEqual({
    months: new Map([
      ['2022-08', [either, staged]],
      ['2022-04', [staged]],
      ['2022-06', [staged]],
    ]),
    ongoing: [either],
    unknown: [dropped],
  });
});

test('names where a deadline falls apart from where it may fall', () => {
  const reading = { kind: 'by-then-ongoing', date: '2022-09-30' } as const;
  expect([
    dueAttributes(taskWith()),
    dueAttributes(taskWith({ deadline: { ...printed('2022年9月底前完成并持续推进'), reading } })),
    dueAttributes(openTask('1-1', ['持续推进', '2022年4月前市级完成，6月前区县完成'])),
    dueAttributes(openTask('1-2', [])),
  ]).toEqual([{ due: 'ongoing' }, { due: '2022-09' }, { maybe: 'ongoing 2022-04 2022-06' }, {}]);
});
