import { cellOf, columnsIn } from '../notice/absent.ts';
import { gradeOf } from '../notice/grades.ts';
import type { Cell } from '../notice/model.ts';
import { inBrackets } from '../notice/statuses.ts';
import type { ShownTask } from './read-row.ts';

/** A cell in words, with its grade unless it is printed: `市民政局【推定】`, `【原件待查】可能是：甲｜乙`. */
function cellWords(cell: Pick<Cell, 'status' | 'text' | 'candidates' | 'mayBeMissing'>): string {
  const { status, text, candidates = [] } = cell;
  if (status === 'open') {
    return candidates.length > 0
      ? `${inBrackets('open')}可能是：${candidates.join('｜')}`
      : `${inBrackets('open')}原件此格未能录出`;
  }
  return text + (status === 'printed' ? '' : inBrackets(gradeOf(cell)));
}

/** Rows as lines of tab-separated words, for a spreadsheet or a message. */
export function rowsAsText(rows: readonly ShownTask[]): string {
  const columns = columnsIn(rows);
  const lines = rows.map((task) =>
    [`任务${task.id}`, task.text, ...columns.map(({ column }) => cellWords(cellOf(task, column)))].join('\t'),
  );
  return [['任务', '具体工作', ...columns.map(({ name }) => name)].join('\t'), ...lines].join('\n');
}

/**
 * Takes the given rows, in their order, out of the published CSV.
 *
 * @throws when the file does not hold one of them
 */
export function csvOf(published: string, rows: readonly ShownTask[]): string {
  const [head, ...records] = published.split('\r\n');
  const byTask = new Map(records.map((record) => [/^"任务([\da-z-]+)"/u.exec(record)?.[1], record]));
  const picked = rows.map(({ id }) => {
    const record = byTask.get(id);
    if (record === undefined) throw new Error(`The published CSV holds no row ${id}`);
    return record;
  });
  return [head, ...picked, ''].join('\r\n');
}
