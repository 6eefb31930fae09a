import { COLUMN_NAMES, COLUMNS } from '../../notice/columns.ts';
import { isDeadline } from '../../notice/deadlines.ts';
import type { Cell, DeadlineCell, DocumentSettlement, Task } from '../../notice/model.ts';
import { NoticeError } from '../../notice/problem.ts';
import { type ColumnText, cellOf, cellsOf, type SettledCell } from '../flattened/cells.ts';
import { placements } from '../flattened/placements.ts';
import type { Ruling } from '../rulings.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, linesOf } from '../text/chars.ts';
import { type Authority, NONE } from '../units/resolve.ts';
import type { AnnexDocument } from './annex-document.ts';
import type { DocumentRow } from './annex-table.ts';
import { same } from './match-rows.ts';

type Column = (typeof COLUMNS)[number];

const CONTRADICTION =
  'The document and the text contradict each other. Compare both with the notice as issued; remove the document if it is another edition.';

/** Settles the cells of an annex from an official document, as far as its text leaves them open. */
export class DocumentSettler {
  /** What was settled so far. */
  readonly settled: DocumentSettlement[] = [];
  readonly #document: AnnexDocument;
  readonly #rows: Map<string, DocumentRow>;
  readonly #seed: Seed;
  readonly #authority: Authority;

  /** @param rows the document's row of each task, by the task's id */
  constructor(document: AnnexDocument, rows: Map<string, DocumentRow>, seed: Seed, authority: Authority) {
    this.#document = document;
    this.#rows = rows;
    this.#seed = seed;
    this.#authority = authority;
  }

  #row(id: string): DocumentRow {
    const row = this.#rows.get(id);
    if (!row) throw new Error(`task ${id} has no row in ${this.#document.file}`);
    return row;
  }

  #at(id: string, column: Column): string {
    return `row ${this.#row(id).row} of ${this.#document.file} (task ${id}), ${COLUMN_NAMES[column]}`;
  }

  /** @throws NoticeError when a cell of the document holds what is not plain visible text */
  #checkPlain(id: string, column: Column): void {
    const strange = this.#row(id).strange?.[column];
    if (!strange) return;
    throw new NoticeError(
      `${this.#at(id, column)}: the cell holds ${strange}, and its text may not be what a reader sees`,
      'Compare with the notice as issued. In a copy, make the cell plain text in Word or WPS (accept or reject changes, unlink fields), and put that copy there.',
    );
  }

  /** @throws NoticeError when a cell of the document is none of its column */
  #checkSense(id: string, column: Column): void {
    this.#checkPlain(id, column);
    const text = this.#row(id)[column];
    if (text === '') {
      throw new NoticeError(
        `${this.#at(id, column)}: the cell is empty`,
        `Compare with the notice as issued; a cell that names nobody says ${NONE}.`,
      );
    }
    if (column === 'deadline') {
      if (text === NONE || isDeadline(text)) return;
      throw new NoticeError(
        `${this.#at(id, column)}: “${text}” is no deadline that can be read`,
        'Compare with the notice as issued.',
      );
    }
    const resolved = text === NONE ? undefined : this.#authority.resolve(text);
    if (!resolved || 'slugs' in resolved) return;
    throw new NoticeError(
      `${this.#at(id, column)}: no unit is named ${resolved.unknown}`,
      `Nearest known names: ${this.#authority.nearest(resolved.unknown).join(', ')}. Compare with the notice as issued; a unit that is missing goes into seeds/units.yaml.`,
    );
  }

  /**
   * Holds every cell that was not settled here against the document; what was not certain is so now.
   * @throws NoticeError at the first that differs
   */
  confirm(tasks: Task[]): Task[] {
    return tasks.map((task) => {
      const confirmed = { ...task };
      for (const column of COLUMNS) {
        const { status, text, lines, source } = task[column];
        if (source === 'document') continue;
        const found = this.#row(task.id)[column];
        if (status !== 'printed') this.#checkPlain(task.id, column);
        if (!same(text ?? '', found)) {
          throw new NoticeError(
            `${this.#at(task.id, column)}: expected “${text}”, as line ${lines.join(', ')} of the text prints, found “${found}”`,
            CONTRADICTION,
          );
        }
        if (status === 'printed') continue;
        this.#note(task.id, column, task[column]);
        confirmed[column] = this.#cell(task.id, column, lines);
      }
      return confirmed;
    });
  }

  /** @throws NoticeError when a ruling says otherwise than the document */
  #checkRulings(rulings: Ruling[]): void {
    for (const { row, column, is, not, place } of rulings) {
      const found = this.#row(row)[column];
      if (is === undefined ? !same(not ?? '', found) : same(is, found)) continue;
      throw new NoticeError(
        `the ruling on ${row} ${is === undefined ? `rules out ${not}` : `says ${is}`}; ${this.#at(row, column)}, says ${found}`,
        'Remove the ruling, or the document if it is another edition.',
        place,
      );
    }
  }

  /** Says which cell keeps a column of the document from holding the page's printed cells in order. */
  #misplaced({ column, rows, lines, displaced }: ColumnText, cells: SettledCell[]): NoticeError {
    const fixed = cells.find(({ row, cell }) => {
      const may = cell.text === null ? (cell.candidates ?? []) : [cell.text];
      return !cell.mayBeMissing && !may.some((text) => same(text, this.#row(row)[column]));
    });
    if (fixed) {
      const may = fixed.cell.text ?? (fixed.cell.candidates ?? []).join('” or “');
      return new NoticeError(
        `${this.#at(fixed.row, column)}: expected “${may}”, found “${this.#row(fixed.row)[column]}”`,
        CONTRADICTION,
      );
    }
    const values = lines.flatMap(([reading = []]) => reading);
    const printed = values.map((chars) => heal(this.#seed, chars));
    let next = 0;
    for (const row of rows) {
      const text = printed[next];
      if (text !== undefined && same(text, this.#row(row)[column])) next++;
    }
    const lost = (values[next] ?? displaced[0]) as Chars;
    const [first, last] = [rows[0] ?? '', rows.at(-1) ?? ''];
    return new NoticeError(
      `rows ${this.#row(first).row} to ${this.#row(last).row} of ${this.#document.file} (tasks ${first} to ${last}), ${COLUMN_NAMES[column]}: ` +
        `expected “${heal(this.#seed, lost)}”, as line ${linesOf(this.#seed, lost).join(', ')} of the text prints, ${next > 0 ? 'behind the printed cells before it; ' : ''}found it in no such row`,
      CONTRADICTION,
    );
  }

  /**
   * The cells of one column of one page with the document's values. Every printed cell must be the
   * value of some row, in printed order; a row without one has lost its own cell.
   *
   * @param cells the column as counts, order and rulings settle it
   * @throws NoticeError where document, text and rulings contradict each other
   */
  settle(text: ColumnText, cells: SettledCell[], rulings: Ruling[]): SettledCell[] {
    if (cells.every(({ cell }) => cell.status === 'printed')) return cells;
    const { column, rows, lines, displaced } = text;
    for (const row of rows) this.#checkSense(row, column);
    const healed = (chars: Chars) => heal(this.#seed, chars);
    const placed = placements({
      lines: lines.map((readings) => readings.map((reading) => reading.map(healed))),
      loose: displaced.map(healed),
      rows: rows.map((row) => ({ takes: (value) => same(value, this.#row(row)[column]), mayLose: true })),
    });
    if (!placed) throw this.#misplaced(text, cells);
    this.#checkRulings(rulings);
    const all = cellsOf(text);
    return cells.map(({ row, cell }, index) => {
      const choice = (placed[index]?.cells ?? []).map((each) => all[each] as Chars);
      this.#note(row, column, cell);
      const on = new Set(choice.flatMap((chars) => linesOf(this.#seed, chars)));
      return {
        row,
        choice,
        cell: this.#cell(
          row,
          column,
          [...on].sort((a, b) => a - b),
        ),
      };
    });
  }

  #cell(id: string, column: Column, lines: number[]): DeadlineCell {
    const { file, sha256 } = this.#document;
    const row = this.#row(id);
    return {
      ...cellOf(row[column], lines, column, this.#authority),
      status: 'inferred',
      why: `据官方文件（${file}，SHA-256 ${sha256.slice(0, 12)}）附件表格第${row.row}行。`,
      source: 'document',
    };
  }

  #note(row: string, column: Column, { status, text }: Cell): void {
    const found = this.#row(row);
    this.settled.push({
      row,
      column,
      was: status,
      ...(text === null ? {} : { wasText: text }),
      text: found[column],
      documentRow: found.row,
    });
  }
}
