import { expect, test } from 'vitest';
import { bySection } from './by-section.ts';
import { taskWith } from './fixture.ts';

test('groups by section in the order of the notice and leaves empty sections out', () => {
  const sections = [1, 2, 3].map((number) => ({ number, title: '', clauses: [] }));
  const [late, early] = [taskWith({ id: '3-1', section: 3 }), taskWith({ id: '1-1' })];
  expect(bySection([late, early], sections, (task) => task)).toEqual([
    { section: sections[0], items: [early] },
    { section: sections[2], items: [late] },
  ]);
});
