import { ALL_COLUMNS, COLUMN_NAMES, type Column } from './columns.ts';
import type { Cell, DeadlineCell, NoticeData, Task } from './model.ts';

/**
 * Stands in a task for a cell that its notice does not print: no such column, or nothing said in the text. Pages show
 * its words; files leave it out, and nothing counts it.
 */
export const ABSENT: Readonly<Cell & DeadlineCell> = { status: 'printed', absent: true, text: '未列', lines: [] };

/** As much of a cell as whoever asks knows. */
type SomeCell = Pick<Cell, 'status' | 'text' | 'absent' | 'label'>;
type Cells<C> = { readonly [K in Column]?: C | undefined };

/** A task's cell in a column, {@link ABSENT} where there is none. */
export const cellOf = <C extends Partial<SomeCell>>(task: Cells<C>, column: Column): C =>
  task[column] ?? (ABSENT as unknown as C);

/** What the pages call a task's cell: the name that the notice prints, where it has one of its own. */
const nameOfCell = (column: Column, { label }: Partial<SomeCell>): string => label ?? COLUMN_NAMES[column];

/**
 * The columns that some tasks have. The name of a column is the one that all its cells print, else the usual one.
 */
export function columnsIn(tasks: readonly Cells<Partial<SomeCell>>[]): { column: Column; name: string }[] {
  const used = ALL_COLUMNS.filter((column) => tasks.some((task) => !cellOf(task, column).absent));
  return used.map((column) => {
    const cells = tasks.map((task) => cellOf(task, column)).filter(({ absent }) => !absent);
    const names = new Set(cells.map((cell) => nameOfCell(column, cell)));
    return { column, name: names.size === 1 ? [...names].join('') : COLUMN_NAMES[column] };
  });
}

/** A task without the cells that only stand in for none, as files hold it. */
export function withoutAbsent<T extends Partial<Pick<Task, Column>>>(task: T): T {
  const entries = Object.entries(task).filter(([, value]) => !(value as Partial<Cell> | undefined)?.absent);
  return Object.fromEntries(entries) as T;
}

/** A task of a file as everything here reads it: where there is no cell, one stands that says so. */
export const withCells = <T extends Partial<Pick<Task, 'lead' | 'support' | 'deadline'>>>(task: T) => ({
  ...task,
  lead: task.lead ?? ABSENT,
  support: task.support ?? ABSENT,
  deadline: task.deadline ?? ABSENT,
});

/** Published data as everything here reads it. */
export const readPublished = (data: NoticeData): NoticeData => ({ ...data, tasks: data.tasks.map(withCells) });
