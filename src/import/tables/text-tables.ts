import { placeAt } from '../../notice/problem.ts';
import type { ColumnUse, ColumnWords } from '../column-words.ts';
import type { Block, GridCell, Paragraph, Table } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsBetween } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';
import { isAnnexLabel, isFoot, isNavigation, isSigner } from '../text/line-kinds.ts';
import { ODD_ROW } from './duty-table.ts';
import { type CellLine, numberedRows } from './numbered-rows.ts';

/** A row as its line gives it; `undefined` cells stand for a row that has another number of them. */
interface TextRow {
  cells: Chars[][];
  line: number;
  /** Whether its lines could be dealt to the columns in several ways, or in none. */
  odd?: true;
}

/** Whether a text may be a cell of a column. */
export type Fits = (use: ColumnUse, text: string) => boolean;

/** 附件2：项目清单, in one line. */
const NUMBERED_ANNEX = /^附[件表](?:\d{1,2}|[一二三四五六七八九十]{1,2})[:：.．、]?[^\d:：.．、\s][^。]{2,60}$/u;
const RULE = '表格线，页面另画';
/** More lines that look like heads, one behind the other, are none. */
const MOST_COLUMNS = 30;
const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';

/** Finds tables that a plain text holds: rows by tabs, by | lines, or a cell a line. */
export class TextTables {
  readonly #seed: Seed;
  readonly #columns: ColumnWords;
  readonly #findings: Findings;
  readonly #fits: Fits;
  readonly #ledger: Ledger;
  #number = 0;

  constructor(seed: Seed, ledger: Ledger, columns: ColumnWords, findings: Findings, fits: Fits) {
    this.#seed = seed;
    this.#ledger = ledger;
    this.#columns = columns;
    this.#findings = findings;
    this.#fits = fits;
  }

  /** The blocks with the lines of each table put together to one. */
  find(blocks: Block[]): Block[] {
    const found: Block[] = [];
    for (let index = 0; index < blocks.length; ) {
      const table = this.#at(blocks, index);
      if (table) {
        found.push(table.table);
        index = table.next;
      } else found.push(blocks[index++] as Block);
    }
    return found;
  }

  #at(blocks: Block[], index: number): { table: Table; next: number } | undefined {
    const block = blocks[index];
    if (!isParagraph(block)) return undefined;
    const raw = this.#seed.line(block.line);
    if (raw.includes('\t') && this.#columns.areHeads(this.#cut(block.line, '\t').map(({ text }) => text)))
      return this.#tabs(blocks, index);
    const onItsSide = this.#onItsSide(blocks, index);
    if (onItsSide) return onItsSide;
    if (this.#isPiped(block.line) || this.#isPiped(block.line, blocks[index + 1])) return this.#pipes(blocks, index);
    if (this.#columns.areHeads(this.#gapped(block.line).map(({ text }) => text))) return this.#gaps(blocks, index);
    return this.#cellsALine(blocks, index);
  }

  /** Whether a line is a row between signs |, or the first of rows that only end with one, by the rule below it. */
  #isPiped(line: number, below?: Block): boolean {
    const raw = this.#seed.line(line).trim();
    const isRule = isParagraph(below) && /^[-:|\s]*-[-:|\s]*\|[-:|\s]*$/u.test(this.#seed.line(below.line));
    return raw.endsWith('|') && raw.split('|').length > 2 && (raw.startsWith('|') ? raw.split('|').length > 3 : isRule);
  }

  /** Books the signs that draw a table. */
  #discardSigns(line: number): void {
    const start = this.#seed.lineStart(line);
    for (const { index } of this.#seed.line(line).matchAll(/\|/gu))
      this.#ledger.claim(charsBetween(this.#seed, start + index, start + index + 1), 'discarded', RULE);
  }

  /** A line's cells between signs, with the outermost empty ones kept. */
  #cut(line: number, sign: string): Chars[] {
    const start = this.#seed.lineStart(line);
    const cells: Chars[] = [];
    let from = 0;
    const raw = this.#seed.line(line);
    for (let at = raw.indexOf(sign); ; at = raw.indexOf(sign, from)) {
      const to = at < 0 ? raw.length : at;
      cells.push(charsBetween(this.#seed, start + from, start + to));
      if (at < 0) return cells;
      from = at + sign.length;
    }
  }

  #tabs(blocks: Block[], index: number): { table: Table; next: number } {
    const head = this.#cut((blocks[index] as Paragraph).line, '\t');
    const rows: TextRow[] = [{ cells: head.map((cell) => [cell]), line: (blocks[index] as Paragraph).line }];
    let next = index + 1;
    for (; next < blocks.length; next++) {
      const block = blocks[next];
      if (!isParagraph(block) || this.#beginsAnother(blocks, next, head)) break;
      const cells = this.#cut(block.line, '\t');
      while (cells.length > head.length && cells.at(-1)?.text === '') cells.pop();
      if (cells.length === 1) {
        const { text } = block.chars;
        const more = blocks
          .slice(next + 1, next + 4)
          .some((each) => isParagraph(each) && this.#seed.line(each.line).includes('\t'));
        if (!more || isNavigation(text) || isFoot(text) || text.length > 60) break;
        rows.push({ cells: [cells], line: block.line });
      } else rows.push({ cells: cells.map((cell) => [cell]), line: block.line });
    }
    return { table: this.#table(rows, head.length), next };
  }

  /** Rows between tabs whose first cells are the heads. */
  #onItsSide(blocks: Block[], index: number): { table: Table; next: number } | undefined {
    const rows: TextRow[] = [];
    let next = index;
    for (; next < blocks.length && rows.length <= MOST_COLUMNS; next++) {
      const block = blocks[next];
      if (!isParagraph(block) || !this.#seed.line(block.line).includes('\t')) break;
      const cells = this.#cut(block.line, '\t').map((cell) => [cell]);
      if (cells.length !== (rows[0]?.cells.length ?? cells.length)) break;
      rows.push({ cells, line: block.line });
    }
    const width = rows[0]?.cells.length ?? 0;
    const heads = rows.map(({ cells }) => cells[0]?.[0]?.text ?? '');
    return width > 2 && this.#columns.areHeads(heads) ? { table: this.#table(rows, width), next } : undefined;
  }

  /** A line's cells between wide gaps. */
  #gapped(line: number): Chars[] {
    const start = this.#seed.lineStart(line);
    return [...this.#seed.line(line).matchAll(/\S+(?: \S+)*/gu)].map(({ 0: cell, index }) =>
      charsBetween(this.#seed, start + index, start + index + cell.length),
    );
  }

  /** Rows whose cells wide gaps part: read where each line holds as many as the head, else refused. */
  #gaps(blocks: Block[], index: number): { table: Table; next: number } | undefined {
    const first = blocks[index] as Paragraph;
    const head = this.#gapped(first.line);
    const numbered = this.#columns.useOf(head[0]?.text ?? '') !== 'number';
    const rows: TextRow[] = [{ cells: head.map((cell) => [cell]), line: first.line }];
    const numbers: Chars[] = [];
    let next = index + 1;
    for (; next < blocks.length; next++) {
      const block = blocks[next];
      if (!isParagraph(block) || this.#beginsAnother(blocks, next, head)) break;
      const cells = this.#gapped(block.line);
      if (numbered && cells.length === head.length + 1 && /^\d{1,3}[.．、]?$/u.test(cells[0]?.text ?? ''))
        numbers.push(...cells.splice(0, 1));
      const isGroup = cells.length === 1 && labelOf(block.chars.text) !== undefined && block.chars.text.length <= 40;
      if (!isGroup && cells.length !== head.length) break;
      rows.push({ cells: isGroup ? [cells] : cells.map((cell) => [cell]), line: block.line });
    }
    // Signatures stand side by side too.
    const parted = blocks
      .slice(next, next + 3)
      .filter(isParagraph)
      .map(({ line }) => this.#gapped(line));
    const goesOn = parted.some((cells) => cells.length > 1 && !cells.every(({ text }) => isSigner(text)));
    const isWhole = rows.length > 1 && !goesOn;
    if (!isWhole) {
      if (rows.length > 1 || goesOn)
        this.#findings.error(
          'the cells of this table are parted by blanks alone, and not every line holds as many as the head',
          'Give the table as .docx, .xlsx or .csv beside the text; or part its cells by tabs.',
          placeAt(this.#seed, this.#seed.lineStart((blocks[next] ?? first).line)),
        );
      return undefined;
    }
    for (const number of numbers) this.#ledger.claim(number, 'cell', '序号');
    return { table: this.#table(rows, head.length), next };
  }

  /** Whether another annex or table begins here: its label, or other heads within the next lines. */
  #beginsAnother(blocks: Block[], index: number, head: Chars[]): boolean {
    const named = head.map(({ text }) => text).join('\t');
    for (const block of blocks.slice(index, index + 4)) {
      if (!isParagraph(block)) return false;
      if (block === blocks[index] && (isAnnexLabel(block.chars.text) || NUMBERED_ANNEX.test(block.chars.text)))
        return true;
      const cells = this.#cut(block.line, '\t').map(({ text }) => text);
      if (cells.length > 1) return this.#columns.areHeads(cells) && cells.join('\t') !== named;
    }
    return false;
  }

  #pipes(blocks: Block[], index: number): { table: Table; next: number } {
    const rows: TextRow[] = [];
    let next = index;
    for (; next < blocks.length; next++) {
      const block = blocks[next];
      if (!isParagraph(block) || !this.#seed.line(block.line).trim().endsWith('|')) break;
      const cells = this.#cut(block.line, '|').slice(this.#seed.line(block.line).trim().startsWith('|') ? 1 : 0, -1);
      if (cells.every(({ text }) => /^:?-{2,}:?$/u.test(text))) {
        for (const cell of cells) this.#ledger.claim(cell, 'discarded', RULE);
        continue;
      }
      rows.push({ cells: cells.map((cell) => [cell]), line: block.line });
    }
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    for (const block of blocks.slice(index, next)) this.#discardSigns((block as Paragraph).line);
    const isMeta = !rows.some(({ cells }) => this.#columns.areHeads(cells.flat().map(({ text }) => text)));
    return {
      table: this.#table(isMeta ? rows.map((row) => ({ ...row, cells: pad(row.cells, width) })) : rows, width),
      next,
    };
  }

  /** Heads, then cells, each in a line of its own; `|` lines or blank lines part the cells. */
  #cellsALine(blocks: Block[], index: number): { table: Table; next: number } | undefined {
    const first = (blocks[index] as Paragraph).line;
    if (this.#columns.useOf((blocks[index] as Paragraph).chars.text) === undefined) return undefined;
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
    while (heads.length > 0 && this.#columns.useOf(heads.at(-1)?.text ?? '') === undefined) heads.pop();
    if (heads.length < 3 || heads.length > MOST_COLUMNS || !this.#columns.areHeads(heads.map((head) => head.text)))
      return undefined;
    const start = first + heads.length * step;
    if (piped) for (let line = first + 1; line < start; line += step) this.#discardSigns(line);
    const rows: TextRow[] = [{ cells: heads.map((head) => [head]), line: first }];
    const read = piped
      ? this.#pipedRows(start, heads.length)
      : (this.#plainRows(start, heads, blank) ?? this.#numberedRows(start, heads));
    if (!read) {
      this.#findings.error(
        'the cells of this table stand a line each, and nothing tells where its rows begin',
        'Give the table as .docx, .xlsx or .csv beside the text; or number its rows.',
        placeAt(this.#seed, this.#seed.lineStart(first)),
      );
      return undefined;
    }
    rows.push(...read.rows);
    const next = blocks.findIndex((block) => block.line >= read.end);
    return { table: this.#table(rows, heads.length), next: next < 0 ? blocks.length : next };
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
  #pipedRows(start: number, width: number): { rows: TextRow[]; end: number } {
    const rows: TextRow[] = [];
    let row: TextRow = { cells: [], line: start };
    let cell: Chars[] = [];
    let end = start;
    for (let line = start; line <= this.#seed.lines; line++) {
      const chars = this.#line(line);
      if (row.cells.length === 0 && cell.every(({ text }) => text === '') && isAnnexLabel(chars.text)) break;
      if (!/^\|+$/u.test(chars.text)) {
        if (cell.length === 0 && row.cells.length === 0) row.line = line;
        cell.push(chars);
        continue;
      }
      this.#discardSigns(line);
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
    return { rows, end };
  }

  /** Cells that blank lines part (two blank lines hold an empty cell), or that are a line each. */
  #plainRows(start: number, heads: Chars[], blank: boolean): { rows: TextRow[]; end: number } | undefined {
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
    return this.#verify(rows, heads) ? { rows, end: cells[at]?.line ?? line } : undefined;
  }

  /** Rows that begin with a number each, whose cells are some lines long. */
  #numberedRows(start: number, heads: Chars[]): { rows: TextRow[]; end: number } | undefined {
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
    const rows = read.rows.map((row): TextRow => {
      if (!('number' in row)) return { cells: [[row.chars]], line: row.line };
      const { number, cells, lines: own } = row;
      if (cells) return { cells: [[number.chars], ...cells], line: number.line };
      this.#ledger.claim(number.chars, 'cell', '序号');
      return { cells: own.map(({ chars }) => [chars]), line: number.line, odd: true };
    });
    return { rows, end: (lines[read.taken - 1]?.line ?? start) + 1 };
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

  /** A table of text rows; a row with another number of cells than the head is told, and left as a text row. */
  #table(rows: TextRow[], width: number): Table {
    this.#number++;
    const grid = rows.map(({ cells, line, odd = false }, index): GridCell[] => {
      const whole = !odd && cells.length === 1 && width > 1;
      if (odd)
        this.#findings.warn(
          `the lines of row ${index} of the table belong to its columns in no one way`,
          'The row is kept as text, its cells open. Give the table as .docx, .xlsx or .csv beside the text.',
          placeAt(this.#seed, this.#seed.lineStart(line)),
        );
      else if (!whole && cells.length !== width) {
        this.#findings.warn(
          `row ${index} of the table has ${cells.length} cells where ${width} are`,
          'A tab or | too many, or one too few. The row is kept as text; mend it in the source to have it read.',
          placeAt(this.#seed, this.#seed.lineStart(line)),
        );
      }
      const spans = odd || whole || cells.length !== width;
      const make = (paragraphs: Chars[], column: number, columns: number): GridCell => ({
        paragraphs: paragraphs.filter(({ text }) => text !== ''),
        row: index + 1,
        column,
        rows: 1,
        columns,
        marks: !whole && spans ? [ODD_ROW] : [],
      });
      if (!spans) return cells.map((paragraphs, column) => make(paragraphs, column + 1, 1));
      const cell = make(cells.flat(), 1, width);
      return Array.from({ length: width }, () => cell);
    });
    const lines = rows.map(({ line }) => line);
    return {
      kind: 'table',
      line: Math.min(...lines),
      lastLine: Math.max(...lines),
      file: this.#seed.file,
      number: this.#number,
      rows: grid,
    };
  }
}

const pad = (cells: Chars[][], width: number): Chars[][] => [
  ...cells,
  ...Array.from({ length: width - cells.length }, () => []),
];
