import type { Cell, CellStatus } from './model.ts';

/**
 * How sure a cell is, as the pages tell it apart: a derived cell whose own value may have been dropped is no more
 * certain than an open one, and never counts among certain ones.
 */
export type Grade = CellStatus | 'unsure';

/** The most certain first. */
export const GRADES: readonly Grade[] = ['printed', 'inferred', 'unsure', 'open'];

/** As much of a cell as its grade rests on. */
export type Graded = Pick<Cell, 'status' | 'mayBeMissing' | 'absent'>;

export const gradeOf = ({ status, mayBeMissing }: Graded): Grade =>
  status === 'inferred' && mayBeMissing ? 'unsure' : status;

/** Whether a cell's own value is known. */
export const isCertain = (cell: Graded): boolean => ['printed', 'inferred'].includes(gradeOf(cell));

/** Whether a cell shows a value that may not be its own. */
export const isUnsure = (cell: Graded): boolean => gradeOf(cell) === 'unsure';

/** How many of some cells are of each grade; a column that a notice does not print has none. */
export function countGrades(cells: readonly Graded[]): Record<Grade, number> {
  const counts = { printed: 0, inferred: 0, unsure: 0, open: 0 };
  for (const cell of cells) if (!cell.absent) counts[gradeOf(cell)]++;
  return counts;
}
