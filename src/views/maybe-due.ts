import { readDeadline } from '../notice/deadlines.ts';
import type { DeadlineReading, Task } from '../notice/model.ts';

/** A month that a deadline names, and the level of government due then when it is not all. */
export interface DueMonth {
  /** `2022-08` */
  month: string;
  who?: string;
}

/** The months that a deadline names, in its order; none for an ongoing one. */
export function monthsOf(reading: DeadlineReading | undefined): DueMonth[] {
  if (!reading || reading.kind === 'ongoing') return [];
  if (reading.kind === 'staged') return reading.stages.map(({ who, date }) => ({ month: date.slice(0, 7), who }));
  return [{ month: reading.date.slice(0, 7) }];
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
