import { expect, test } from 'vitest';
import { factsOf, matchRow, type RowFacts, sortRows } from './annex-match.ts';
import { printed, taskWith } from './fixture.ts';

const kindOf = (slug: string) => (slug.endsWith('ju') ? 'kind-1' : undefined);
const row: RowFacts = {
  section: 13,
  lead: ['min-zheng-ju'],
  support: [],
  responsible: [],
  maybeLead: [],
  maybeSupport: ['gong-an-ju', 'ge-qu-xian'],
  maybeResponsible: [],
  due: [],
  maybeDue: ['2022-08', 'ongoing'],
  unknown: { support: false, deadline: false },
  grades: { lead: 'printed', support: 'open', deadline: 'open' },
};
const settled: RowFacts = {
  ...row,
  maybeSupport: [],
  due: ['2022-10'],
  maybeDue: [],
  grades: { lead: 'printed', support: 'inferred', deadline: 'printed' },
};
const match = (facts: RowFacts, view: Parameters<typeof matchRow>[1]) => matchRow(facts, view, kindOf);

test('a candidate is never more than a maybe', () => {
  expect([
    match(row, { unit: 'gong-an-ju' }),
    match(row, { unit: 'gong-an-ju', role: 'lead' }),
    match(row, { due: '2022-08' }),
    match(row, { due: '2022-10' }),
    match(row, { unit: 'min-zheng-ju', due: 'ongoing' }),
  ]).toEqual(['maybe', 'no', 'maybe', 'no', 'maybe']);
});

test('an open cell without candidates may be anything', () => {
  const unknown = { ...row, maybeSupport: [], maybeDue: [], unknown: { support: true, deadline: true } };
  expect([
    match(unknown, { due: '2022-10' }),
    match(unknown, { unit: 'shui-li-ju', role: 'support' }),
    match(unknown, { unit: 'shui-li-ju', role: 'lead' }),
  ]).toEqual(['maybe', 'maybe', 'no']);
});

test('finds units by role and by kind', () => {
  expect([
    match(row, { unit: 'min-zheng-ju', role: 'lead' }),
    match(row, { unit: 'kind-1' }),
    match(row, { unit: 'kind-1', role: 'support' }),
    match(settled, { unit: 'kind-1', role: 'support' }),
  ]).toEqual(['yes', 'yes', 'maybe', 'no']);
});

test('a view asks for all of its filters at once', () => {
  expect([
    match(settled, {}),
    match(settled, { section: 13, due: '2022-10', unit: 'min-zheng-ju' }),
    match(settled, { section: 12, due: '2022-10', unit: 'min-zheng-ju' }),
  ]).toEqual(['yes', 'yes', 'no']);
});

test('asks certainty of all cells, doubt of any', () => {
  expect([
    match(settled, { status: 'printed' }),
    match(settled, { status: 'inferred' }),
    match(row, { status: 'open' }),
    match(row, { due: 'open' }),
    match(settled, { due: 'open' }),
  ]).toEqual(['no', 'yes', 'yes', 'yes', 'no']);
});

test('what may be missing is never more than a maybe, and a grade of its own', () => {
  const unsure = { status: 'inferred' as const, mayBeMissing: true };
  const facts = factsOf(
    taskWith({
      lead: { ...printed('市民政局', ['min-zheng-ju']), ...unsure },
      support: { ...printed('市公安局', ['gong-an-ju']), ...unsure },
      deadline: { ...printed('2022年10月前'), ...unsure, reading: { kind: 'by', date: '2022-10' } },
    }),
  );
  expect([
    match(facts, { unit: 'min-zheng-ju', role: 'lead' }),
    match(facts, { unit: 'min-zheng-ju', role: 'support' }),
    match(facts, { unit: 'gong-an-ju' }),
    match(facts, { due: '2022-10' }),
    match(facts, { due: '2022-11' }),
    match(facts, { status: 'inferred' }),
    match(facts, { status: 'unsure' }),
  ]).toEqual(['maybe', 'no', 'maybe', 'maybe', 'no', 'no', 'yes']);
});

test('sorts dates before what is ongoing, and that before what is not known', () => {
  const rows = [row, { ...settled, due: ['ongoing'] }, settled];
  expect(sortRows(rows, 'due', ({ due }) => ({ due, leadText: '' }))).toEqual(rows.toReversed());
});

test('sorts leading units by their sound, and leaves rows of equal rank as they are', () => {
  const rows = ['重庆海关1', '市公安局', '大足区政府', '市公安局'].map((leadText, at) => ({ leadText, at }));
  const sorted = sortRows(rows, 'lead', ({ leadText }) => ({ due: [], leadText }));
  expect(sorted.map(({ at }) => at)).toEqual([0, 2, 1, 3]);
});

test('names where a deadline falls apart from where it may fall', () => {
  const reading = { kind: 'by-then-ongoing', date: '2022-09-30' } as const;
  const open = (candidates: string[]) => ({ status: 'open' as const, text: null, candidates, lines: [] });
  const due = (deadline: Parameters<typeof factsOf>[0]['deadline']) => {
    const facts = factsOf(taskWith({ deadline: { ...deadline, lines: [] } }));
    return [facts.due, facts.maybeDue, facts.unknown.deadline];
  };
  expect([
    due({ ...printed('持续推进'), reading: { kind: 'ongoing' } }),
    due({ ...printed('2022年9月底前完成并持续推进'), reading }),
    due(open(['持续推进', '2022年4月前市级完成，6月前区县完成'])),
    due(open([])),
  ]).toEqual([
    [['ongoing'], [], false],
    [['2022-09'], [], false],
    [[], ['ongoing', '2022-04', '2022-06'], false],
    [[], [], true],
  ]);
});
