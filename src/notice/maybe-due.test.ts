import { expect, test } from 'vitest';
import { taskWith } from './fixture.ts';
import { maybeDue } from './maybe-due.ts';

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
