import type { Section, Task } from './model.ts';

/** Items that each belong to a task, grouped by the task's section; sections without any are left out. */
export function bySection<T>(
  items: readonly T[],
  sections: readonly Section[],
  taskOf: (item: T) => Task,
): { section: Section; items: T[] }[] {
  return sections
    .map((section) => ({ section, items: items.filter((item) => taskOf(item).section === section.number) }))
    .filter(({ items }) => items.length > 0);
}
