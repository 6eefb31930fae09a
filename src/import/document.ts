import { Seed } from './seed.ts';
import { type Chars, charsBetween } from './text/chars.ts';

/**
 * The one model before all readers: whatever an office hands in becomes a text with lines and a run of blocks over it.
 * A plain text is its own lines; of other files the lines are what a reader sees, a paragraph or a table row a line.
 */

export type SourceKind = 'txt' | 'docx' | 'html' | 'csv' | 'xlsx' | 'pdf';

/** A file that the notice came in, with the lines of the joint text that hold it. */
export interface SourceFile {
  name: string;
  sha256: string;
  kind: SourceKind;
  lines: [from: number, to: number];
}

/** A line of text outside tables. */
export interface Paragraph {
  kind: 'paragraph';
  line: number;
  chars: Chars;
  /** How wide a heading its style makes it, 1 the widest; absent where its file tells no style of headings. */
  heads?: number;
}

/** A cell of a table; one that spans several rows or columns is one object that stands in each of them. */
export interface GridCell {
  /** Its paragraphs, empty ones left out. */
  paragraphs: Chars[];
  /** 1-based, where it begins. */
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** What stands in the cell and is not plain visible text, in Chinese, fit to show. */
  marks: string[];
}

/** A table as its own structure says it. Every row holds the same number of cells. */
export interface Table {
  kind: 'table';
  /** Its first line. */
  line: number;
  lastLine: number;
  file: string;
  /** 1-based in its file. */
  number: number;
  rows: GridCell[][];
}

export type Block = Paragraph | Table;

/** All sources of a notice as one text. */
export interface SourceText {
  seed: Seed;
  files: SourceFile[];
  blocks: Block[];
}

/** What a reader of one file gives: its lines, and blocks over them (lines 1-based within the file). */
export interface ReadFile {
  name: string;
  kind: SourceKind;
  sha256: string;
  lines: string[];
  blocks: DraftBlock[];
  /** What was done to read the bytes, for the report. */
  notes: string[];
  /** What stands in its lines outside tables and is not plain visible text, in Chinese. */
  marks?: { line: number; what: string }[];
}

/** A stretch of a line, columns 0-based, end exclusive. */
export interface Span {
  line: number;
  from: number;
  to: number;
}

export interface DraftCell extends Omit<GridCell, 'paragraphs'> {
  paragraphs: Span[];
}

export type DraftBlock =
  | { kind: 'paragraph'; line: number; heads?: number }
  | { kind: 'table'; line: number; lastLine: number; rows: DraftCell[][] };

/** Joins the files of a notice to one text, the main one first. */
export function joinFiles(files: ReadFile[]): SourceText {
  const [first] = files;
  const seed = new Seed(
    first?.name ?? '',
    files.flatMap(({ lines }) => lines).join('\n'),
    files.flatMap(({ notes }) => notes),
  );
  const sources: SourceFile[] = [];
  const blocks: Block[] = [];
  let before = 0;
  for (const { name, sha256, kind, lines, blocks: drafts } of files) {
    sources.push({ name, sha256, kind, lines: [before + 1, before + lines.length] });
    let number = 0;
    for (const draft of drafts) {
      if (draft.kind === 'paragraph') {
        const line = before + draft.line;
        const chars = charsBetween(seed, seed.lineStart(line), seed.lineEnd(line));
        const heads = draft.heads === undefined ? {} : { heads: draft.heads };
        if (chars.text !== '') blocks.push({ kind: 'paragraph', line, chars, ...heads });
        continue;
      }
      number++;
      const made = new Map<DraftCell, GridCell>();
      const cellOf = (cell: DraftCell): GridCell => {
        const known = made.get(cell);
        if (known) return known;
        const paragraphs = cell.paragraphs
          .map(({ line, from, to }) => {
            const start = seed.lineStart(before + line);
            return charsBetween(seed, start + from, start + to);
          })
          .filter(({ text }) => text !== '');
        const grid = { ...cell, paragraphs };
        made.set(cell, grid);
        return grid;
      };
      blocks.push({
        kind: 'table',
        line: before + draft.line,
        lastLine: before + draft.lastLine,
        file: name,
        number,
        rows: draft.rows.map((row) => row.map(cellOf)),
      });
    }
    before += lines.length;
  }
  return { seed, files: sources, blocks };
}

/** A cell's text, its paragraphs one behind the other. */
export const cellText = (cell: GridCell | undefined): string =>
  (cell?.paragraphs ?? []).map(({ text }) => text).join('');
