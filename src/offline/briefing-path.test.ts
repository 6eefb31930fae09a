import { expect, test } from 'vitest';
import type { NoticeData, Unit } from '../notice/model.ts';
import { unitWith } from '../views/fixture.ts';
import { briefingPath } from './briefing-path.ts';

const unit = (slug: string): Unit => ({
  ...unitWith({ slug, name: slug, kind: '市政府部门' }),
  leads: [],
  supports: [],
});
const notice = (id: string, ...slugs: string[]) => ({
  notice: { id } as NoticeData['notice'],
  units: slugs.map(unit),
});

test('the newest notice that names a unit has the unit’s address, and no other file is written over', () => {
  const notices = [notice('2023', 'a'), notice('2022', 'a', 'b')];
  expect(briefingPath('a', '2023', notices)).toBe('units/a.html');
  expect(briefingPath('a', '2022', notices)).toBe('units/a.2022.html');
  expect(briefingPath('b', '2022', notices)).toBe('units/b.html');
  expect(['2022', '2023'].map((id) => briefingPath('c', id, notices))).toEqual(['units/c.2022.html', 'units/c.html']);
});
