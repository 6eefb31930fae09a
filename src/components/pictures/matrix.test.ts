import { expect, test } from 'vitest';
import { printed, taskWith, unitWith } from '../../notice/fixture.ts';
import { matrixOf } from './matrix.ts';

const civil = unitWith({ slug: 'min-zheng', name: '市民政局', kind: '市政府部门' });
const every = unitWith({ slug: 'ge', name: '各区县政府', kind: '集合称谓' });
const authority = new Map([civil, every].map((unit) => [unit.slug, unit]));

test('counts a task once for each kind that it names, no candidate, and apart what may be missing', () => {
  const sections = [
    { number: 1, title: '甲', clauses: [] },
    { number: 2, title: '乙', clauses: [] },
  ];
  const shared = taskWith({ lead: printed('市民政局，各区县政府', ['min-zheng', 'ge']) });
  const open = taskWith({
    id: '1-2',
    support: { status: 'open', text: null, candidates: ['各区县政府'], candidateUnits: [['ge']], lines: [] },
  });
  const unsure = taskWith({
    id: '1-3',
    support: { ...printed('各区县政府', ['ge']), status: 'inferred', mayBeMissing: true },
  });
  const [row, ...rest] = matrixOf(sections, [shared, open, unsure], authority);
  expect(rest).toEqual([]);
  expect(row?.openSupports).toBe(1);
  expect(row?.cells.filter(({ lead, support }) => lead + support > 0)).toEqual([
    { kind: '市政府部门', lead: 3, support: 0, unsure: 0 },
    { kind: '集合称谓', lead: 1, support: 0, unsure: 1 },
  ]);
});
