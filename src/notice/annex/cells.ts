import { type Chars, heal, linesOf } from '../chars.ts';
import { readDeadline } from '../deadlines.ts';
import type { Cell, DeadlineCell } from '../model.ts';
import { type Choice, placements } from '../placements.ts';
import { NoticeError } from '../problem.ts';
import type { OpenColumn, Ruling } from '../rulings.ts';
import type { Seed } from '../seed.ts';
import { type Authority, NONE } from '../units.ts';

/** One incomplete column of a page: its printed cells, those out of place, and the rows they belong to. */
export interface ColumnText {
  column: OpenColumn;
  rows: string[];
  values: Chars[];
  displaced: Chars[];
}

/** A cell, and which of the column's printed cells (values, then displaced ones) may be its own. */
export interface SettledCell {
  row: string;
  cell: DeadlineCell;
  choice: number[];
}

const COLUMN_NAMES = { support: '配合单位', deadline: '完成时限' };

/** A cell that says `text`, with what its words come to. */
export function cellOf(text: string, lines: number[], column: OpenColumn | 'lead', authority: Authority): DeadlineCell {
  const cell: DeadlineCell = { status: 'printed', text, lines };
  if (column === 'deadline') {
    const reading = readDeadline(text);
    if (reading) cell.reading = reading;
  } else if (text !== NONE) {
    const resolved = authority.resolve(text);
    if ('slugs' in resolved) cell.units = resolved.slugs;
  }
  return cell;
}

/** The rulings on a row as a rule for placements. */
function ruleOf(rulings: Ruling[]) {
  return {
    takes: (value: string) => rulings.every(({ is, not }) => (is === undefined || is === value) && not !== value),
    mayLose: rulings.every(({ is, from }) => is === undefined || from === 'document'),
  };
}

/** Settles one column of one page from counts, order and rulings. */
export class ColumnSettler {
  readonly #seed: Seed;
  readonly #authority: Authority;
  readonly #text: ColumnText;
  readonly #values: string[];
  readonly #loose: string[];

  constructor(seed: Seed, authority: Authority, text: ColumnText) {
    this.#seed = seed;
    this.#authority = authority;
    this.#text = text;
    this.#values = text.values.map((chars) => heal(seed, chars));
    this.#loose = text.displaced.map((chars) => heal(seed, chars));
  }

  #place(rulings: Ruling[]): Choice[] | undefined {
    const rows = this.#text.rows.map((row) => ruleOf(rulings.filter((ruling) => ruling.row === row)));
    return placements({ values: this.#values, loose: this.#loose, rows });
  }

  #textsOf(choice: Choice | undefined): string[] {
    const all = [...this.#values, ...this.#loose];
    return [...new Set((choice?.cells ?? []).map((cell) => all[cell] ?? ''))];
  }

  /** @throws NoticeError when a ruling contradicts the printed cells or another ruling */
  #check(rulings: Ruling[], bare: Choice[]): void {
    for (const [index, ruling] of rulings.entries()) {
      const { row, is, not, from, place } = ruling;
      const may = this.#textsOf(bare[this.#text.rows.indexOf(row)]);
      const value = is ?? not ?? '';
      if (!may.includes(value) && from !== 'document') {
        throw new NoticeError(
          `the ruling on ${row} says ${value}, which its ${this.#text.column} cell cannot be by counts and order`,
          `It may be: ${may.join(' / ') || 'nothing that is printed'}. Write one of these; or, for a value read in an official copy, add from: document.`,
          place,
        );
      }
      const sense =
        this.#text.column === 'deadline' ? readDeadline(value) : value === NONE || this.#authority.knows(value);
      if (!sense)
        throw new NoticeError(
          `the ruling on ${row} says ${value}, which is no ${this.#text.column} cell`,
          'Write the value as the annex prints it.',
          place,
        );
      if (!this.#place(rulings.slice(0, index + 1))) {
        throw new NoticeError(
          `the ruling on ${row} leaves the printed cells of the page no order that uses them all`,
          'It contradicts the printed cells or a ruling before it. Look at the page once more.',
          place,
        );
      }
    }
  }

  /** The column's cells, a row each. */
  settle(rulings: Ruling[]): SettledCell[] {
    const { rows, values } = this.#text;
    const full = values.length === rows.length;
    const bare = this.#place([]) ?? [];
    this.#check(rulings, bare);
    const settled = this.#place(rulings) ?? [];
    return rows.map((row, index) => {
      const choice = settled[index] ?? { cells: [], mayBeMissing: true };
      const own = rulings.filter((ruling) => ruling.row === row);
      const cell = full ? this.#printed(index) : this.#derived(choice, own);
      if (!full) {
        const changed = JSON.stringify(choice) !== JSON.stringify(bare[index]);
        cell.why = this.#why(cell, own, changed ? rulings.filter((ruling) => ruling.row !== row) : []);
      }
      return { row, cell, choice: choice.cells };
    });
  }

  #printed(index: number): DeadlineCell {
    const chars = this.#text.values[index];
    return cellOf(
      this.#values[index] ?? '',
      chars ? linesOf(this.#seed, chars) : [],
      this.#text.column,
      this.#authority,
    );
  }

  #derived(choice: Choice, own: Ruling[]): DeadlineCell {
    const all = [...this.#text.values, ...this.#text.displaced];
    const lines = choice.cells.flatMap((index) => linesOf(this.#seed, all[index] as Chars)).sort((a, b) => a - b);
    const read = own.find(({ is, from }) => is !== undefined && from === 'document');
    const texts = read?.is ? [read.is] : this.#textsOf(choice);
    const [only] = texts;
    if (only !== undefined && texts.length === 1) {
      const cell = cellOf(only, lines.length > 0 ? lines : (read?.lines ?? []), this.#text.column, this.#authority);
      cell.status = 'inferred';
      if (choice.mayBeMissing && !read) cell.mayBeMissing = true;
      return cell;
    }
    const cell: Cell = { status: 'open', text: null, candidates: texts, lines };
    if (this.#text.column === 'support') {
      cell.candidateUnits = texts.map((text) => cellOf(text, [], 'support', this.#authority).units ?? []);
    }
    if (choice.mayBeMissing) cell.mayBeMissing = true;
    return cell;
  }

  /** The reason in Chinese: counts and order first, then the rulings it rests on. */
  #why(cell: DeadlineCell, own: Ruling[], others: Ruling[]): string {
    const { rows, values, displaced, column } = this.#text;
    const loose = displaced.length > 0 ? `（另有${displaced.length}格印错了位置，不知属哪一行）` : '';
    const counts = `本页“${COLUMN_NAMES[column]}”一列共${rows.length}行，原件只录出${values.length}格${loose}`;
    const says =
      cell.status === 'inferred'
        ? `按先后次序，本行能对应的内容只有“${cell.text}”`
        : cell.candidates?.length
          ? '按先后次序，本行可能是所列各项之一'
          : '按先后次序，录出的各格都不属于本行，本行内容未录出';
    const reasons = own.map(({ reason }) => reason.replace(/。?$/u, '。')).join('');
    const rested =
      others.length > 0 ? `另据对任务${[...new Set(others.map(({ row }) => row))].join('、')}同一列的裁定。` : '';
    if (own.some(({ is }) => is !== undefined)) return `${reasons}${rested}`;
    return `${counts}。${reasons}${rested}${says}。`;
  }
}
