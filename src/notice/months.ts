import type { DeadlineReading, Task } from './model.ts';

/** A month that a deadline names, and the level of government due then when it is not all. */
export interface DueMonth {
  /** `2022-08` */
  month: string;
  who?: string;
}

/** Readings that name a date, and not only how often, or how long after something. */
export type DatedReading = Extract<DeadlineReading, { date: string } | { stages: unknown }>;
export const namesDate = (reading: DeadlineReading): reading is DatedReading =>
  'date' in reading || reading.kind === 'staged';

/** The months that a deadline names, in its order; none for an ongoing one. */
export function monthsOf(reading: DeadlineReading | undefined): DueMonth[] {
  if (!reading || !namesDate(reading)) return [];
  if (reading.kind === 'staged') return reading.stages.map(({ who, date }) => ({ month: date.slice(0, 7), who }));
  return [{ month: reading.date.slice(0, 7) }];
}

/** Where a deadline falls: its months, each once, or `ongoing`. */
export const dueKeys = (reading: DeadlineReading | undefined): string[] =>
  reading?.kind === 'ongoing' ? [reading.kind] : [...new Set(monthsOf(reading).map(({ month }) => month))];

/** The year of an ISO date or month; `''` for none. */
export const yearOf = (date: string | null | undefined): string => (date ?? '').slice(0, 'YYYY'.length);

/** A task under a month; `who` when only this level of government is due then. */
export interface Due {
  task: Task;
  who?: string;
}

/** The tasks of a notice by when they are due; within each, printed order. */
export interface Calendar {
  /** Earliest month first; `month` is `2022-08`. */
  months: { month: string; due: Due[] }[];
  ongoing: Task[];
  open: Task[];
  /** Settled cells that name no date: printed as none, or in words that are not read. */
  undated: Task[];
}

/** Groups tasks by their deadline, as far as it can be read without guessing. A staged one stands under each of its months. */
export function calendarOf(tasks: readonly Task[]): Calendar {
  const months = new Map<string, Due[]>();
  const calendar: Calendar = { months: [], ongoing: [], open: [], undated: [] };
  const put = (month: string, due: Due) => {
    months.set(month, [...(months.get(month) ?? []), due]);
  };
  for (const task of tasks) {
    const { status, reading, absent } = task.deadline;
    if (absent) continue;
    if (status === 'open') calendar.open.push(task);
    else if (!reading || (reading.kind !== 'ongoing' && !namesDate(reading))) calendar.undated.push(task);
    else if (reading.kind === 'ongoing') calendar.ongoing.push(task);
    else for (const { month, who } of monthsOf(reading)) put(month, { task, ...(who ? { who } : {}) });
  }
  calendar.months = [...months.keys()].sort().map((month) => ({ month, due: months.get(month) ?? [] }));
  return calendar;
}

/** `2022-08` as 2022年8月. */
export function monthName(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** The ISO date of a moment where the machine is. */
export const localDay = (moment: Date): string =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** `2022-03-12` as 2022年3月12日; of a date that a notice does not print it says so. */
export function dayName(date: string | null): string {
  if (date === null) return '未载明';
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
