import { type Chars, join, NO_CHARS, slice } from '../chars.ts';
import type { Readings } from '../placements.ts';
import { NoticeError, placeAt } from '../problem.ts';
import type { Seed } from '../seed.ts';
import { type Authority, NONE } from '../units.ts';
import { linesOfColumn, type PrintedCell, readCells } from './columns.ts';
import type { Headings } from './headings.ts';
import { isGroup, isInlineRow, type Line, type Page, type WholeGroup } from './lines.ts';
import { cutOff, unknownUnit, unreadDeadline } from './problems.ts';
import { fitting, solveWholeRow, type WholeRow } from './whole.ts';

/** A row with what is certain of it: its task, its lead, and the rest if it was printed whole. */
export interface RowText {
  task: Chars;
  lead: Chars;
  whole?: { support: Chars; deadline: Chars };
  /** It was printed whole with a task of its own and in pieces that need no other: what the page lost cannot shift it. */
  alone: boolean;
}

/** A page as rows, and the cells of its two incomplete columns. */
export interface PageRows {
  rows: RowText[];
  supports: Readings<Chars>[];
  /** Support cells printed out of place, behind the deadlines (seed line 167). */
  displaced: Chars[];
  deadlines: Readings<Chars>[];
}

interface Stream {
  cells: PrintedCell[];
  /** Whole rows without a task piece, each with the number of cells before it. */
  wholes: { group: WholeGroup; before: number }[];
  strays: Chars[];
}

/** A row that was printed whole, and whether its lines alone say how it reads. */
interface SolvedRow extends WholeRow {
  alone: boolean;
}

/** Whether a row's lines alone say how it reads: in one way, by pieces that white space parts, none taken from elsewhere. */
function standsAlone(group: WholeGroup, row: WholeRow, solutions: WholeRow[]): boolean {
  const { task, lead, support, deadline, strays } = row;
  const cells = [task, lead, support, deadline].map(({ at }) => new Set(at));
  const whole = ({ at }: Chars) => cells.some((cell) => at.every((offset) => cell.has(offset)));
  const parted = group.every(({ tokens }) => tokens.every(whole));
  return task.text !== '' && strays.length === 0 && solutions.length === 1 && parted;
}

const endOf = (page: Page): number => {
  const last = [...page.text, ...page.columns].flat().at(-1) as Line;
  return last.chars.at.at(-1) ?? 0;
};

/** Reads the annex's pages, one after the other, since headings run on and column widths are the annex's. */
export class PageReader {
  readonly #seed: Seed;
  readonly #authority: Authority;
  readonly #headings: Headings;

  constructor(seed: Seed, authority: Authority, headings: Headings) {
    this.#seed = seed;
    this.#authority = authority;
    this.#headings = headings;
  }

  /** @throws NoticeError where a page's lines do not make up rows */
  read(pages: Page[]): PageRows[] {
    const drafts = pages.map((page) => {
      const tasks = this.#readText(page);
      const stream = this.#readColumns(page, tasks.glued);
      const solved = new Map<WholeGroup, WholeRow[]>();
      for (const group of [...page.text, ...page.columns].filter(isGroup)) {
        solved.set(group, this.#solve(group, stream.strays));
      }
      return { page, tasks, stream, solved };
    });
    const sure = drafts.flatMap(({ solved }) => [...solved.values()].filter((all) => all.length === 1).flat());
    const column = Math.max(0, ...sure.flatMap(({ leadWidths }) => (leadWidths.length > 1 ? leadWidths : [])));
    return drafts.map(({ page, tasks, stream, solved }) => {
      const wholes = new Map(
        [...solved].map(([group, all]) => {
          const row = this.#only(group, fitting(all, column));
          return [group, { ...row, alone: standsAlone(group, row, all) }];
        }),
      );
      this.#checkStrays(stream.strays, [...wholes.values()]);
      return this.#assemble(page, tasks.items, stream, wholes);
    });
  }

  /** The ways to read a row printed whole; with its strays, or with all but one of them, which is an unknown name then. */
  #solve(group: WholeGroup, strays: Chars[]): WholeRow[] {
    const isCell = (cell: string) => this.#authority.knows(cell);
    const choices = [strays, ...strays.map((left) => strays.filter((stray) => stray !== left))];
    for (const choice of choices) {
      const found = solveWholeRow(group, choice, isCell);
      if (found.length > 0) return found;
    }
    const [nearly] = solveWholeRow(group, strays, (cell) => isCell(cell) || this.#authority.almostKnows(cell));
    if (!nearly) return [];
    const { lead, support } = nearly;
    throw unknownUnit(this.#seed, this.#authority, isCell(lead.text) ? support : lead);
  }

  /** The text column: tasks and whole rows in order, and a lead cell glued to the last task (seed line 466). */
  #readText(page: Page): { items: (Chars | WholeGroup | RowText)[]; glued: Chars } {
    const items: (Chars | WholeGroup | RowText)[] = [];
    let open = NO_CHARS;
    for (const item of page.text) {
      if (isGroup(item)) {
        items.push(item);
      } else if (isInlineRow(item)) {
        items.push(this.#readInline(item));
      } else {
        open = join(open, open.text === '' ? this.#headings.takeFrom(item.chars) : item.chars);
        if (!open.text.endsWith('。')) {
          if (item !== page.text.at(-1)) this.#checkUnfinished(item);
          continue;
        }
        items.push(open);
        open = NO_CHARS;
      }
    }
    const end = open.text.lastIndexOf('。') + 1;
    if (open.text !== '' && end === 0) throw cutOff(this.#seed, 'a task has no full stop', open.at[0] ?? 0);
    if (end > 0) items.push(slice(open, 0, end));
    return { items, glued: slice(open, end) };
  }

  /** A line that its task goes on behind holds neither a whole cell nor the end of a task. */
  #checkUnfinished({ chars }: Line): void {
    const { text } = chars;
    if (!text.includes('。') && !text.includes(NONE) && readCells(chars, this.#authority).length === 0) return;
    throw new NoticeError(
      'this line is neither a task nor a piece of one',
      'It may be left of a row that was printed whole, in pieces, between blank lines. Compare with the notice as issued; a line of that row may be missing.',
      placeAt(this.#seed, chars.at[0] ?? 0),
    );
  }

  #readInline({ tokens }: Line): RowText {
    const [lead = NO_CHARS, support = NO_CHARS, deadline = NO_CHARS] = tokens.slice(-3);
    for (const cell of [lead, support]) {
      if (readCells(cell, this.#authority).length !== 1) throw unknownUnit(this.#seed, this.#authority, cell);
    }
    return {
      task: this.#headings.takeFrom(join(...tokens.slice(0, -3))),
      lead,
      whole: { support, deadline },
      alone: true,
    };
  }

  #readColumns(page: Page, glued: Chars): Stream {
    const stream: Stream = { cells: [], wholes: [], strays: [] };
    const add = (chars: Chars) => {
      if (chars.text === '') return;
      const cells = readCells(chars, this.#authority);
      stream.cells.push(...cells);
      if (cells.length === 0) stream.strays.push(chars);
    };
    add(glued);
    for (const item of page.columns) {
      if (isGroup(item)) stream.wholes.push({ group: item, before: stream.cells.length });
      else if (item.chars.text !== '') add(this.#headings.takeFromEnd(item.chars));
    }
    return stream;
  }

  #only(group: WholeGroup, solutions: WholeRow[]): WholeRow {
    const [solution, another] = solutions;
    const place = placeAt(this.#seed, group[0]?.chars.at[0] ?? 0);
    if (!solution) {
      throw new NoticeError(
        'the pieces of this row do not make up a task, units and a deadline',
        'A piece may be missing, or a name may be unknown to seeds/units.yaml. Compare with the notice as issued.',
        place,
      );
    }
    if (another) {
      throw new NoticeError(
        `this row can be read in more than one way: lead ${solution.lead.text} or ${another.lead.text}`,
        'Nothing in the text tells the lead from the support. Put the row on one line: text, lead, support and deadline, parted by spaces.',
        place,
      );
    }
    return solution;
  }

  #checkStrays(strays: Chars[], wholes: WholeRow[]): void {
    const taken = new Set(wholes.flatMap((whole) => whole.strays));
    const left = strays.find((stray) => !taken.has(stray));
    if (!left) return;
    const isDeadline = /[年月]|持续推进/u.test(left.text);
    throw isDeadline ? unreadDeadline(this.#seed, left) : unknownUnit(this.#seed, this.#authority, left);
  }

  #assemble(
    page: Page,
    items: (Chars | WholeGroup | RowText)[],
    stream: Stream,
    wholes: Map<WholeGroup, SolvedRow>,
  ): PageRows {
    const rows = items.map((item): RowText => {
      if (!Array.isArray(item)) return 'task' in item ? item : { task: item, lead: NO_CHARS, alone: false };
      const whole = wholes.get(item) as SolvedRow;
      return { task: this.#headings.takeFrom(whole.task), lead: whole.lead, whole, alone: whole.alone };
    });
    const plain = rows.filter(({ whole }) => !whole);
    for (const [index, { group, before }] of stream.wholes.entries()) {
      const row = plain[before + index];
      if (!row) throw cutOff(this.#seed, 'a row printed whole belongs to no task', group[0]?.chars.at[0] ?? 0);
      const whole = wholes.get(group) as SolvedRow;
      row.lead = whole.lead;
      row.whole = whole;
    }
    const open = rows.filter(({ whole }) => !whole);
    const leads = stream.cells.slice(0, open.length);
    const wrong = leads.find(({ kind }) => kind !== 'units');
    if (wrong || leads.length < open.length) {
      const found = wrong ? leads.indexOf(wrong) : leads.length;
      const at = wrong?.chars.at[0] ?? endOf(page);
      throw cutOff(this.#seed, `the page has ${open.length} tasks and ${found} lead cells`, at);
    }
    for (const [index, row] of open.entries()) row.lead = leads[index]?.chars ?? NO_CHARS;
    const rest = stream.cells.slice(open.length);
    const firstDeadline = rest.findIndex(({ kind }) => kind === 'deadline');
    if (open.length > 0 && firstDeadline < 0) {
      throw cutOff(this.#seed, 'the page has no column of deadlines', endOf(page));
    }
    const isDeadline = ({ kind }: PrintedCell) => kind === 'deadline';
    const supports = firstDeadline < 0 ? rest : rest.slice(0, firstDeadline);
    const behind = firstDeadline < 0 ? [] : rest.slice(firstDeadline);
    const result = {
      rows,
      supports: linesOfColumn(supports),
      displaced: behind.filter((cell) => !isDeadline(cell)).map(({ chars }) => chars),
      deadlines: linesOfColumn(behind.filter(isDeadline)),
    };
    this.#checkCounts(open.length, result);
    return result;
  }

  #checkCounts(rows: number, { supports, displaced, deadlines }: PageRows): void {
    for (const [name, lines] of [
      ['support', [...supports, ...displaced.map((chars) => [[chars]])]],
      ['deadline', deadlines],
    ] as const) {
      const cells = lines.flatMap((readings) => readings.at(-1) ?? []);
      const extra = cells[rows];
      if (!extra) continue;
      throw new NoticeError(
        `the page has ${rows} rows and ${cells.length} ${name} cells`,
        'A column cannot hold more cells than the page has rows. A cell may be doubled or cut in two, or a task may be missing: compare with the notice as issued.',
        placeAt(this.#seed, extra.at[0] ?? 0),
      );
    }
  }
}
