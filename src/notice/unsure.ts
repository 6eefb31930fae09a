import { COLUMN_NAMES, COLUMNS } from './columns.ts';
import { countGrades } from './grades.ts';
import type { Task } from './model.ts';

/** How many cells of some tasks show a value that may not be their own, by column: 配合单位3格，完成时限2格. */
export function unsureInWords(tasks: readonly Task[]): string {
  const counts = COLUMNS.map((column) => ({
    name: COLUMN_NAMES[column],
    count: countGrades(tasks.map((task) => task[column])).unsure,
  }));
  const named = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name}${count}格`);
  return named.join('，') || '无';
}
