import { mayFall } from './may-fall.ts';
import type { Cell, Task } from './model.ts';
import { monthsOf } from './months.ts';
import { readPeriod } from './period.ts';

/** The months, or `ongoing`, that an open deadline may name, each once. */
export const maybeDueKeys = (cell: Pick<Cell, 'status' | 'candidates'>): string[] => mayFall(cell, readPeriod);

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
    const readings = (task.deadline.candidates ?? []).map(readPeriod);
    if (readings.length === 0) maybe.unknown.push(task);
    if (readings.some((reading) => reading?.kind === 'ongoing')) maybe.ongoing.push(task);
    for (const month of new Set(readings.flatMap(monthsOf).map(({ month }) => month))) {
      maybe.months.set(month, [...(maybe.months.get(month) ?? []), task]);
    }
  }
  return maybe;
}
