import { labelOf } from '../text/labels.ts';
import type { FoundCell } from './line-writer.ts';

/** The mark of an empty cell at the top of a page: it may be one with the cell above it on the page before. */
export const OVER_PAGE = '跨页的空格';
/** The mark of a cell whose text goes on over a page's end. */
const CUT = '跨页续写的文字';
/** The mark of names at a page's end and at the top of the next that may be one list. */
const MAY_GO_ON = '可能跨页续写的名称';

/** Heads stand in one of the first rows, below a title. */
const HEAD_ROWS = 4;
/** A head is no longer. */
const HEAD_LETTERS = 14;

const textOf = (cell: FoundCell | undefined): string => cell?.paragraphs.join('').replace(/\s/gu, '') ?? '';

/** The cells that stand in each row, one a column: its own, and those that reach down into it. */
function gridOf(table: readonly FoundCell[][]): FoundCell[][] {
  let above: { cell: FoundCell; left: number }[] = [];
  return table.map((cells) => {
    const row = above.map((each) => (each.left > 0 ? each : undefined));
    let column = 0;
    for (const cell of cells) {
      while (row[column]) column++;
      for (let width = cell.columns ?? 1; width > 0; width--) row[column++] = { cell, left: cell.rows ?? 1 };
    }
    above = Array.from(row, (each) =>
      each ? { cell: each.cell, left: each.left - 1 } : { cell: { paragraphs: [] }, left: 0 },
    );
    return above.map(({ cell }) => cell);
  });
}

/** How many of the first rows of a page print the heads of its table again. */
function headsAgain(table: readonly FoundCell[][], rows: readonly FoundCell[][]): number {
  const keyOf = (row: readonly FoundCell[]) => row.map((cell) => `${cell.columns ?? 1} ${textOf(cell)}`).join('|');
  const isHead = (row: readonly FoundCell[]) =>
    row.every((cell) => /^(?!\d)[^。]*$/u.test(textOf(cell)) && textOf(cell).length <= HEAD_LETTERS) &&
    !(row.length === 1 && labelOf(textOf(row[0])));
  const heads = table.slice(0, HEAD_ROWS).map(keyOf);
  const from = heads.indexOf(keyOf(rows[0] ?? []));
  const end = rows.findIndex((row, index) => from < 0 || keyOf(row) !== heads[from + index] || !isHead(row));
  return Math.max(0, end);
}

/** Whether what stands in a cell ends as a sentence that is whole does. */
const isWhole = (cell: FoundCell | undefined) => /[。；]$/u.test(textOf(cell));
/** What ends the name of a body, or a time. */
const NAME_ENDS = /(?:[局委厅办部室会府处科股站所院]|中心|公司|大队|街道|[前底末内]|[—－-])$/u;

/** The column that holds the most words. */
function widestOf(rows: readonly FoundCell[][]): number {
  const lengths = (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + textOf(row[column]).length, 0));
  return lengths.indexOf(Math.max(...lengths));
}

/**
 * Whether the first row of a page is the rest of the last row of the page before: each row above has a number, and this
 * one has none; or where no column numbers them, that one alone ends amid its words, and this one goes on with them.
 */
export function continues(table: readonly FoundCell[][], row: readonly FoundCell[]): boolean {
  const [heads = [], ...more] = gridOf(table).filter((cells) => new Set(cells).size > 1);
  // Heads in two rows share the cells that reach over both.
  const body = more.filter((cells) => !cells.some((cell) => heads.includes(cell)));
  const [rest = []] = gridOf([[...row]]);
  const last = body.at(-1);
  if (!last || rest.length !== heads.length || new Set(rest).size === 1) return false;
  if (rest.every((cell) => textOf(cell) === '')) return false;
  const at = heads.findIndex((cell) => /^(?:序号|编号|任务编号)$/u.test(textOf(cell)));
  const numbers = body.map((cells) => cells[at]);
  if (
    at >= 0 &&
    new Set(numbers).size === body.length &&
    numbers.every((cell) => /^\d{1,4}[.．、]?$/u.test(textOf(cell)))
  )
    return textOf(rest[at]) === '';
  const task = widestOf(body);
  return rest.some((cell, column) => {
    const [words, above] = [textOf(last[column]), body.slice(0, -1).map((cells) => cells[column])];
    if (textOf(cell) === '' || words === '') return false;
    const isCut = above.length > 0 && above.every(isWhole) && !isWhole(last[column]);
    // Without words of what is to be done no row begins.
    const isName = textOf(rest[task]) === '' && column !== task && !NAME_ENDS.test(words) && !isWhole(last[column]);
    return isCut || isName || /[，、,（]$/u.test(words);
  });
}

/**
 * Joins to the last row of a table what a page's end cut: a sentence that is whole begins no word behind it. A cell that
 * reaches down over further rows of the page does so still.
 */
export function joinRow(table: readonly FoundCell[][], rest: readonly FoundCell[]): void {
  const last = gridOf(table).at(-1) ?? [];
  let column = 0;
  for (const below of rest) {
    const cell = last[column];
    column += below.columns ?? 1;
    if (!cell) continue;
    if (below.rows && below.rows > 1) cell.rows = (cell.rows ?? 1) + below.rows - 1;
    joinCell(cell, below);
  }
}

/** Joins to a cell what a page's end cut of it. */
function joinCell(cell: FoundCell, { paragraphs: [first, ...more] }: FoundCell): void {
  if (first === undefined) return;
  const end = cell.paragraphs.pop();
  const apart = end === undefined || /[。；]$/u.test(end);
  // As at the end of a line: it may part two names, or stand amid one.
  cell.paragraphs.push(...(apart ? [...(end ? [end] : []), first] : [`${end}\n${first}`]), ...more);
  cell.marks = [...(cell.marks ?? []), CUT];
}

/** A head over names. */
const NAMES = /单位|部门|科室|处室|主体|责任|牵头|配合/u;
/** What ends amid a list of names. */
const AMID_NAMES = /[、，,（]$|[、，][省市县区州]$/u;

/**
 * The cells that begin in the first row of a page, without those that go on with a cell of names that reaches over both
 * pages. Where names may go on both cells are marked.
 */
function withoutGoneOn(table: readonly FoundCell[][], first: FoundCell[]): FoundCell[] {
  const grid = gridOf(table);
  const last = grid.at(-1) ?? [];
  const row = gridOf([first])[0] ?? [];
  return first.filter((cell) => {
    const column = row.indexOf(cell);
    const above = last[column];
    const isOfNames = grid.slice(0, HEAD_ROWS).some((cells) => NAMES.test(textOf(cells[column])));
    if (!above || !isOfNames || textOf(cell) === '' || textOf(above) === '' || above.columns !== cell.columns)
      return true;
    const words = textOf(above);
    if (AMID_NAMES.test(words)) {
      above.rows = (above.rows ?? 1) + (cell.rows ?? 1);
      joinCell(above, cell);
      return false;
    }
    if (!NAME_ENDS.test(words) && !/[）)]$/u.test(words) && !NAMES.test(words))
      for (const each of [above, cell]) each.marks = [...(each.marks ?? []), MAY_GO_ON];
    return true;
  });
}

/** Marks the empty cells of the first row of a page: each may be one with the cell above it on the page before. */
const markEmpty = (first: readonly FoundCell[]): void => {
  for (const cell of first) if (cell.paragraphs.length === 0) cell.marks = [OVER_PAGE];
};

/** Marks the first row of a page where a line stands between its table and that of the page before, which may be one. */
export function goOnBehindLine(table: readonly FoundCell[][], rows: readonly FoundCell[][]): void {
  if (headsAgain(table, rows) === 0) markEmpty(rows[0] ?? []);
}

/** Adds to a table the rows of the next page, of as many columns: heads that are printed again go. */
export function goOnWith(table: FoundCell[][], rows: FoundCell[][]): void {
  const [first, ...more] = rows.slice(headsAgain(table, rows));
  if (!first) return;
  if (continues(table, first)) {
    joinRow(table, first);
    table.push(...more);
    return;
  }
  const begun = withoutGoneOn(table, first);
  markEmpty(begun);
  table.push(begun, ...more);
}
