import { expect, test } from 'vitest';
import { countOf, deskOf } from './desk.ts';
import { dutiesOf } from './duties.ts';
import { printed, taskWith, unitWith } from './fixture.ts';

const unit = unitWith({ slug: 'he-chuan', name: '合川区政府', kind: '区县政府' });
const every = unitWith({ slug: 'ge', name: '各区县政府', kind: '集合称谓', covers: { kind: '区县政府', all: true } });
const named = printed('合川区政府', ['he-chuan']);
const unsure = { ...named, status: 'inferred' as const, mayBeMissing: true };
const open = {
  status: 'open' as const,
  text: null,
  candidates: ['合川区政府'],
  candidateUnits: [['he-chuan']],
  lines: [],
};

test('tells apart what names the unit, what a collective brings, and what may be its own, each task once in a list', () => {
  const tasks = [
    taskWith({ id: '1-1', lead: named, support: printed('各区县政府', ['ge']) }),
    taskWith({ id: '1-2', support: unsure }),
    taskWith({ id: '1-3', support: open }),
    taskWith({ id: '1-4', lead: named, support: named }),
  ];
  const desk = deskOf(dutiesOf(unit, tasks, [unit, every]));
  const ids = (list: keyof typeof desk) =>
    desk[list].map(({ task, parts }) => [task.id, parts.map(({ by }) => by).join()]);
  expect(ids('named')).toEqual([
    ['1-1', 'own'],
    ['1-4', 'own,own'],
  ]);
  expect(ids('through')).toEqual([['1-1', 'through']]);
  expect(ids('possible')).toEqual([
    ['1-2', 'own'],
    ['1-3', 'open'],
  ]);
  expect([countOf(desk.named, 'lead'), countOf(desk.named, 'support')]).toEqual([2, 1]);
});
