import type { Column } from '../../notice/columns.ts';
import { ROLES } from '../../notice/duties.ts';
import type { ColumnWords } from '../column-words.ts';
import { cellText, type GridCell } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, join } from '../text/chars.ts';
import { type Columns, isDuty } from './find-columns.ts';

/** A cell of a duty: what it says and how it may be known. */
export interface DutyCell {
  chars: Chars;
  /** Its paragraphs apart: a line end may part two names. */
  pieces: string[];
  label: string | undefined;
  /** What in the cell is not plain visible text. */
  marks: string[];
  /** Halves of names, of which it has one and the cell above or below it the other. */
  cut?: Halves[];
}

/** The two halves of a name, as two cells hold them. */
export type Halves = [first: string, rest: string];

/** A cell that may be one with the cell above: what that one says is all that is known. */
export interface CutCell {
  use: Column;
  above: string;
  why: string;
}

/** Why a cell is open that is empty, and may go on with the one above it. */
export const AT_PAGE = '这一格在分页处为空，可能与上一页的格子是同一格，也可能本来为空';
export const NO_MERGE = '这一行没有写单位，原表的格子可能与上一行合并（文本和csv不记合并），也可能本来为空';

/** The mark of a cell that is merged over the columns of two roles. */
export const ACROSS = '合并在两列里、分不清属哪一列的文字';

/** All that a cell says. */
export const charsOf = (cell: GridCell | undefined): Chars => join(cell?.paragraphs ?? []);

const EMPTY = /^[\s/／-]*$/u;

/** Reads the cells of the rows of one table. */
export class RowCells {
  readonly #seed: Seed;
  readonly #words: ColumnWords;
  readonly #columns: Columns;
  readonly #body: GridCell[][];

  constructor(seed: Seed, words: ColumnWords, columns: Columns, body: GridCell[][]) {
    this.#seed = seed;
    this.#words = words;
    this.#columns = columns;
    this.#body = body;
  }

  /** What a row says in a column and in those under the same head; undefined where it says nothing. */
  cellOf(row: GridCell[], column: number): DutyCell | undefined {
    const { names, uses, edges } = this.#columns;
    const cell = row[column];
    const twins = names.flatMap((name, at) =>
      at > column && name === names[column] && uses[at] === 'other' && !edges.has(at) ? [row[at]] : [],
    );
    const own = [...new Set([cell, ...twins])];
    const chars = join(own.map(charsOf));
    if (chars.text === '' || (EMPTY.test(chars.text) && !/^[—\-－–]{1,4}$/u.test(chars.text))) return undefined;
    return {
      chars,
      pieces: own.flatMap((each) => each?.paragraphs ?? []).map((paragraph) => withBreaks(this.#seed, paragraph)),
      label: this.#words.labelOf(names[column] ?? ''),
      marks: [...own.flatMap((each) => each?.marks ?? []), ...(this.#isAcross(row, column) ? [ACROSS] : [])],
    };
  }

  /** Whether a cell is merged with that of another role. */
  #isAcross(row: GridCell[], column: number): boolean {
    const { uses } = this.#columns;
    const isRole = (at: number) => ROLES.some((role) => role === uses[at]);
    return isRole(column) && row.some((cell, at) => cell === row[column] && isRole(at) && uses[at] !== uses[column]);
  }

  /** The cells of a row that are open, with what stands above them. */
  openBy(index: number, why: string, isOpen: (use: Column, cell: GridCell | undefined) => boolean): CutCell[] {
    return this.#columns.uses.flatMap((use, column) => {
      if (!isDuty(use) || !isOpen(use, this.#body[index]?.[column])) return [];
      const above = this.#body.slice(0, index).findLast((each) => cellText(each[column]) !== '')?.[column];
      const text = (above?.paragraphs ?? []).map((paragraph) => heal(this.#seed, paragraph)).join('');
      return [{ use, above: text, why }];
    });
  }
}

/** A paragraph's text with the breaks of line that its reader kept as blanks. */
function withBreaks(seed: Seed, { text, at }: Chars): string {
  let found = '';
  for (let index = 0; index < text.length; index++) {
    const [before, here] = [at[index - 1], at[index] ?? 0];
    if (before !== undefined && here > before + 1 && seed.text.slice(before + 1, here) === ' ') found += '\n';
    found += text[index];
  }
  return found;
}
