import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';
import { printed, taskWith } from './fixture.ts';

const before = { tasks: [taskWith()], changes: [] };
const ON = '2026-11-26';

test('tells nothing where nothing changed, and nothing of a notice that is new', () => {
  expect(changesBetween(before, { tasks: [taskWith()], rulings: [] }, ON)).toEqual([]);
  expect(changesBetween({ tasks: undefined, changes: [] }, { tasks: [taskWith()], rulings: [] }, ON)).toEqual([]);
});

test('tells what a cell said and what it says now, how sure both are, and whom the row concerns', () => {
  const open = {
    status: 'open' as const,
    text: null,
    candidates: ['市教委', '——'],
    candidateUnits: [['jiao'], []],
    lines: [1],
  };
  const support = { ...printed('市教委', ['jiao']), status: 'inferred' as const, why: '只有此值。' };
  const changes = changesBetween(
    { tasks: [taskWith({ support: open })], changes: [] },
    { tasks: [taskWith({ support })], rulings: [] },
    ON,
  );
  expect(changes).toEqual([
    {
      on: ON,
      row: '1-1',
      column: 'support',
      units: ['jiao', 'min-zheng'],
      was: '原件待查（可能是：市教委、——）',
      is: '市教委（推定）',
      reason: '只有此值。',
    },
  ]);
});

test('tells a ruling once', () => {
  const rulings = [{ row: '1-1', column: 'deadline', reason: '甲。', lines: [1] }];
  const after = { tasks: [taskWith()], rulings };
  const changes = changesBetween(before, after, ON);
  expect(changes).toEqual([
    { on: ON, row: '1-1', column: 'ruling', ruling: 'deadline', units: ['min-zheng'], reason: '甲。' },
  ]);
  expect(changesBetween({ ...before, changes }, after, '2026-11-27')).toEqual([]);
});

test('tells of rows that come and go', () => {
  const changes = changesBetween(before, { tasks: [taskWith({ id: '1-2', text: '乙。' })], rulings: [] }, ON);
  expect(changes.map(({ row, was, is }) => [row, was, is])).toEqual([
    ['1-1', '甲。', undefined],
    ['1-2', undefined, '乙。'],
  ]);
});
