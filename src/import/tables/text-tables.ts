import { placeAt } from '../../notice/problem.ts';
import type { ColumnWords } from '../column-words.ts';
import type { Block, GridCell, Paragraph, Table } from '../document.ts';
import type { Findings } from '../finding.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsBetween } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';
import { isAnnexLabel, isFoot, isNavigation, isSigner } from '../text/line-kinds.ts';
import { CellsALine, discardSigns, type Fits, MOST_COLUMNS, RULE, type TextRow } from './cells-a-line.ts';
import { ODD_ROW } from './duty-table.ts';

/** 附件2：项目清单, in one line. */
const NUMBERED_ANNEX = /^附[件表](?:\d{1,2}|[一二三四五六七八九十]{1,2})[:：.．、]?[^\d:：.．、\s][^。]{2,60}$/u;
const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';

/** Finds tables that a plain text holds: rows by tabs, by | lines, or a cell a line. */
export class TextTables {
  readonly #seed: Seed;
  readonly #columns: ColumnWords;
  readonly #findings: Findings;
  readonly #cellsALine: CellsALine;
  readonly #ledger: Ledger;
  #number = 0;

  constructor(seed: Seed, ledger: Ledger, columns: ColumnWords, findings: Findings, fits: Fits) {
    this.#seed = seed;
    this.#ledger = ledger;
    this.#columns = columns;
    this.#findings = findings;
    this.#cellsALine = new CellsALine(seed, ledger, columns, findings, fits);
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
    const sign = ['\t', '|'].find(
      (each) => raw.includes(each) && this.#columns.areHeads(this.#cut(block.line, each).map(({ text }) => text)),
    );
    if (sign !== undefined && !/^\||\|$/u.test(raw.trim()) && !this.#isPiped(block.line, blocks[index + 1]))
      return this.#signs(blocks, index, sign);
    const onItsSide = this.#onItsSide(blocks, index);
    if (onItsSide) return onItsSide;
    if (this.#isPiped(block.line) || this.#isPiped(block.line, blocks[index + 1])) return this.#pipes(blocks, index);
    if (this.#columns.areHeads(this.#gapped(block.line).map(({ text }) => text))) return this.#gaps(blocks, index);
    const read = this.#cellsALine.read(block);
    if (!read) return undefined;
    const next = blocks.findIndex(({ line }) => line >= read.end);
    return { table: this.#table(read.rows, read.width), next: next < 0 ? blocks.length : next };
  }

  /** Whether a line is a row between signs |, or the first of rows that only end with one, by the rule below it. */
  #isPiped(line: number, below?: Block): boolean {
    const raw = this.#seed.line(line).trim();
    const isRule = isParagraph(below) && /^[-:|\s]*-[-:|\s]*\|[-:|\s]*$/u.test(this.#seed.line(below.line));
    return raw.endsWith('|') && raw.split('|').length > 2 && (raw.startsWith('|') ? raw.split('|').length > 3 : isRule);
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

  /** Rows whose cells a sign parts, with none at their ends. */
  #signs(blocks: Block[], index: number, sign: string): { table: Table; next: number } {
    const head = this.#cut((blocks[index] as Paragraph).line, sign);
    const rows: TextRow[] = [{ cells: head.map((cell) => [cell]), line: (blocks[index] as Paragraph).line }];
    let next = index + 1;
    for (; next < blocks.length; next++) {
      const block = blocks[next];
      if (!isParagraph(block) || this.#beginsAnother(blocks, next, head)) break;
      const cells = this.#cut(block.line, sign);
      while (cells.length > head.length && cells.at(-1)?.text === '') cells.pop();
      if (cells.length === 1) {
        const { text } = block.chars;
        const more = blocks
          .slice(next + 1, next + 4)
          .some((each) => isParagraph(each) && this.#seed.line(each.line).includes(sign));
        if (!more || isNavigation(text) || isFoot(text) || text.length > 60) break;
        rows.push({ cells: [cells], line: block.line });
      } else rows.push({ cells: cells.map((cell) => [cell]), line: block.line });
    }
    if (sign === '|') for (const { line } of blocks.slice(index, next)) discardSigns(this.#seed, this.#ledger, line);
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
    for (const block of blocks.slice(index, next)) discardSigns(this.#seed, this.#ledger, (block as Paragraph).line);
    const isMeta = !rows.some(({ cells }) => this.#columns.areHeads(cells.flat().map(({ text }) => text)));
    return {
      table: this.#table(isMeta ? rows.map((row) => ({ ...row, cells: pad(row.cells, width) })) : rows, width),
      next,
    };
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
