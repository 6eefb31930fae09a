import type { ColumnWords } from '../column-words.ts';
import { type Block, cellText, type GridCell, type Table } from '../document.ts';
import { OVER_PAGE } from '../sources/pdf-rows.ts';
import { type Chars, join } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';
import { mayGoOn } from '../units/name-list.ts';
import { type Columns, findColumns, isDuty } from './find-columns.ts';

/** What says above a table that it goes on. */
const GOES_ON = /^[（(]?(?:续(?:上|前)?表|(?:上|前)表续|接上表)[^。]{0,12}$/u;
const CUT = '分在两行或两张表里的文字';
/** The mark of a cell whose last name in one table may go on with the first in the next: 县公安局 and 交警大队. */
export const ONE_OR_TWO = '分在两张表里、不知是一个名称还是两个的文字';
/** What ends words, and names or a time, that are whole. */
const WORDS_END = /[。；;]$/u;
const NAMES_END = /(?:[局委厅办部室会府处科股站所院]|中心|公司|大队)$|^[—－-]+$|[前底末内]$/u;

/** Whether a row of a table without heads of its own looks like heads of another. */
export const looksLikeHeads = (row: GridCell[], words: ColumnWords): boolean =>
  row.every((cell) => /^[^\d、，。；]{1,8}$/u.test(cellText(cell))) &&
  row.some((cell) => words.useOf(cellText(cell)) !== undefined);

/**
 * How many heads a second table says again where it goes on with the columns of the one before; undefined where it is a
 * table of its own.
 *
 * @param own the second one's columns, where it has heads
 */
function headsAgain(columns: Columns, table: Table, own: Columns | undefined, words: ColumnWords): number | undefined {
  const [first = []] = table.rows;
  if (first.length !== columns.uses.length || new Set(first).size === 1) return undefined;
  if (!own) return looksLikeHeads(first, words) ? undefined : 0;
  return own.head === 0 && own.names.join('|') === columns.names.join('|') ? 1 : undefined;
}

/** Whether a row is the rest of the one above it: it has no number where each has its own, or no task and no time of its own. */
function isRest(row: GridCell[], above: GridCell[][], { uses, names }: Columns): boolean {
  const filled = [...new Set(row)].filter((cell) => cellText(cell) !== '');
  const [only] = filled;
  if (!only || (filled.length === 1 && (only.columns > 1 || labelOf(cellText(only)) !== undefined))) return false;
  const at = uses.indexOf('number');
  const isTask = (column: number) => uses[column] === 'task' || uses[column] === 'detail';
  const due = uses.indexOf('deadline');
  const isDue = cellText(row[due]) !== '' && NAMES_END.test(cellText(above.at(-1)?.[due]));
  const noTask = !isDue && row.every((cell, column) => !isTask(column) || cellText(cell) === '');
  if (at < 0) return noTask;
  if (cellText(row[at]) !== '') return false;
  const rows = above.filter((each) => new Set(each).size > 1 && cellText(each[at]) !== names[at]);
  const numbered = rows.every((each) => /\d/u.test(cellText(each[at])) && each[at]?.rows === 1);
  return noTask || (numbered && rows.length > 0);
}

/**
 * The paragraphs of a cell that a page's end cut in two: the pieces are one, unless the first ends as what is whole does.
 * @param ends what a whole piece ends with
 */
function joined(above: Chars[], below: Chars[], ends: RegExp): Chars[] {
  const [first, ...more] = below;
  const end = above.at(-1);
  if (!first || !end) return [...above, ...below];
  const apart = ends.test(end.text) && !/^[、，,；;）)]/u.test(first.text);
  return [...above.slice(0, -1), ...(apart ? [end, first] : [join([end, first])]), ...more];
}

/** Joins the rest of a row to the row, in every row that its cells reach over. */
function joinRest(uses: Columns['uses'], rows: GridCell[][], rest: GridCell[], below: GridCell[][]): void {
  const last = rows.at(-1) ?? [];
  for (const [column, cell] of rest.entries()) {
    if (rest.indexOf(cell) !== column || cellText(cell) === '') continue;
    const above = last[column] as GridCell;
    const use = uses[column] ?? 'other';
    const paragraphs = joined(above.paragraphs, cell.paragraphs, isDuty(use) ? NAMES_END : WORDS_END);
    const isApart =
      paragraphs.length === above.paragraphs.length + cell.paragraphs.length && above.paragraphs.length > 0;
    const goesOn = isDuty(use) && use !== 'deadline' && isApart && mayGoOn(cell.paragraphs[0]?.text ?? '');
    const whole = {
      ...above,
      paragraphs,
      marks: [...new Set([...above.marks, ...cell.marks, goesOn ? ONE_OR_TWO : CUT])],
    };
    for (const row of [...rows, ...below])
      for (const [at, each] of row.entries()) if (each === above || each === cell) row[at] = whole;
  }
}

/** The rows of a table with those of one that goes on with it. */
function joinRows(table: Table, next: Table, columns: Columns, skip: number): Table {
  const rows = table.rows.map((row) => [...row]);
  const heads = next.rows.slice(0, skip);
  const [first = [], ...more] = next.rows.slice(skip).map((row) => [...row]);
  const last = rows.at(-1) ?? [];
  const isRow = rows.length > columns.head + 1 && new Set(last).size > 1;
  if (isRow && isRest(first, rows.slice(columns.head + 1), columns)) joinRest(columns.uses, rows, first, more);
  else {
    const names = (use: string, column: number) =>
      (use === 'lead' || use === 'responsible') && cellText(first[column]) !== '';
    // Without a unit it may be one row with the last, or have its unit from there.
    if (new Set(first).size > 1 && !columns.uses.some(names))
      for (const [column, use] of columns.uses.entries()) {
        const cell = first[column];
        if (cell && isDuty(use) && use !== 'support' && cellText(cell) === '') cell.marks = [...cell.marks, OVER_PAGE];
      }
    more.unshift(first);
  }
  return { ...table, lastLine: next.lastLine, rows: [...rows, ...heads, ...more] };
}

/** What ends a cell that goes on. */
const GOES_ON_BELOW = /[，、,]$/u;
/** 2024年6 above 月底前. */
const TIME_GOES_ON = /\d\|[年月日]/u;
/** Whether a cell of names and the one below it hold the halves of one. */
type IsCut = (above: string, below: string) => boolean;
/** What begins amid a sentence or a list. */
const BEGINS_AMID = /^[，、,；。）]/u;

/**
 * The rows of a table whose cells may be cut over several, as a page's end leaves them in what a PDF was made into: a row
 * without a number, where each has its own, is the rest of one that ends amid its words, names or time.
 */
function joinCut(table: Table, columns: Columns, isCut: IsCut): Table {
  if (/\.pdf$/iu.test(table.file) || !columns.uses.includes('number')) return table;
  const rows: GridCell[][] = [];
  for (const row of table.rows.map((each) => [...each])) {
    const above = rows.at(-1) ?? [];
    const isOpen = above.some((cell, column) => {
      const [text, below, use = 'other'] = [cellText(cell), cellText(row[column]), columns.uses[column]];
      if (use === 'other') return false;
      if (GOES_ON_BELOW.test(text) ? below !== '' : BEGINS_AMID.test(below)) return true;
      return use === 'deadline' ? TIME_GOES_ON.test(`${text}|${below}`) : isDuty(use) && isCut(text, below);
    });
    if (isOpen && rows.length > columns.head + 1 && isRest(row, rows.slice(columns.head + 1), columns))
      joinRest(columns.uses, rows, row, []);
    else rows.push(row);
  }
  return { ...table, rows };
}

/**
 * Tables that only the end of a page parts, as one: the second has the columns of the first, with its heads again or
 * without any, and nothing stands between them.
 *
 * @param isCut whether the last name of a cell and the first of the one below it are the halves of one
 */
export function joinContinued(blocks: Block[], words: ColumnWords, isCut: IsCut): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      found.push(block);
      continue;
    }
    const own = findColumns(block, words);
    const between = found.at(-1);
    const isNote = between?.kind === 'paragraph' && GOES_ON.test(between.chars.text);
    const at = found.length - (isNote ? 2 : 1);
    const before = found[at];
    const columns = before?.kind === 'table' ? findColumns(before, words) : undefined;
    const heads = columns && headsAgain(columns, block, own, words);
    if (before?.kind === 'table' && columns && heads !== undefined) found[at] = joinRows(before, block, columns, heads);
    else found.push(own ? joinCut(block, own, isCut) : block);
  }
  return found;
}
