import type { Cell, Task, UnitEntry } from './model.ts';

/** A task for tests: led by nobody in particular, ongoing, all printed. */
export function taskWith(over: Partial<Task> = {}): Task {
  return {
    id: '1-1',
    section: 1,
    text: '甲。',
    lead: printed('市民政局', ['min-zheng']),
    support: printed('——'),
    deadline: { ...printed('持续推进'), reading: { kind: 'ongoing' } },
    clauseIds: ['1-1'],
    lines: [[1, 1]],
    ...over,
  };
}

/** A printed cell for tests. */
export const printed = (text: string, units?: string[]): Cell => ({
  status: 'printed',
  text,
  lines: [1],
  ...(units ? { units } : {}),
});

/** An entry of the authority file for tests. */
export const unitWith = (over: Partial<UnitEntry> & Pick<UnitEntry, 'slug' | 'name' | 'kind'>): UnitEntry => ({
  official: [],
  aliases: [],
  pinyin: over.slug.replaceAll('-', ''),
  initials: '',
  ...over,
});
