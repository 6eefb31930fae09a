import { NoticeError, placeAt } from '../../notice/problem.ts';
import { Effort } from '../effort.ts';
import type { Seed } from '../seed.ts';
import { type Chars, join, NO_CHARS, slice } from '../text/chars.ts';
import { type Authority, NONE } from '../units/resolve.ts';
import { linesOfColumn, type PrintedCell, readCells } from './column-cells.ts';
import type { Headings } from './headings.ts';
import type { Readings } from './placements.ts';
import { cutOff, unknownUnit, unreadDeadline } from './problems.ts';
import { isGroup, isInlineRow, type Line, LONGEST_GROUP, type Page, type WholeGroup } from './segments.ts';
import { fitting, solvePlainRow, solveWholeRow, type WholeRow } from './whole-rows.ts';

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

/** No sheet of paper holds more rows, no annex more of them, no task more characters, and no page more cells out of their place. */
const MOST = { rowsOfPage: 150, rows: 3000, characters: 5000, displaced: 3 };

/** How many ways to deal out a line of a row printed whole are looked at, in one annex; a real one needs some thousands. */
const MOST_STEPS = 1_000_000;

/** What an authority knows of texts, each asked once. */
type Remembered = Pick<Authority, 'knows' | 'mayBegin' | 'almostKnows'>;

function remembered(authority: Authority): Remembered {
  const once = <Args extends unknown[]>(ask: (...args: Args) => boolean) => {
    const answers = new Map<string, boolean>();
    return (...args: Args): boolean => {
      const key = args.join('\0');
      const answer = answers.get(key) ?? ask(...args);
      answers.set(key, answer);
      return answer;
    };
  };
  return {
    knows: once((cell: string) => authority.knows(cell)),
    mayBegin: once((cell: string, unknown: number) => authority.mayBegin(cell, unknown)),
    almostKnows: once((cell: string) => authority.almostKnows(cell)),
  };
}

/** Reads the annex's pages, one after the other, since headings run on and column widths are the annex's. */
export class PageReader {
  readonly #seed: Seed;
  readonly #authority: Authority;
  readonly #headings: Headings;
  readonly #effort: Effort;
  readonly #known: Remembered;
  /** The row printed whole that is being put together. */
  #group: WholeGroup = [];

  constructor(seed: Seed, authority: Authority, headings: Headings) {
    this.#seed = seed;
    this.#authority = authority;
    this.#headings = headings;
    this.#known = remembered(authority);
    this.#effort = new Effort(MOST_STEPS, () => this.#tooMany());
  }

  #tooMany(): NoticeError {
    const [line] = this.#group;
    return new NoticeError(
      'the pieces of this row can be dealt out to its cells in too many ways',
      'Compare with the notice as issued. Put the row on one line: text, lead, support and deadline, parted by spaces.',
      placeAt(this.#seed, line?.chars.at[0] ?? 0),
    );
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
    this.#checkSize(drafts.map(({ tasks }) => tasks.items));
    const sure = drafts.flatMap(({ solved }) => [...solved.values()].filter((all) => all.length === 1).flat());
    const widths = sure.flatMap(({ leadWidths }) => (leadWidths.length > 1 ? leadWidths : []));
    const column = widths.reduce((widest, width) => Math.max(widest, width), 0);
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
    this.#group = group;
    const { knows, mayBegin, almostKnows } = this.#known;
    const exact = { knows, mayHold: (text: string, inside: boolean) => mayBegin(text, inside ? 1 : 0) };
    const nearly = {
      knows: (cell: string) => knows(cell) || almostKnows(cell),
      mayHold: (text: string, inside: boolean) => mayBegin(text, inside ? 2 : 1),
    };
    const own = strays.length > LONGEST_GROUP ? [] : strays;
    for (const choice of [own, ...own.map((left) => own.filter((stray) => stray !== left))]) {
      const found = solveWholeRow(group, choice, exact, this.#effort);
      if (found.length > 0) return found;
    }
    const [almost] = solvePlainRow(group, own, nearly, this.#effort);
    if (!almost) return [];
    const { lead, support } = almost;
    throw unknownUnit(this.#seed, this.#authority, knows(lead.text) ? support : lead);
  }

  /** The text column: tasks and whole rows in order, and a lead cell glued to the last task (seed line 466). */
  #readText(page: Page): { items: (Chars | WholeGroup | RowText)[]; glued: Chars } {
    const items: (Chars | WholeGroup | RowText)[] = [];
    let pieces: Chars[] = [];
    let length = 0;
    for (const item of page.text) {
      if (isGroup(item)) {
        items.push(item);
      } else if (isInlineRow(item)) {
        items.push(this.#readInline(item));
      } else {
        const piece = pieces.length === 0 ? this.#headings.takeFrom(item.chars) : item.chars;
        if (piece.text !== '') pieces.push(piece);
        length = pieces.length > 1 ? length + piece.text.length : piece.text.length;
        if (length > MOST.characters) throw this.#tooLong(item);
        if (!piece.text.endsWith('。')) {
          if (item !== page.text.at(-1)) this.#checkUnfinished(item);
          continue;
        }
        items.push(join(pieces));
        pieces = [];
      }
    }
    const open = join(pieces);
    const end = open.text.lastIndexOf('。') + 1;
    if (open.text !== '' && end === 0) throw cutOff(this.#seed, 'a task has no full stop', open.at[0] ?? 0);
    if (end > 0) items.push(slice(open, 0, end));
    return { items, glued: slice(open, end) };
  }

  #tooLong({ chars }: Line): NoticeError {
    return new NoticeError(
      `a task has more than ${MOST.characters} characters`,
      'Compare with the notice as issued; lines may be doubled or out of place, or a full stop may be missing.',
      placeAt(this.#seed, chars.at[0] ?? 0),
    );
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
      task: this.#headings.takeFrom(join(tokens.slice(0, -3)), true),
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
      if (whole.task.text === '') {
        throw cutOff(this.#seed, 'a row printed whole among the tasks has no task', item[0]?.chars.at[0] ?? 0);
      }
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

  /** Bounds what comes next, whose work grows faster than the text. */
  #checkSize(pages: (Chars | WholeGroup | RowText)[][]): void {
    let rows = 0;
    for (const items of pages) {
      rows += items.length;
      const [what, most] = items.length > MOST.rowsOfPage ? ['a page', MOST.rowsOfPage] : ['the annex', MOST.rows];
      if (items.length <= MOST.rowsOfPage && rows <= MOST.rows) continue;
      const last = items.at(-1) as Chars | WholeGroup | RowText;
      const { at } = Array.isArray(last) ? (last[0] as Line).chars : 'task' in last ? last.task : last;
      throw new NoticeError(
        `${what} has more than ${most} rows`,
        'Check that this is the text of one notice, as issued; lines may be doubled, or a column of deadlines may be missing.',
        placeAt(this.#seed, at[0] ?? 0),
      );
    }
  }

  #checkCounts(rows: number, { supports, displaced, deadlines }: PageRows): void {
    const far = displaced[MOST.displaced];
    if (far)
      throw cutOff(this.#seed, `more than ${MOST.displaced} support cells stand behind the deadlines`, far.at[0] ?? 0);
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
