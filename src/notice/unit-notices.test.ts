import { expect, test } from 'vitest';
import { printed, taskWith, unitWith } from './fixture.ts';
import type { Task, UnitEntry } from './model.ts';
import { unitNotices } from './unit-notices.ts';

const min = unitWith({ slug: 'min', name: '市民政局', kind: '市政府部门' });
const ge = unitWith({ slug: 'ge', name: '市级各部门', kind: '集合称谓', covers: { kind: '市政府部门', all: true } });
const authority = [min, ge];

const notice = (id: string, named: UnitEntry[], tasks: Task[]) => ({
  id,
  tasks,
  units: named.map((unit) => ({ ...unit, leads: [], supports: [] })),
});
const byName = taskWith({ lead: printed('市民政局', ['min']) });
const byCollective = taskWith({ lead: printed('市级各部门', ['ge']) });

const ids = (notices: readonly { id: string }[]) => notices.map(({ id }) => id);

test('the newest notice with anything for a unit is shown, the others that name it are listed, the rest counted', () => {
  const notices = [
    notice('text-alone', [], []),
    notice('2024', [ge], [byCollective]),
    notice('2023', [min], [byName]),
    notice('2022', [min], [byName]),
    notice('2021', [ge], [byCollective]),
  ];
  const { shown, further, throughAlone } = unitNotices(min, notices, authority);
  expect([shown?.id, ids(further), throughAlone]).toEqual(['2024', ['2023', '2022'], 1]);
});

test('a unit that no notice concerns has none to show', () => {
  expect(unitNotices(min, [notice('text-alone', [], [])], authority)).toEqual({ further: [], throughAlone: 0 });
});
