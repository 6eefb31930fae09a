import type { Column } from '../../notice/columns.ts';
import { isTime } from '../period-words.ts';
import type { ImportedSection } from '../result.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsBetween, charsOfLine, join, slice } from '../text/chars.ts';

/** What may be said of a cell of a table that was flattened to columns of lines. */
export interface PageCell {
  /** One value that counting gives; absent where it gives none. */
  value?: Chars;
  /** A row printed whole holds its own values, nothing is counted: which column each is of, its order tells, or its breaks. */
  whole?: 'order' | 'breaks';
  candidates: Chars[];
}

export interface PageRow {
  task: Chars;
  cells: Partial<Record<Column, PageCell>>;
}

/** A page of the table: its rows, and the characters of each column, headings too. */
export interface TablePage {
  rows: PageRow[];
  values: { column: Column; chars: Chars }[];
  headings: Chars[];
}

interface Value {
  kind: 'deadline' | 'units';
  chars: Chars;
}

interface Piece {
  chars: Chars;
  line: number;
}

interface Draft {
  headings: Chars[];
  rows: { task: Chars; values: Value[] | undefined; pieces: Piece[] }[];
  values: Value[];
}

/** How many characters would have fitted, at most, into each line that was broken: a mark takes the one before it along. */
const mostOf = (lines: string[]): number[] =>
  lines
    .slice(0, -1)
    .map(({ length }, index) => length + (/^(?:.[、，；。）]|[（“《])/u.test(lines[index + 1] ?? '') ? 1 : 0));

/**
 * How many characters a line of a column holds: what its cells show that are placed already. A table is as wide in all of
 * its rows, so that a longer line is of another column, and so is a break after fewer characters than would fit.
 */
class ColumnWidth {
  #atLeast = 0;
  #atMost = Number.POSITIVE_INFINITY;

  /** @param cells each as its lines */
  constructor(cells: string[][]) {
    for (const lines of cells) {
      this.#atLeast = Math.max(this.#atLeast, ...lines.map(({ length }) => length));
      this.#atMost = Math.min(this.#atMost, ...mostOf(lines));
    }
    // Lines that are not as wide as each other tell nothing: letters may be narrower, or a mark may have gone along.
    if (this.#atLeast > this.#atMost) [this.#atLeast, this.#atMost] = [0, Number.POSITIVE_INFINITY];
  }

  mayHold(lines: string[]): boolean {
    return lines.every(({ length }) => length <= this.#atMost) && mostOf(lines).every((most) => most >= this.#atLeast);
  }
}

/** 和旅游局: the rest of a name, and no place 和平区. */
const GOES_ON = /^[和与及](?![平田县顺林龙静硕政布])/u;
const NONE = /^[—－-]{1,4}$/u;
const only = (text: string) => text.replace(/[\s“”‘’]/gu, '');

/** Reads a table that a PDF flattened page by page, and within a page column by column. */
export class ColumnPages {
  readonly #seed: Seed;
  readonly #uses: Column[];
  readonly #sentences: string[];
  readonly #headings: string[];
  readonly #namesIn: (text: string) => string[] | undefined;
  /** Names that stand in a line of their own. */
  readonly #known = new Set<string>();
  #page: Draft = { headings: [], rows: [], values: [] };
  #pages: Draft[] = [];
  /** Of the left and of the right column of units. */
  #widths: ColumnWidth[] = [];

  /**
   * @param uses the columns of units and deadlines, in printed order
   * @param sections those of the body: the tasks of such a table repeat their sentences
   * @param namesIn the names of a list of units; `undefined` where it is none
   */
  constructor(
    seed: Seed,
    uses: Column[],
    sections: ImportedSection[],
    namesIn: (text: string) => string[] | undefined,
  ) {
    this.#seed = seed;
    this.#uses = uses;
    this.#sentences = sections.flatMap(({ clauses }) => clauses.map(({ text }) => text.replace(/\s/gu, '')));
    this.#headings = sections.map(({ label, title }) => `${label ?? ''}${title ?? ''}`);
    this.#namesIn = namesIn;
  }

  /**
   * @param from first line behind the heads
   * @returns `undefined` where a line is neither task nor heading nor value, so that nothing can be counted
   */
  read(from: number, to: number): TablePage[] | undefined {
    for (let line = from; line <= to; ) {
      let end = line;
      while (end <= to && charsOfLine(this.#seed, end).text !== '') end++;
      if (end > line && !this.#stretch(line, end)) return undefined;
      line = end + 1;
    }
    this.#turn();
    const settled = this.#pages
      .flatMap(({ rows }) => rows.map(({ pieces }) => this.#choices(pieces)))
      .flatMap((choices) => (choices.length === 1 ? choices : []));
    this.#widths = [0, 1].map((side) => new ColumnWidth(settled.map((sides) => this.#linesOf(sides[side as 0 | 1]))));
    return this.#pages.map((page) => this.#placed(page));
  }

  #isNames(text: string): boolean {
    if (GOES_ON.test(text)) return false;
    return NONE.test(text) || this.#namesIn(text) !== undefined;
  }

  #turn(): void {
    if (this.#page.rows.length > 0) this.#pages.push(this.#page);
    else if (this.#page.headings.length > 0 && this.#pages.length > 0)
      this.#pages.at(-1)?.headings.push(...this.#page.headings);
    this.#page = { headings: [], rows: [], values: [] };
  }

  /** Lines between blank lines: a row printed whole, or lines of columns. */
  #stretch(from: number, end: number): boolean {
    const lines = Array.from({ length: end - from }, (_, index) => charsOfLine(this.#seed, from + index));
    if (lines.every((line) => this.#parted(line) !== undefined)) return lines.every((line) => this.#line(line));
    const whole = this.#wholeRow(from, end);
    if (!whole) return false;
    if (this.#page.values.length > 0) this.#turn();
    this.#page.rows.push(whole);
    return true;
  }

  /** What a line of columns holds, one behind the other: heading, task, value glued to it. */
  #parted({ text }: Chars): { heading: number; task: number } | undefined {
    const heading = this.#headings.find((each) => text.startsWith(each))?.length ?? 0;
    const rest = text.slice(heading);
    if (rest === '') return { heading, task: 0 };
    if (!rest.includes('。') && (this.#isNames(rest) || (isTime(rest) && rest.length <= 40)))
      return { heading, task: 0 };
    const stop = rest.lastIndexOf('。') + 1;
    const tail = rest.slice(stop);
    if (stop > 1 && (tail === '' || this.#isNames(tail) || isTime(tail))) return { heading, task: stop };
    const isPiece =
      rest.length > 1 && this.#headings.some((each) => each !== rest && (each.startsWith(rest) || each.endsWith(rest)));
    return isPiece ? { heading: text.length, task: 0 } : undefined;
  }

  #line(line: Chars): boolean {
    const { heading = 0, task = 0 } = this.#parted(line) ?? {};
    if ((heading > 0 || task > 0) && this.#page.values.length > 0) this.#turn();
    if (heading > 0) this.#page.headings.push(slice(line, 0, heading));
    if (task > 0) this.#page.rows.push({ task: slice(line, heading, heading + task), values: undefined, pieces: [] });
    const value = slice(line, heading + task);
    if (value.text !== '') this.#page.values.push({ kind: this.#kindOf(value.text), chars: value });
    for (const name of this.#namesIn(value.text) ?? []) this.#known.add(name);
    return true;
  }

  #kindOf(text: string): Value['kind'] {
    return this.#isNames(text) ? 'units' : 'deadline';
  }

  /** A row printed whole: the sentence of the body that its pieces make, and what they leave. */
  #wholeRow(from: number, end: number): Draft['rows'][number] | undefined {
    const tokens: { chars: Chars; line: number }[] = [];
    for (let line = from; line < end; line++) {
      const start = this.#seed.lineStart(line);
      for (const { 0: token, index } of this.#seed.line(line).matchAll(/\S+/gu))
        tokens.push({ chars: charsBetween(this.#seed, start + index, start + index + token.length), line });
    }
    for (const sentence of this.#sentences) {
      let at = 0;
      const rest = tokens.filter(({ chars: { text } }) => {
        const goes = only(sentence).startsWith(only(text), at) && only(text) !== '';
        if (goes) at += only(text).length;
        return !goes;
      });
      if (at !== only(sentence).length) continue;
      const task = join(tokens.filter((token) => !rest.includes(token)).map(({ chars }) => chars));
      const isDate = ({ chars: { text } }: (typeof rest)[number]) =>
        /^[\d年月日底前旬初末]+$|^持续|^长期|推进$/u.test(text);
      const deadline = join(rest.filter(isDate).map(({ chars }) => chars));
      const units = rest.filter((token) => !isDate(token));
      if (deadline.text !== '' && !isTime(deadline.text)) return undefined;
      const values: Value[] = deadline.text === '' ? [] : [{ kind: 'deadline', chars: deadline }];
      values.push(...units.map(({ chars }): Value => ({ kind: 'units', chars })));
      return { task, values, pieces: units };
    }
    return undefined;
  }

  /** Every way in which pieces may be of the left and of the right column, each whole names. */
  #choices(pieces: Piece[]): [Chars, Chars][] {
    if (pieces.length < 2 || pieces.length > 8) return [];
    const found: [Chars, Chars][] = [];
    for (let mask = 1; mask < 2 ** pieces.length - 1; mask++) {
      const isLeft = (index: number) => (mask & (2 ** index)) !== 0;
      const crossed = pieces.some(
        ({ line }, index) =>
          isLeft(index) && pieces.some((other, at) => at < index && other.line === line && !isLeft(at)),
      );
      const [left, right] = [true, false].map((side) =>
        join(pieces.filter((_, index) => isLeft(index) === side).map(({ chars }) => chars)),
      ) as [Chars, Chars];
      if (!crossed && this.#isNames(left.text) && this.#isNames(right.text)) found.push([left, right]);
    }
    // Pieces that make names which other lines hold whole are joined as printed; a name cut otherwise stands nowhere.
    const strict = found.filter((sides) => sides.every(({ text }) => this.#areKnown(text)));
    return strict.length > 0 ? strict : found;
  }

  #linesOf(cell: Chars): string[] {
    return [...Map.groupBy(cell.at.keys(), (index) => this.#seed.lineOf(cell.at[index] as number)).values()].map(
      (indexes) => indexes.map((index) => cell.text[index]).join(''),
    );
  }

  #areKnown(text: string): boolean {
    return NONE.test(text) || this.#namesIn(text)?.every((name) => this.#known.has(name)) === true;
  }

  /** What counting gives each row of a page: never a certain value, since nothing shows that a column is whole. */
  #placed({ headings, rows, values }: Draft): TablePage {
    const [left, right] = this.#uses.filter((use) => use !== 'deadline');
    const deadlines = values.filter(({ kind }) => kind === 'deadline').map(({ chars }) => chars);
    const units = values.filter(({ kind }) => kind === 'units').map(({ chars }) => chars);
    const counted = rows.filter((row) => row.values === undefined);
    const parts = right !== undefined && units.length >= counted.length && units.length <= 2 * counted.length;
    const columns: [Column, Chars[]][] = [];
    if (this.#uses.includes('deadline')) columns.push(['deadline', deadlines]);
    if (left) columns.push([left, right === undefined ? units : parts ? units.slice(0, counted.length) : units]);
    if (right) columns.push([right, parts ? units.slice(counted.length) : units]);
    const cells = (index: number): PageRow['cells'] =>
      Object.fromEntries(
        columns.map(([column, list]): [Column, PageCell] => {
          const [own] =
            list.length === counted.length && (column !== right || !NONE.test(list.at(-1)?.text ?? ''))
              ? [list[index]]
              : [];
          const lost = counted.length - list.length;
          const near = lost >= 0 ? list.slice(Math.max(0, index - lost), index + 1) : list;
          return [column, own ? { value: own, candidates: [] } : { candidates: near }];
        }),
      );
    const whole = ({ values: own = [], pieces }: Draft['rows'][number]): PageRow['cells'] => {
      const all = this.#choices(pieces);
      const fit = all.filter((sides) =>
        sides.every((cell, side) => this.#widths[side]?.mayHold(this.#linesOf(cell)) !== false),
      );
      const choices = fit.length === 1 ? fit : all;
      const found: PageRow['cells'] = {};
      const deadline = own.find(({ kind }) => kind === 'deadline')?.chars;
      if (deadline) found.deadline = { value: deadline, whole: 'order', candidates: [] };
      for (const [index, column] of [left, right].entries()) {
        if (!column || choices.length === 0) continue;
        const list = choices.map((choice) => choice[index as 0 | 1]);
        const [first] = list;
        found[column] =
          first && choices.length === 1
            ? { value: first, whole: all.length === 1 ? 'order' : 'breaks', candidates: [] }
            : { candidates: list };
      }
      return found;
    };
    return {
      rows: rows.map((row) => ({ task: row.task, cells: row.values ? whole(row) : cells(counted.indexOf(row)) })),
      values: [
        ...columns.flatMap(([column, list]) =>
          parts || column !== right ? list.map((chars) => ({ column, chars })) : [],
        ),
        ...rows.flatMap(({ values: own = [] }) =>
          own.map(({ kind, chars }) => ({
            column: kind === 'deadline' ? ('deadline' as const) : (left ?? 'lead'),
            chars,
          })),
        ),
      ],
      headings,
    };
  }
}
