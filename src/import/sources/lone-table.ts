import type { ColumnWords } from '../column-words.ts';
import type { DraftBlock, DraftCell, ReadFile, SourceKind } from '../document.ts';

type DraftTable = Extract<DraftBlock, { kind: 'table' }>;

const textOf = (lines: string[], { paragraphs }: DraftCell): string =>
  paragraphs.map(({ line, from, to }) => lines[line - 1]?.slice(from, to) ?? '').join('');
const isFilled = (lines: string[], cell: DraftCell) => textOf(lines, cell).trim() !== '';

/** Whether a notice came as a table, without any text of it. */
export const isTableAlone = (files: readonly { kind: SourceKind }[]): boolean =>
  files.every(({ kind }) => kind === 'csv' || kind === 'xlsx');

/**
 * What stands above the heads of a table that is handed in alone, and below its last row, a line each: a spreadsheet
 * tells its title, who issued it and when in rows of its own.
 *
 * @returns the file with those rows as paragraphs around the first table that gives tasks; as it is where none does
 */
export function withRowsApart(file: ReadFile, columns: ColumnWords): ReadFile {
  const { lines } = file;
  const at = file.blocks.findIndex((block) => block.kind === 'table' && headOf(lines, block, columns) !== undefined);
  const table = file.blocks[at];
  if (table?.kind !== 'table') return file;
  const head = headOf(lines, table, columns) ?? 0;
  const counts = table.rows.map((row) => [...new Set(row)].filter((cell) => isFilled(lines, cell)).length);
  const end = counts.findLastIndex((count) => count > 1) + 1;
  // A cell that spans rows stays one.
  const made = new Map<DraftCell, DraftCell>();
  const apart = (cell: DraftCell): DraftCell => {
    const known = made.get(cell) ?? { ...cell, row: Math.max(1, cell.row - head) };
    made.set(cell, known);
    return known;
  };
  const rows = table.rows.slice(head, end).map((row) => row.map(apart));
  const paragraphs = (from: number, to: number): DraftBlock[] =>
    counts
      .slice(from, to)
      .flatMap((count, index): DraftBlock[] =>
        count > 0 ? [{ kind: 'paragraph', line: table.line + from + index }] : [],
      );
  const own: DraftBlock = { kind: 'table', line: table.line + head, lastLine: table.line + end - 1, rows };
  return {
    ...file,
    blocks: [
      ...paragraphs(0, head),
      own,
      ...paragraphs(end, counts.length),
      // A sheet of contents may stand before it.
      ...file.blocks.slice(0, at),
      ...file.blocks.slice(at + 1),
    ],
  };
}

/** The row of heads, 0-based; a group may stand between the title and it. */
function headOf(lines: string[], { rows }: DraftTable, columns: ColumnWords): number | undefined {
  const found = rows.slice(0, 8).findIndex((row) => columns.areHeads(row.map((cell) => textOf(lines, cell))));
  return found < 0 ? undefined : found;
}
