import type { Element, Nodes } from 'xast';
import { NoticeError } from '../../notice/problem.ts';
import type { ReadFile } from '../document.ts';
import { struckOut } from '../hidden-letters.ts';
import { readArchive } from './archive.ts';
import { type FoundCell, LineWriter, MAX_COLUMNS } from './line-writer.ts';
import { raised } from './raised.ts';
import { allText, child, children, parseXml } from './xml.ts';

/** A place in a sheet, 0-based. */
interface Place {
  row: number;
  column: number;
}

/** `B12` as row 11, column 1. */
function placeOf(reference: string): Place | undefined {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** 2024.1, a number that may have been 2024.10: a cell that holds it as a number does not tell. */
const SHORT_YEAR = /^20\d{2}\.1$/u;
export const LOST_ZERO = '存为数值，也可能是';

/** A text of a cell; what of it is struck out stands apart. */
interface CellString {
  text: string;
  struck: string;
}

const isStruck = (properties: Element | undefined) => {
  const strike = child(properties, 'strike');
  return strike !== undefined && !['0', 'false'].includes(strike.attributes['val'] ?? '');
};

/** A text of a workbook, which writes a character that XML has no place for by its number (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string) =>
  text
    .replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, '\n');

/** Text of a string item, phonetic readings (拼音) left out. */
function stringOf(item: Element): CellString {
  const found: CellString = { text: '', struck: '' };
  for (const each of children(item)) {
    if (each.name === 'rPh') continue;
    const text = unescaped(each.name === 'r' ? children(each, 't').map(allText).join('') : allText(each));
    const [, place] = /^(super|sub)/u.exec(child(each, 'rPr', 'vertAlign')?.attributes['val'] ?? '') ?? [];
    found[each.name === 'r' && isStruck(child(each, 'rPr')) ? 'struck' : 'text'] += place
      ? raised(text, place === 'super' ? 'high' : 'low')
      : text;
  }
  return found;
}

/** The long date of a Chinese system, which a format may leave to it. */
const LONG_DATE = 'yyyy年m月d日';
/** Formats of dates that a workbook has without naming them, as a Chinese program shows them (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS: Record<number, string> = {
  14: 'yyyy/m/d',
  ...Object.fromEntries([27, 50, 52, 57].map((id) => [id, 'yyyy年m月'])),
  ...Object.fromEntries([28, 29, 51, 53, 54, 58].map((id) => [id, 'm月d日'])),
  31: LONG_DATE,
};

/** The format of each cell style that shows a number as a date; empty where how it shows it is not known. */
function dateStyles(styles: Nodes | undefined): Map<number, string> {
  const root = child(styles, 'styleSheet');
  const named = new Map(
    children(child(root, 'numFmts'), 'numFmt').map((format) => [
      Number(format.attributes['numFmtId']),
      (format.attributes['formatCode'] ?? '')
        .replace(/^\[\$-F800\].*$/iu, LONG_DATE)
        .replace(/\[[^\]]*\]|["\\]|;.*$/gu, ''),
    ]),
  );
  const formatOf = (id: number): string | undefined => {
    const format = DATE_FORMATS[id] ?? named.get(id);
    if (format !== undefined) return /[ymd]/iu.test(format) ? format : undefined;
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? '' : undefined;
  };
  return new Map(
    children(child(root, 'cellXfs'), 'xf').flatMap(({ attributes }, index): [number, string][] => {
      const format = formatOf(Number(attributes['numFmtId'] ?? 0));
      return format === undefined ? [] : [[index, format]];
    }),
  );
}

/** Formats of numbers that a workbook has without naming them. */
const NUMBER_FORMATS: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
};

/** How a format shows a number: with fixed decimals, with its thousands parted, or as a percentage. */
function showBy(code: string): ((value: number) => string) | undefined {
  const [shown, grouped, decimals = '', percent] = /^(#,##)?0(?:\.(0+))?(?:_ ?)?(%)?(?=;|$)/u.exec(code) ?? [];
  if (shown === undefined) return undefined;
  const { length } = decimals;
  if (percent) return (value) => `${(value * 100).toFixed(length)}%`;
  const digits = { minimumFractionDigits: length, maximumFractionDigits: length };
  return grouped ? (value) => value.toLocaleString('en-US', digits) : (value) => value.toFixed(length);
}

/** A number as a cell without a format shows it: a sum of 0.1 and 0.2 is 0.3 there. */
const showPlain = (value: number): string => String(Number(value.toPrecision(15)));

/** The cell styles whose font is struck out, and how those show a number that say it. */
function otherStyles(styles: Nodes | undefined): Pick<Workbook, 'struck' | 'numbers'> {
  const root = child(styles, 'styleSheet');
  const fonts = children(child(root, 'fonts'), 'font').map(isStruck);
  const codes = new Map(
    children(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  const found: Pick<Workbook, 'struck' | 'numbers'> = { struck: new Set(), numbers: new Map() };
  for (const [index, { attributes }] of children(child(root, 'cellXfs'), 'xf').entries()) {
    if (fonts[Number(attributes['fontId'] ?? 0)]) found.struck.add(index);
    const id = Number(attributes['numFmtId'] ?? 0);
    const show = showBy(NUMBER_FORMATS[id] ?? codes.get(id) ?? '');
    if (show) found.numbers.set(index, show);
  }
  return found;
}

/** A number of days as a format of year, month and day shows it; `undefined` for any other format. */
function dateText(days: number, format: string, from1904: boolean): string | undefined {
  const rest = format.replace(/y+|m{1,2}(?!m)|d{1,2}(?!d)/giu, '');
  if (format === '' || !Number.isInteger(days) || days < 61 || /[a-z]/iu.test(rest)) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30 + days + (from1904 ? 1462 : 0)));
  const parts: Record<string, number> = { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
  return format.replace(/y{1,4}|m{1,2}|d{1,2}/giu, (sign) => {
    const value = String(parts[sign[0]?.toLowerCase() ?? ''] ?? '');
    return sign.length === 2 ? value.slice(-2).padStart(2, '0') : value;
  });
}

/** What a sheet is read with. */
interface Workbook {
  strings: CellString[];
  dates: Map<number, string>;
  struck: Set<number>;
  numbers: Map<number, (value: number) => string>;
  from1904: boolean;
}

/** The rows of a sheet; a merged cell reaches over its range. */
function rowsOf(
  sheet: Nodes | undefined,
  { strings, dates, struck, numbers, from1904 }: Workbook,
): { rows: FoundCell[][]; hidden: number[]; hiddenColumns: number } {
  const root = child(sheet, 'worksheet');
  const merged = new Map<string, { rows: number; columns: number }>();
  const covered = new Set<string>();
  for (const { attributes } of children(child(root, 'mergeCells'), 'mergeCell')) {
    const [from, to] = (attributes['ref'] ?? '').split(':').map(placeOf);
    if (!from || !to) continue;
    const [rows, columns] = [to.row - from.row + 1, Math.min(to.column - from.column + 1, MAX_COLUMNS)];
    merged.set(`${from.row}/${from.column}`, { rows, columns });
    for (let row = from.row; row < from.row + Math.min(rows, 5000); row++)
      for (let column = from.column; column < from.column + columns; column++)
        if (row !== from.row || column !== from.column) covered.add(`${row}/${column}`);
  }
  const found = new Map<number, Map<number, FoundCell>>();
  let width = 0;
  let previousRow = -1;
  const hidden: number[] = [];
  for (const each of children(child(root, 'sheetData'), 'row')) {
    const row = Number(each.attributes['r'] ?? previousRow + 2) - 1;
    previousRow = row;
    if (['1', 'true'].includes(each.attributes['hidden'] ?? '')) {
      hidden.push(row + 1);
      continue;
    }
    const cells = new Map<number, FoundCell>();
    found.set(row, cells);
    for (const [index, cell] of children(each, 'c').entries()) {
      const column = placeOf(cell.attributes['r'] ?? '')?.column ?? index;
      if (column >= MAX_COLUMNS) continue;
      const value = allText(child(cell, 'v') ?? { type: 'text', value: '' });
      const type = cell.attributes['t'];
      const whole =
        type === 's'
          ? (strings[Number(value)] ?? { text: '', struck: '' })
          : type === 'inlineStr'
            ? stringOf(child(cell, 'is') as Element)
            : { text: unescaped(value), struck: '' };
      const style = Number(cell.attributes['s'] ?? 0);
      const gone = struck.has(style) ? whole.struck + whole.text : whole.struck;
      const text = struck.has(style) ? '' : whole.text;
      const isNumber = (type === undefined || type === 'n') && value !== '';
      const format = isNumber ? dates.get(style) : undefined;
      let shown = text;
      if (text !== '' && format !== undefined) shown = dateText(Number(value), format, from1904) ?? text;
      else if (text !== '' && isNumber) shown = (numbers.get(style) ?? showPlain)(Number(value));
      const marks = [
        ...(isNumber && format === undefined && SHORT_YEAR.test(shown) ? [`${LOST_ZERO}${shown}0`] : []),
        ...(format === undefined ? [] : [`存为日期的数值${value}`]),
        ...(gone.trim() === '' ? [] : [struckOut(gone.trim())]),
      ];
      cells.set(column, {
        paragraphs: shown.split('\n').filter((line) => line.trim() !== ''),
        ...(marks.length > 0 ? { marks } : {}),
      });
      if (text.trim() !== '') width = Math.max(width, column + 1);
    }
  }
  const unseen = new Set<number>();
  for (const { attributes } of children(child(root, 'cols'), 'col')) {
    if (!['1', 'true'].includes(attributes['hidden'] ?? '')) continue;
    for (let at = Number(attributes['min']) - 1; at < Math.min(Number(attributes['max']), width); at++) unseen.add(at);
  }
  const rows = [...found.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) =>
      Array.from({ length: width }, (_, column) => column).flatMap((column): FoundCell[] => {
        if (covered.has(`${row}/${column}`) || unseen.has(column)) return [];
        const merge = merged.get(`${row}/${column}`);
        const gone = [...unseen].filter((at) => at > column && at < column + (merge?.columns ?? 1)).length;
        return [
          { paragraphs: [], ...cells.get(column), ...(merge ? { ...merge, columns: merge.columns - gone } : {}) },
        ];
      }),
    );
  return { rows, hidden, hiddenColumns: unseen.size };
}

/**
 * Reads the sheets of a workbook, a table each; hidden rows and sheets are left out.
 * @throws NoticeError when it is no workbook, locked, damaged, oversized or empty
 */
export function readXlsx(name: string, sha256: string, bytes: Uint8Array): ReadFile {
  const parts = readArchive(name, bytes, 'xl/');
  const part = (path: string) => {
    const content = parts.get(path);
    return content ? parseXml(name, path, content) : undefined;
  };
  const strings = children(child(part('xl/sharedStrings.xml'), 'sst'), 'si').map(stringOf);
  const book = child(part('xl/workbook.xml'), 'workbook');
  const from1904 = ['1', 'true'].includes(child(book, 'workbookPr')?.attributes['date1904'] ?? '');
  const styles = part('xl/styles.xml');
  const workbook = { strings, dates: dateStyles(styles), ...otherStyles(styles), from1904 };
  const targets = new Map(
    children(child(part('xl/_rels/workbook.xml.rels'), 'Relationships'), 'Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      (attributes['Target'] ?? '').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ]),
  );
  const writer = new LineWriter();
  const notes: string[] = [];
  for (const { attributes } of children(child(book, 'sheets'), 'sheet')) {
    if (attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden') {
      notes.push(`the hidden sheet ${attributes['name']} of ${name} is left out`);
      continue;
    }
    const { rows, hidden, hiddenColumns } = rowsOf(part(targets.get(attributes['r:id'] ?? '') ?? ''), workbook);
    if (hidden.length > 0)
      notes.push(`the hidden rows ${hidden.join(', ')} of the sheet ${attributes['name']} of ${name} are left out`);
    if (hiddenColumns > 0)
      notes.push(`${hiddenColumns} hidden columns of the sheet ${attributes['name']} of ${name} are left out`);
    if (rows.some((row) => row.some(({ paragraphs }) => paragraphs.length > 0))) writer.table(rows);
  }
  if (writer.blocks.length === 0)
    throw new NoticeError(`${name} holds no table`, 'Put the annex there as its only sheet.');
  return { name, kind: 'xlsx', sha256, lines: writer.lines, blocks: writer.blocks, notes };
}
