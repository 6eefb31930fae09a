import { countGrades } from '../../notice/grades.ts';
import { maybeDue } from '../../notice/maybe-due.ts';
import type { Task } from '../../notice/model.ts';
import { calendarOf } from '../../notice/months.ts';

/** How many tasks fall due in a month, by how sure that is. The four are never to be summed. */
export interface StripColumn {
  /** `2022-08`, or `ongoing`. */
  key: string;
  printed: number;
  inferred: number;
  /** Deadlines that are shown here, but may be missing. */
  unsure: number;
  /** Open deadlines that may fall here; each counts under every candidate. */
  maybe: number;
}

/** Every month from the first that the tasks may name to the last, empty ones too, then what is ongoing. */
export function stripOf(tasks: readonly Task[]): StripColumn[] {
  const { months, ongoing } = calendarOf(tasks);
  const maybe = maybeDue(tasks);
  const due = new Map(months.map(({ month, due }) => [month, due.map(({ task }) => task)]));
  const column = (key: string, settled: readonly Task[], open: readonly Task[]): StripColumn => {
    const { printed, inferred, unsure } = countGrades(settled.map(({ deadline }) => deadline));
    return { key, printed, inferred, unsure, maybe: open.length };
  };
  return [
    ...monthsBetween([...due.keys(), ...maybe.months.keys()]).map((month) =>
      column(month, due.get(month) ?? [], maybe.months.get(month) ?? []),
    ),
    column('ongoing', ongoing, maybe.ongoing),
  ];
}

function monthsBetween(named: readonly string[]): string[] {
  const sorted = named.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  const months: string[] = [];
  for (let month = first; month && last && month <= last; month = following(month)) months.push(month);
  return months;
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
