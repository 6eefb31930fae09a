import { expect, test } from 'vitest';
import { printed, taskWith, unitWith } from './fixture.ts';
import { certain, relationsOf } from './relations.ts';

const civil = unitWith({ slug: 'min-zheng', name: '市民政局', kind: '市政府部门' });
const police = unitWith({ slug: 'gong-an', name: '市公安局', kind: '市政府部门' });
const fuling = unitWith({ slug: 'fu-ling', name: '涪陵区政府', kind: '区县政府' });
const authority = new Map([civil, police, fuling].map((unit) => [unit.slug, unit]));

test('tells co-leading, being helped and helping apart, each as sure as its cells', () => {
  const together = taskWith({ id: '1-1', lead: printed('市民政局、市公安局', ['min-zheng', 'gong-an']) });
  const helped = taskWith({
    id: '1-2',
    support: { ...printed('市公安局', ['gong-an']), status: 'inferred' },
  });
  const helps = taskWith({
    id: '1-3',
    lead: printed('涪陵区政府', ['fu-ling']),
    support: printed('市民政局', ['min-zheng']),
  });
  expect(relationsOf(civil, [together, helped, helps], authority)).toEqual([
    {
      partner: police,
      together: [{ task: together, status: 'printed' }],
      helped: [{ task: helped, status: 'inferred' }],
      helps: [],
    },
    { partner: fuling, together: [], helped: [], helps: [{ task: helps, status: 'printed' }] },
  ]);
});

test('is no surer than a cell that may be missing, and counts it with no certain one', () => {
  const unsure = taskWith({ support: { ...printed('市公安局', ['gong-an']), status: 'inferred', mayBeMissing: true } });
  const [relation] = relationsOf(civil, [unsure], authority);
  expect(relation?.helped).toEqual([{ task: unsure, status: 'unsure' }]);
  expect(certain(relation?.helped ?? [])).toEqual([]);
});

test('keeps what only an open cell suggests open, once for all its candidates, and last', () => {
  const open = taskWith({
    id: '1-1',
    support: {
      status: 'open',
      text: null,
      candidates: ['市公安局', '市公安局，涪陵区政府'],
      candidateUnits: [['gong-an'], ['gong-an', 'fu-ling']],
      lines: [],
    },
  });
  const sure = taskWith({ id: '1-2', support: printed('涪陵区政府', ['fu-ling']) });
  expect(relationsOf(civil, [open, sure], authority).map(({ partner, helped }) => [partner.name, helped])).toEqual([
    [
      '涪陵区政府',
      [
        { task: open, status: 'open' },
        { task: sure, status: 'printed' },
      ],
    ],
    ['市公安局', [{ task: open, status: 'open' }]],
  ]);
});
