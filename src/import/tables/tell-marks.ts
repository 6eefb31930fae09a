import { placeAt } from '../../notice/problem.ts';
import type { GridCell } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Seed } from '../seed.ts';
import { OVER_PAGE } from '../sources/pdf-rows.ts';
import { ONE_OR_TWO } from './continued.ts';
import { charsOf } from './row-cells.ts';

/** No more places are listed of what a long table holds again and again. */
const LISTED = 12;

/**
 * Tells what the cells of a table hold that is no plain visible text: each kind once, with all its cells.
 * @param rows those that give a task, by their places in the table
 */
export function tellMarks(
  rows: ReadonlyMap<number, GridCell[]>,
  names: string[],
  seed: Seed,
  findings: Findings,
): void {
  const places = new Map<string, { where: string[]; at: number }>();
  const seen = new Set<GridCell>();
  for (const [index, row] of rows)
    for (const cell of row) {
      if (seen.has(cell)) continue;
      seen.add(cell);
      for (const mark of cell.marks) {
        if (mark === OVER_PAGE || mark === ONE_OR_TWO) continue;
        const found = places.get(mark) ?? { where: [], at: charsOf(cell).at[0] ?? charsOf(row[0]).at[0] ?? 0 };
        found.where.push(`${index + 1}, ${names[cell.column - 1] ?? ''}`);
        places.set(mark, found);
      }
    }
  for (const [mark, { where, at }] of places) {
    const [first = '', ...more] = where;
    findings.warn(
      more.length === 0
        ? `table row ${first}: the cell holds ${mark}`
        : `${where.length} cells of the table hold ${mark}: rows ${where.slice(0, LISTED).join('; ')}${where.length > LISTED ? ' …' : ''}`,
      `What a reader of the page sees is taken, and ${more.length === 0 ? 'the cell is' : 'the cells are'} shown as inferred. Compare with the notice as issued.`,
      placeAt(seed, at),
    );
  }
}
