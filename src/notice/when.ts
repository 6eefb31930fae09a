import { GRADES, type Grade, gradeOf } from './grades.ts';
import { maybeDueKeys } from './maybe-due.ts';
import type { Task } from './model.ts';
import { dueKeys, monthName } from './months.ts';

/** When a task is due, as far as its cell tells. */
export interface When {
  /** `2022-08`, its earliest month; `ongoing`; `undated` where a settled cell names no date; `open`. */
  key: string;
  /** 2022年8月, 持续推进, 未写明日期, 时限原件待查 */
  title: string;
  grade: Grade;
}

/** When a task is due, for lists that hold it once. */
export function whenOf({ deadline }: Pick<Task, 'deadline'>): When {
  const grade = gradeOf(deadline);
  if (grade === 'open') return { key: 'open', title: '时限原件待查', grade };
  const [key] = dueKeys(deadline.reading).sort();
  if (key === undefined) return { key: 'undated', title: '未写明日期', grade };
  return { key, title: key === 'ongoing' ? '持续推进' : monthName(key), grade };
}

const LAST = ['ongoing', 'undated', 'open'];

/** Months, the earliest first; then what goes on, names no date, or is open: by the earliest month that is possible. */
function rankOf(task: Pick<Task, 'deadline'>): string {
  const { key, grade } = whenOf(task);
  const [possible = ''] = maybeDueKeys(task.deadline).sort();
  const place = LAST.indexOf(key) + 1;
  return [place, place === 0 ? key : '', GRADES.indexOf(grade), possible].join(' ');
}

/** Tasks that share a heading of a list by month. */
export interface WhenGroup<T> extends Pick<When, 'key' | 'title'> {
  items: T[];
}

/** Items that each belong to a task, by when it is due: what is certain before what may be missing, else as printed. */
export function byWhen<T>(items: readonly T[], taskOf: (item: T) => Pick<Task, 'deadline'>): WhenGroup<T>[] {
  const ranked = items.map((item) => ({ item, rank: rankOf(taskOf(item)), when: whenOf(taskOf(item)) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return [...Map.groupBy(ranked, ({ when }) => when.key).values()].map((group) => ({
    key: group[0]?.when.key ?? '',
    title: group[0]?.when.title ?? '',
    items: group.map(({ item }) => item),
  }));
}
