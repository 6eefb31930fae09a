import { readDeadline } from '../notice/deadlines.ts';
import type { Task } from '../notice/model.ts';
import { dueKeys, monthsOf } from './months.ts';

/**
 * Where a task's deadline falls, and where it may fall while it is open: months and `ongoing`, parted by spaces.
 *
 * @returns no value where there is none, so that a page need not carry an empty attribute
 */
export function dueAttributes({ deadline }: Task): { due?: string; maybe?: string } {
  const candidates = deadline.status === 'open' ? (deadline.candidates ?? []) : [];
  const due = dueKeys(deadline.reading).join(' ');
  const maybe = [...new Set(candidates.map(readDeadline).flatMap(dueKeys))].join(' ');
  return { ...(due ? { due } : {}), ...(maybe ? { maybe } : {}) };
}

/** Tasks whose deadline is not to be known, by where it may fall. A task stands under each of its candidates. */
export interface MaybeDue {
  /** By month, in printed order within. */
  months: Map<string, Task[]>;
  ongoing: Task[];
  /** No candidate is left: the extraction dropped the cell. */
  unknown: Task[];
}

/** Spreads the open deadlines over the months that their candidates name. Settled ones are left out. */
export function maybeDue(tasks: readonly Task[]): MaybeDue {
  const maybe: MaybeDue = { months: new Map(), ongoing: [], unknown: [] };
  for (const task of tasks) {
    if (task.deadline.status !== 'open') continue;
    const readings = (task.deadline.candidates ?? []).map(readDeadline);
    if (readings.length === 0) maybe.unknown.push(task);
    if (readings.some((reading) => reading?.kind === 'ongoing')) maybe.ongoing.push(task);
    for (const month of new Set(readings.flatMap(monthsOf).map(({ month }) => month))) {
      maybe.months.set(month, [...(maybe.months.get(month) ?? []), task]);
    }
  }
  return maybe;
}
