import type { ColumnWords } from '../column-words.ts';
import { cellText, type GridCell, type Table } from '../document.ts';

/**
 * A table that lies on its side, its heads in the first column and a task a column, with its rows as columns; any
 * other table as it is. A card, which tells one task a field a row, has no second column of them.
 */
export function upright(table: Table, words: ColumnWords): Table {
  const { rows } = table;
  const [first = []] = rows;
  const isHead = (cell: GridCell | undefined) => words.useOf(cellText(cell)) !== undefined;
  const lies =
    rows.some((row) => new Set(row).size > 2) &&
    words.areHeads(rows.map((row) => cellText(row[0]))) &&
    !rows.some((row) => row.slice(1).some(isHead) || row.some((cell) => cell.columns > 1 && cell.column === 1));
  if (!lies) return table;
  const made = new Map<GridCell, GridCell>();
  const turned = (cell: GridCell): GridCell => {
    const { row, column, rows: height, columns: width } = cell;
    const known = made.get(cell) ?? { ...cell, row: column, column: row, rows: width, columns: height };
    made.set(cell, known);
    return known;
  };
  return { ...table, rows: first.map((_, column) => rows.map((row) => turned(row[column] as GridCell))) };
}
