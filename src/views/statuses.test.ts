import { expect, test } from 'vitest';
import { printed } from './fixture.ts';
import { caution, countStatuses } from './statuses.ts';

test('warns of what may be missing, and says when nothing was recorded', () => {
  expect([
    caution(printed('持续推进')),
    caution({ status: 'inferred', text: '持续推进', lines: [1] }),
    caution({ status: 'inferred', text: '持续推进', mayBeMissing: true, lines: [1] }),
    caution({ status: 'open', text: null, candidates: ['持续推进'], mayBeMissing: true, lines: [] }),
    caution({ status: 'open', text: null, candidates: [], mayBeMissing: true, lines: [] }),
  ]).toEqual([
    undefined,
    undefined,
    '也可能原文另有内容而未录出。',
    '也可能原文另有内容而未录出。',
    '原件此格未能录出。',
  ]);
});

test('counts the cells of each grade', () => {
  expect(countStatuses([printed('甲'), printed('乙'), { status: 'open', text: null, lines: [] }])).toEqual({
    printed: 2,
    inferred: 0,
    open: 1,
  });
});
