import type { DraftBlock, DraftCell, Span } from '../document.ts';

/** A paragraph all in bold type may be a heading, below those that a style makes. */
export const BOLD = 8;

/** A table cell as a reader finds it. */
export interface FoundCell {
  paragraphs: string[];
  rows?: number;
  columns?: number;
  marks?: string[];
}

/** What a report says of pictures, whose words nobody reads. */
export const picturesUnread = (count: number, name: string): string =>
  `${count} pictures of ${name} are not read: words and tables in them are missing`;

/** Word's own limit; a row that claims more columns is not an office's. */
export const MAX_COLUMNS = 63;
/** No table of a notice is longer; a span that claims more is cut there. */
const MAX_ROWS = 5000;

/**
 * Writes down what a reader of a file sees, a paragraph or a table row a line, and remembers what stands where.
 * Cells of a row stand apart by a tab, a cell's paragraphs by a space.
 */
export class LineWriter {
  readonly lines: string[] = [];
  readonly blocks: DraftBlock[] = [];

  /** @param heads how wide a heading the paragraph's style makes it */
  paragraph(text: string, heads?: number): void {
    for (const line of text.split('\n')) {
      this.lines.push(line.replace(/\t/gu, ' '));
      const style = heads === undefined ? {} : { heads };
      if (line.trim() !== '') this.blocks.push({ kind: 'paragraph', line: this.lines.length, ...style });
    }
  }

  /** Adds a table from its rows, each the cells that begin in it. */
  table(found: FoundCell[][]): void {
    const rows: DraftCell[][] = found.map(() => []);
    const first = this.lines.length + 1;
    for (const [index, cells] of found.entries()) {
      let text = '';
      let column = 0;
      for (const cell of cells) {
        while (rows[index]?.[column]) column++;
        const width = Math.max(1, Math.min(cell.columns ?? 1, MAX_COLUMNS - column));
        const height = Math.max(1, Math.min(cell.rows ?? 1, MAX_ROWS, found.length - index));
        if (text !== '' || column > 0) text += '\t';
        const spans: Span[] = [];
        for (const paragraph of cell.paragraphs) {
          const plain = paragraph.replace(/[\t\n]/gu, ' ');
          if (spans.length > 0) text += ' ';
          spans.push({ line: this.lines.length + 1, from: text.length, to: text.length + plain.length });
          text += plain;
        }
        const draft: DraftCell = {
          paragraphs: spans,
          row: index + 1,
          column: column + 1,
          rows: height,
          columns: width,
          marks: cell.marks ?? [],
        };
        for (const row of rows.slice(index, index + height)) {
          for (let at = column; at < column + width; at++) row[at] = draft;
        }
        column += width;
      }
      this.lines.push(text);
    }
    const width = Math.max(0, ...rows.map((row) => row.length));
    for (const [index, row] of rows.entries()) {
      for (let column = 0; column < width; column++) {
        row[column] ??= { paragraphs: [], row: index + 1, column: column + 1, rows: 1, columns: 1, marks: [] };
      }
    }
    this.blocks.push({ kind: 'table', line: first, lastLine: this.lines.length, rows });
    this.lines.push('');
  }
}
