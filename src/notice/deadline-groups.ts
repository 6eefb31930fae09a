import { maybeDue } from './maybe-due.ts';
import type { Task } from './model.ts';
import { calendarOf, monthName } from './months.ts';
import { counted } from './statuses.ts';

/** A task in a list by deadline; `who` says which level is due, or that the work goes on after the date. */
export interface DueItem {
  task: Task;
  who?: string;
}

/** How many of some tasks, those whose date may have been lost counted apart. */
export const countDue = (due: readonly DueItem[]): string =>
  counted(
    due.map(({ task }) => task.deadline),
    '项',
  );

/** The tasks that share a month, or go on, or whose deadline is not known. */
export interface DeadlineGroup {
  anchor: string;
  title: string;
  note?: string;
  due: DueItem[];
  /** Open deadlines one of whose candidates falls here; never part of `due`. */
  maybe: Task[];
}

/** All tasks of a notice by deadline, earliest month first; months that only candidates name included. */
export function deadlineGroups(tasks: readonly Task[]): DeadlineGroup[] {
  const calendar = calendarOf(tasks);
  const maybe = maybeDue(tasks);
  const due = new Map(calendar.months.map(({ month, due }) => [month, due]));
  const months = [...new Set([...due.keys(), ...maybe.months.keys()])].sort();
  const plain = (list: readonly Task[]): DueItem[] => list.map((task) => ({ task }));
  return [
    ...months.map((month) => ({
      anchor: `m-${month}`,
      title: monthName(month),
      due: (due.get(month) ?? []).map(({ task, who }) => ({ task, ...wordsFor(task, who) })),
      maybe: maybe.months.get(month) ?? [],
    })),
    {
      anchor: 'ongoing',
      title: '持续推进',
      note: '原文未定时间，只要求持续推进。',
      due: plain(calendar.ongoing),
      maybe: maybe.ongoing,
    },
    {
      anchor: 'open',
      title: '时限原件待查',
      note: '现有文本不能确定这些任务的时限，列出可能的各个值，须查阅原件。',
      due: plain(calendar.open),
      maybe: [],
    },
    {
      anchor: 'undated',
      title: '未写明日期',
      note: '原文此格印为“——”，或文字未指明日期。',
      due: plain(calendar.undated),
      maybe: [],
    },
  ].filter(({ due, maybe }) => due.length + maybe.length > 0);
}

function wordsFor({ deadline }: Task, who: string | undefined): { who?: string } {
  if (who) return { who: `${who}完成` };
  return deadline.reading?.kind === 'by-then-ongoing' ? { who: '完成并持续推进' } : {};
}
