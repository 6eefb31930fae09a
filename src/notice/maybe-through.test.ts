import { expect, test } from 'vitest';
import { printed, taskWith, unitWith } from './fixture.ts';
import { maybeThrough } from './maybe-through.ts';

const hechuan = unitWith({ slug: 'he-chuan', name: '合川区政府', kind: '区县政府' });
const every = unitWith({ slug: 'ge', name: '各区县政府', kind: '集合称谓', covers: { kind: '区县政府', all: true } });
const departments = unitWith({
  slug: 'shi-ji',
  name: '市级有关部门',
  kind: '集合称谓',
  covers: { kind: '市政府部门', all: false },
});

test('lists only open cells, and only under collectives that cover the unit', () => {
  const open = taskWith({
    support: {
      status: 'open',
      text: null,
      candidates: ['市级有关部门', '各区县政府'],
      candidateUnits: [['shi-ji'], ['ge']],
      lines: [],
    },
  });
  const settled = taskWith({ id: '1-2', support: printed('各区县政府', ['ge']) });
  expect(maybeThrough(hechuan, [open, settled], [every, departments])).toEqual([
    { collective: every, duties: [{ task: open, role: 'support' }] },
  ]);
});
