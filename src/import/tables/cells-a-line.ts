import { placeAt } from '../../notice/problem.ts';
import type { ColumnUse, ColumnWords } from '../column-words.ts';
import type { Paragraph } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsBetween } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';
import { isAnnexLabel, isFoot, isNavigation } from '../text/line-kinds.ts';
import { type CellLine, numberedRows } from './numbered-rows.ts';

/** A row as its line gives it; `undefined` cells stand for a row that has another number of them. */
export interface TextRow {
  cells: Chars[][];
  line: number;
  /** Whether its lines could be dealt to the columns in several ways, or in none. */
  odd?: true;
}

/** What the lines behind some heads give: rows, the line behind them, and numbers that stand in no cell. */
interface ReadRows {
  rows: TextRow[];
  end: number;
  numbers: Chars[];
}

/** A line that ends a cell, or a row. */
const PIPES = /^\|+$/u;

/** Whether a text may be a cell of a column. */
export type Fits = (use: ColumnUse, text: string) => boolean;

export const RULE = '表格线，页面另画';
/** More lines that look like heads, one behind the other, are none. */
export const MOST_COLUMNS = 30;

/** Books the signs | of a line, which draw a table. */
export function discardSigns(seed: Seed, ledger: Ledger, line: number): void {
  const start = seed.lineStart(line);
  for (const { index } of seed.line(line).matchAll(/\|/gu))
    ledger.claim(charsBetween(seed, start + index, start + index + 1), 'discarded', RULE);
}

/** Reads tables of a plain text whose cells stand a line each. */
export class CellsALine {
  readonly #seed: Seed;
  readonly #ledger: Ledger;
  readonly #columns: ColumnWords;
  readonly #findings: Findings;
  readonly #fits: Fits;

  constructor(seed: Seed, ledger: Ledger, columns: ColumnWords, findings: Findings, fits: Fits) {
    this.#seed = seed;
    this.#ledger = ledger;
    this.#columns = columns;
    this.#findings = findings;
    this.#fits = fits;
  }

  /** Heads, then cells, each in a line of its own; `|` lines or blank lines part the cells. */
  read({ line: first, chars }: Paragraph): { rows: TextRow[]; width: number; end: number } | undefined {
    if (this.#columns.useOf(chars.text) === undefined) return undefined;
    const lastLine = this.#seed.lines;
    const text = (line: number) => charsBetween(this.#seed, this.#seed.lineStart(line), this.#seed.lineEnd(line));
    const piped = text(first + 1).text === '|';
    const blank = text(first + 1).text === '';
    const step = piped || blank ? 2 : 1;
    const heads: Chars[] = [];
    for (let line = first; line <= lastLine && heads.length <= MOST_COLUMNS; line += step) {
      const head = text(line);
      if (
        head.text === '' ||
        head.text.length > 14 ||
        labelOf(head.text) ||
        (heads.length > 0 && !this.#isHead(head.text, heads))
      )
        break;
      if (blank && line > first && text(line - 1).text !== '') break;
      if (piped && text(line + 1).text !== '|') break;
      heads.push(head);
    }
    const known = heads.findLastIndex(({ text: head }) => this.#columns.useOf(head) !== undefined) + 1;
    const least = heads.slice(0, known);
    if (known < 3 || heads.length > MOST_COLUMNS || !this.#columns.areHeads(least.map((head) => head.text)))
      return undefined;
    const readWith = (some: Chars[]) => {
      const start = first + some.length * step;
      return piped
        ? this.#pipedRows(start, some.length)
        : (this.#plainRows(start, some, blank) ?? this.#numberedRows(start, some));
    };
    // A short line behind the heads that are known is one more (备注), or the first cell.
    let own = heads.length;
    let read = readWith(heads);
    for (; own > known && !(read && this.#verify(read.rows, heads.slice(0, own))); own--)
      read = readWith(heads.slice(0, own - 1));
    if (!read) {
      this.#findings.error(
        'the cells of this table stand a line each, and nothing tells where its rows begin',
        'Give the table as .docx, .xlsx or .csv beside the text; or number its rows.',
        placeAt(this.#seed, this.#seed.lineStart(first)),
      );
      return undefined;
    }
    if (piped)
      for (let line = first + 1; line < read.end; line++)
        if (PIPES.test(text(line).text)) discardSigns(this.#seed, this.#ledger, line);
    for (const number of read.numbers) this.#ledger.claim(number, 'cell', '序号');
    const rows: TextRow[] = [{ cells: heads.slice(0, own).map((head) => [head]), line: first }, ...read.rows];
    return { rows, width: own, end: read.end };
  }

  #isHead(text: string, heads: Chars[]): boolean {
    return (
      this.#columns.useOf(text) !== undefined ||
      (heads.length > 0 && /^(?:\d{4}年度?)?[\p{Script=Han}（）()]{2,8}$/u.test(text) && !/[局委厅]$/u.test(text))
    );
  }

  #line(line: number): Chars {
    return charsBetween(this.#seed, this.#seed.lineStart(line), this.#seed.lineEnd(line));
  }

  /** Cells that each end with a line |; a row that spans the table ends with several. */
  #pipedRows(start: number, width: number): ReadRows {
    const rows: TextRow[] = [];
    let row: TextRow = { cells: [], line: start };
    let cell: Chars[] = [];
    let end = start;
    for (let line = start; line <= this.#seed.lines; line++) {
      const chars = this.#line(line);
      if (row.cells.length === 0 && cell.every(({ text }) => text === '') && isAnnexLabel(chars.text)) break;
      if (!PIPES.test(chars.text)) {
        if (cell.length === 0 && row.cells.length === 0) row.line = line;
        cell.push(chars);
        continue;
      }
      end = line + 1;
      row.cells.push(cell.filter(({ text }) => text !== ''));
      cell = [];
      const spans = chars.text.length > 1;
      if (spans || row.cells.length === width) {
        rows.push(row);
        row = { cells: [], line: line + 1 };
      }
    }
    if (row.cells.length > 0) rows.push(row);
    return { rows, end, numbers: [] };
  }

  /** Cells that blank lines part (two blank lines hold an empty cell), or that are a line each. */
  #plainRows(start: number, heads: Chars[], blank: boolean): ReadRows | undefined {
    const width = heads.length;
    const cells: { paragraphs: Chars[]; line: number }[] = [];
    let line = start;
    const lineOf = (at: number) => this.#line(at).text;
    for (let expectsGap = false; line <= this.#seed.lines; ) {
      if (!blank) {
        if (lineOf(line) === '') break;
        cells.push({ paragraphs: [this.#line(line)], line: line++ });
        continue;
      }
      if (expectsGap) {
        if (lineOf(line) !== '') return undefined;
        line++;
        expectsGap = false;
        continue;
      }
      const paragraphs: Chars[] = [];
      const begin = line;
      while (line <= this.#seed.lines && lineOf(line) !== '') paragraphs.push(this.#line(line++));
      if (paragraphs.length === 0) line++;
      cells.push({ paragraphs, line: begin });
      expectsGap = true;
    }
    const rows: TextRow[] = [];
    let at = 0;
    const textAt = (index: number) => (cells[index]?.paragraphs ?? []).map(({ text }) => text).join('');
    for (; at < cells.length; ) {
      const text = textAt(at);
      const label = labelOf(text);
      if (label && (label.kind === 'han' || label.kind === 'hanBracket') && text.length <= 40) {
        rows.push({ cells: [cells[at]?.paragraphs ?? []], line: cells[at]?.line ?? start });
        at++;
        continue;
      }
      const ends =
        text === '' || /^(?:注|备注|说明)[:：]/u.test(text) || isNavigation(text) || isFoot(text) || isAnnexLabel(text);
      if (ends || at + width > cells.length) break;
      rows.push({
        cells: cells.slice(at, at + width).map(({ paragraphs }) => paragraphs),
        line: cells[at]?.line ?? start,
      });
      at += width;
    }
    return this.#verify(rows, heads) ? { rows, end: cells[at]?.line ?? line, numbers: [] } : undefined;
  }

  /** Rows that begin with a number each, whose cells are some lines long. */
  #numberedRows(start: number, heads: Chars[]): ReadRows | undefined {
    const lines: CellLine[] = [];
    for (let line = start; line <= this.#seed.lines; line++) {
      const chars = this.#line(line);
      if (isNavigation(chars.text) || isFoot(chars.text) || isAnnexLabel(chars.text)) break;
      if (chars.text !== '') lines.push({ chars, line });
    }
    const uses = heads.map(({ text }) => this.#columns.useOf(text));
    const isKind = (kind: 'units' | 'time', text: string) =>
      kind === 'time' ? this.#fits('deadline', text) : this.#fits('lead', text);
    const read = numberedRows(lines, uses, isKind);
    if (!read) return undefined;
    const numbers: Chars[] = [];
    const rows = read.rows.map((row): TextRow => {
      if (!('number' in row)) return { cells: [[row.chars]], line: row.line };
      const { number, cells, lines: own } = row;
      if (cells) return { cells: [[number.chars], ...cells], line: number.line };
      numbers.push(number.chars);
      return { cells: own.map(({ chars }) => [chars]), line: number.line, odd: true };
    });
    return { rows, end: (lines[read.taken - 1]?.line ?? start) + 1, numbers };
  }

  /** A cell a line tells no rows by itself: numbers that count up must, or cells that all fit their columns. */
  #verify(rows: TextRow[], heads: Chars[]): boolean {
    const full = rows.filter(({ cells }) => cells.length === heads.length);
    const textOf = (cell: Chars[] | undefined) => (cell ?? []).map(({ text }) => text).join('');
    const numbers = full.map(({ cells }) => Number(/^(\d{1,3})(?:[.．、]|$)/u.exec(textOf(cells[0]))?.[1]));
    const counts = numbers.every((number, index) => number === (numbers[index - 1] ?? 0) + 1);
    const uses = heads.map(({ text }) => this.#columns.useOf(text));
    const typed = (use: ColumnUse | undefined): use is ColumnUse =>
      use === 'lead' || use === 'support' || use === 'responsible' || use === 'deadline';
    const fits = full.every(({ cells }) =>
      cells.every((cell, column) => {
        const use = uses[column];
        return typed(use) ? textOf(cell) === '' || this.#fits(use, textOf(cell)) : textOf(cell) !== '';
      }),
    );
    return full.length > 0 && fits && (counts || uses.filter(typed).length >= 2);
  }
}
