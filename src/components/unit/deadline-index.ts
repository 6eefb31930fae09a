import { GRADES, type Grade, gradeOf } from '../../notice/grades.ts';
import type { Task } from '../../notice/model.ts';
import { calendarOf, monthName } from '../../notice/months.ts';

/** The tasks of one list that share a deadline's month and how sure it is. */
export interface GradedIds {
  status: Grade;
  tasks: Task[];
}

/** A line of the index: a month, 持续推进, 待核 or none, and what each list has there. */
export interface DeadlineLine {
  label: string;
  /** In the order of the lists given. */
  lists: GradedIds[][];
}

/** Indexes lists of tasks by deadline, earliest month first; the lists stay apart. */
export function deadlineIndex(lists: readonly (readonly Task[])[]): DeadlineLine[] {
  const calendars = lists.map(calendarOf);
  const months = [...new Set(calendars.flatMap(({ months }) => months.map(({ month }) => month)))].sort();
  const line = (label: string, pick: (calendar: (typeof calendars)[number]) => Task[]): DeadlineLine => ({
    label,
    lists: calendars.map((calendar) => graded(pick(calendar))),
  });
  return [
    ...months.map((month) =>
      line(
        monthName(month),
        ({ months }) => months.find((entry) => entry.month === month)?.due.map(({ task }) => task) ?? [],
      ),
    ),
    line('持续推进', ({ ongoing }) => ongoing),
    line('时限待核', ({ open }) => open),
    line('未载明', ({ undated }) => undated),
  ].filter(({ lists }) => lists.some((list) => list.length > 0));
}

/** The most certain first; each task once. */
function graded(tasks: readonly Task[]): GradedIds[] {
  return GRADES.map((status) => ({
    status,
    tasks: [...new Set(tasks.filter(({ deadline }) => gradeOf(deadline) === status))],
  })).filter(({ tasks }) => tasks.length > 0);
}
