import { expect, test } from 'vitest';
import { printed } from './fixture.ts';
import { caution, counted } from './statuses.ts';

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
    '这一格也可能漏录，原文或另有内容。',
    '这一格也可能漏录，原文或另有内容。',
    '原件此格未能录出。',
  ]);
});

test('counts what may be missing apart from what is certain', () => {
  const sure = { status: 'inferred' as const };
  const unsure = { status: 'inferred' as const, mayBeMissing: true };
  expect(counted([printed('甲'), sure], '项')).toBe('2 项');
  expect(counted([printed('甲'), unsure, unsure], '项')).toBe('1 项，另有推定·可能漏录 2 项');
  expect(counted([unsure], '处')).toBe('推定·可能漏录 1 处');
  expect(counted([], '项')).toBe('0 项');
});
