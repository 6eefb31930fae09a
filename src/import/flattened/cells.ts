import { isDeadline, readDeadline } from '../../notice/deadlines.ts';
import type { Cell, DeadlineCell } from '../../notice/model.ts';
import { NoticeError } from '../../notice/problem.ts';
import type { OpenColumn, Ruling } from '../rulings.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, linesOf } from '../text/chars.ts';
import { type Authority, NONE } from '../units/resolve.ts';
import { readCells } from './column-cells.ts';
import { type Choice, placements, type Readings } from './placements.ts';

/** One column of a page whose cells are counted off: its printed lines, cells out of place, and the rows they belong to. */
export interface ColumnText {
  column: OpenColumn;
  rows: string[];
  lines: Readings<Chars>[];
  displaced: Chars[];
  /** A person held every row of the page against its task: no row is missing. */
  held: boolean;
}

/** The printed cells of a column, in every reading of its lines, then those out of place. */
export const cellsOf = ({ lines, displaced }: ColumnText): Chars[] => [...lines.flat(2), ...displaced];

/** Names alone tell where a line of the column is cut. */
const isGuessed = ({ lines }: ColumnText): boolean => lines.some((readings) => readings.length > 1);

/** Whether a column prints a cell for each of its rows, and no row is missing. */
export const isFull = (text: ColumnText): boolean =>
  text.held && !isGuessed(text) && text.lines.length === text.rows.length;

/** A cell, and which of the column's printed cells may be its own. */
export interface SettledCell {
  row: string;
  cell: DeadlineCell;
  choice: Chars[];
}

const COLUMN_NAMES = { support: '配合单位', deadline: '完成时限' };

/** Why nothing is certain that is counted off down a page which no ruling says to be complete. */
export const UNHELD = '本页各行未经人工与任务逐一核对，任务或牵头单位如有漏录，各格会随之错行。';

/** A cell that says `text`, with what its words come to. */
export function cellOf(text: string, lines: number[], column: OpenColumn | 'lead', authority: Authority): DeadlineCell {
  const cell: DeadlineCell = { status: 'printed', text, lines };
  if (column === 'deadline') {
    const reading = readDeadline(text);
    if (reading) cell.reading = reading;
  } else if (text !== NONE) {
    const units = unitsOf(text, authority);
    if (units) cell.units = units;
  }
  return cell;
}

/** The units that a cell names; of one that lost a mark between two names, those on both sides of it. */
function unitsOf(text: string, authority: Authority): string[] | undefined {
  const resolved = authority.resolve(text);
  if ('slugs' in resolved) return resolved.slugs;
  const parts = readCells({ text, at: [] }, authority).filter(({ kind }) => kind === 'units');
  if (parts.length === 0) return undefined;
  return [...new Set(parts.flatMap(({ chars }) => unitsOf(chars.text, authority) ?? []))];
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
  readonly #cells: Chars[];
  readonly #texts: string[];

  constructor(seed: Seed, authority: Authority, text: ColumnText) {
    this.#seed = seed;
    this.#authority = authority;
    this.#text = text;
    this.#cells = cellsOf(text);
    this.#texts = this.#cells.map((chars) => heal(seed, chars));
  }

  #place(rulings: Ruling[]): Choice[] | undefined {
    const rows = this.#text.rows.map((row) => ruleOf(rulings.filter((ruling) => ruling.row === row)));
    const healed = (chars: Chars) => heal(this.#seed, chars);
    const lines = this.#text.lines.map((readings) => readings.map((cells) => cells.map(healed)));
    return placements({ lines, loose: this.#text.displaced.map(healed), rows });
  }

  #textsOf(choice: Choice | undefined): string[] {
    return [...new Set((choice?.cells ?? []).map((cell) => this.#texts[cell] ?? ''))];
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
        this.#text.column === 'deadline' ? isDeadline(value) : value === NONE || this.#authority.knows(value);
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
    const { rows } = this.#text;
    const full = isFull(this.#text);
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
      return { row, cell, choice: choice.cells.map((cell) => this.#cells[cell] as Chars) };
    });
  }

  #printed(index: number): DeadlineCell {
    const chars = this.#cells[index] as Chars;
    return cellOf(this.#texts[index] ?? '', linesOf(this.#seed, chars), this.#text.column, this.#authority);
  }

  #derived(choice: Choice, own: Ruling[]): DeadlineCell {
    const on = choice.cells.flatMap((index) => linesOf(this.#seed, this.#cells[index] as Chars));
    const lines = [...new Set(on)].sort((a, b) => a - b);
    const read = own.find(({ is, from }) => is !== undefined && from === 'document');
    const texts = read?.is ? [read.is] : this.#textsOf(choice);
    const [only] = texts;
    if (only !== undefined && texts.length === 1) {
      const cell = cellOf(only, lines.length > 0 ? lines : (read?.lines ?? []), this.#text.column, this.#authority);
      cell.status = 'inferred';
      if (!read && this.#mayBeMissing(choice, own)) cell.mayBeMissing = true;
      return cell;
    }
    const cell: Cell = { status: 'open', text: null, candidates: texts, lines };
    if (this.#text.column === 'support') {
      cell.candidateUnits = texts.map((text) => cellOf(text, [], 'support', this.#authority).units ?? []);
    }
    if (this.#mayBeMissing(choice, own)) cell.mayBeMissing = true;
    return cell;
  }

  /** Whether a row's own cell may be another than its choice: dropped, cut from it by a guess, or shifted to another row. */
  #mayBeMissing({ mayBeMissing }: Choice, own: Ruling[]): boolean {
    const guessed = isGuessed(this.#text) && !own.some(({ is }) => is !== undefined);
    return mayBeMissing || guessed || !this.#text.held;
  }

  /** The reason in Chinese: counts and order first, then the rulings it rests on. */
  #why(cell: DeadlineCell, own: Ruling[], others: Ruling[]): string {
    const { rows, lines, displaced, column, held } = this.#text;
    const loose = displaced.length > 0 ? `（另有${displaced.length}格印错了位置，不知属哪一行）` : '';
    const glued = lines.filter((readings) => readings.length > 1).length;
    const guessed = glued > 0 ? `（其中${glued}格可能是两格连在一起）` : '';
    const recorded = `${lines.length < rows.length ? '只录出' : '录出'}${lines.length}格${guessed}${loose}`;
    const counts = `本页“${COLUMN_NAMES[column]}”一列共${rows.length}行，原件${recorded}。`;
    const says =
      cell.status === 'inferred'
        ? `按先后次序，本行能对应的内容只有“${cell.text}”。`
        : cell.candidates?.length
          ? '按先后次序，本行可能是所列各项之一。'
          : '按先后次序，录出的各格都不属于本行，本行内容未录出。';
    const reasons = own.map(({ reason }) => reason.replace(/。?$/u, '。')).join('');
    const rested =
      others.length > 0 ? `另据对任务${[...new Set(others.map(({ row }) => row))].join('、')}同一列的裁定。` : '';
    const doubt = held ? '' : UNHELD;
    if (own.some(({ is }) => is !== undefined)) return `${reasons}${rested}${doubt}`;
    return `${counts}${reasons}${rested}${says}${doubt}`;
  }
}
