import { cellOf } from './absent.ts';
import { ALL_COLUMNS, type Column } from './columns.ts';
import { ROLES } from './duties.ts';
import { gradeOf } from './grades.ts';
import type { Account, Cell, Change, Task } from './model.ts';
import { STATUS_NAMES } from './statuses.ts';

type Known = Pick<Task, 'id' | 'text'> & Partial<Pick<Task, Column>>;

/** What a cell says and how sure it is, in words. */
function statement(cell: Cell): string {
  const { text, candidates = [] } = cell;
  const grade = gradeOf(cell);
  if (text === null) return `${STATUS_NAMES.open}（可能是：${candidates.join('、') || '未能录出'}）`;
  return grade === 'printed' ? text : `${text}（${STATUS_NAMES[grade]}）`;
}

const unitsIn = (tasks: readonly (Known | undefined)[]): string[] => {
  const cells = tasks.flatMap((task) => (task ? ROLES.map((role) => cellOf(task, role)) : []));
  return [
    ...new Set(cells.flatMap(({ units = [], candidateUnits = [] }) => [...units, ...candidateUnits.flat()])),
  ].sort();
};

function changesOf(was: Known | undefined, is: Known | undefined): Omit<Change, 'on'>[] {
  const row = (was ?? is)?.id ?? '';
  const units = unitsIn([was, is]);
  if (!was || !is) {
    return [{ row, column: 'row', units, ...(was ? { was: was.text } : {}), ...(is ? { is: is.text } : {}) }];
  }
  const cells = ALL_COLUMNS.map((column) => ({
    column,
    was: statement(cellOf(was, column)),
    is: statement(cellOf(is, column)),
    why: cellOf(is, column).why,
  }));
  return [{ column: 'text' as const, was: was.text, is: is.text, why: undefined }, ...cells]
    .filter((cell) => cell.was !== cell.is)
    .map(({ column, was, is, why }) => ({ row, column, units, was, is, ...(why ? { reason: why } : {}) }));
}

/**
 * What an import changes in a notice that was read before: rows, cells and rulings, each once, dated. Nothing is told
 * of a notice that is read for the first time but its rulings; where nothing changed, there is nothing.
 *
 * @param before the tasks as they stood, and what is known to have changed; no tasks of a new notice
 * @param on ISO date of the import
 */
export function changesBetween(
  before: { tasks: readonly Known[] | undefined; changes: readonly Change[] },
  after: { tasks: readonly Known[]; rulings: Account['rulings'] },
  on: string,
): Change[] {
  const byId = (tasks: readonly Known[]) => new Map(tasks.map((task) => [task.id, task]));
  const [old, now] = [byId(before.tasks ?? after.tasks), byId(after.tasks)];
  const ids = new Set([...old.keys(), ...now.keys()]);
  const told = new Set(before.changes.map(({ row, ruling, reason }) => `${row} ${ruling} ${reason}`));
  const rulings = after.rulings
    .filter(({ row, column, reason }) => !told.has(`${row} ${column} ${reason}`))
    .map(({ row, column, reason }) => ({
      row,
      column: 'ruling' as const,
      ruling: column,
      units: unitsIn([now.get(row)]),
      reason,
    }));
  return [...[...ids].flatMap((id) => changesOf(old.get(id), now.get(id))), ...rulings].map((change) => ({
    on,
    ...change,
  }));
}
