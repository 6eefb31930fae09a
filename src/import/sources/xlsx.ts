import type { Element, Nodes } from 'xast';
import { NoticeError } from '../../notice/problem.ts';
import type { ReadFile } from '../document.ts';
import { readArchive } from './archive.ts';
import { type FoundCell, LineWriter, MAX_COLUMNS } from './line-writer.ts';
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

/** Text of a string item, phonetic readings (拼音) left out. */
function stringOf(item: Element): string {
  return children(item)
    .filter(({ name }) => name !== 'rPh')
    .map((each) => (each.name === 'r' ? children(each, 't').map(allText).join('') : allText(each)))
    .join('');
}

/** Formats of dates that a workbook has without naming them, as a Chinese program shows them (ECMA-376 part 1, 18.8.30). */
const DATE_FORMATS: Record<number, string> = {
  14: 'yyyy/m/d',
  ...Object.fromEntries([27, 50, 52, 57].map((id) => [id, 'yyyy年m月'])),
  ...Object.fromEntries([28, 29, 51, 53, 54, 58].map((id) => [id, 'm月d日'])),
  31: 'yyyy年m月d日',
};

/** The format of each cell style that shows a number as a date; empty where how it shows it is not known. */
function dateStyles(styles: Nodes | undefined): Map<number, string> {
  const root = child(styles, 'styleSheet');
  const named = new Map(
    children(child(root, 'numFmts'), 'numFmt').map((format) => [
      Number(format.attributes['numFmtId']),
      (format.attributes['formatCode'] ?? '').replace(/\[[^\]]*\]|["\\]|;.*$/gu, ''),
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

/** A number of days as a format of year, month and day shows it; `undefined` for any other format. */
function dateText(days: number, format: string, from1904: boolean): string | undefined {
  const rest = format.replace(/y{1,4}|m{1,2}|d{1,2}/giu, '');
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
  strings: string[];
  dates: Map<number, string>;
  from1904: boolean;
}

/** The rows of a sheet; a merged cell reaches over its range. */
function rowsOf(
  sheet: Nodes | undefined,
  { strings, dates, from1904 }: Workbook,
): { rows: FoundCell[][]; hidden: number[] } {
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
      const text =
        type === 's'
          ? (strings[Number(value)] ?? '')
          : type === 'inlineStr'
            ? stringOf(child(cell, 'is') as Element)
            : value;
      const format = type === undefined && value !== '' ? dates.get(Number(cell.attributes['s'] ?? 0)) : undefined;
      const shown = format === undefined ? text : (dateText(Number(value), format, from1904) ?? text);
      cells.set(column, {
        paragraphs: shown.split(/\r?\n/u).filter((line) => line.trim() !== ''),
        ...(format === undefined ? {} : { marks: [`存为日期的数值${value}`] }),
      });
      if (text.trim() !== '') width = Math.max(width, column + 1);
    }
  }
  const rows = [...found.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) =>
      Array.from({ length: width }, (_, column) => column).flatMap((column): FoundCell[] => {
        if (covered.has(`${row}/${column}`)) return [];
        return [{ paragraphs: [], ...cells.get(column), ...merged.get(`${row}/${column}`) }];
      }),
    );
  return { rows, hidden };
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
  const workbook = { strings, dates: dateStyles(part('xl/styles.xml')), from1904 };
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
    const { rows, hidden } = rowsOf(part(targets.get(attributes['r:id'] ?? '') ?? ''), workbook);
    if (hidden.length > 0)
      notes.push(`the hidden rows ${hidden.join(', ')} of the sheet ${attributes['name']} of ${name} are left out`);
    if (rows.some((row) => row.some(({ paragraphs }) => paragraphs.length > 0))) writer.table(rows);
  }
  if (writer.blocks.length === 0)
    throw new NoticeError(`${name} holds no table`, 'Put the annex there as its only sheet.');
  return { name, kind: 'xlsx', sha256, lines: writer.lines, blocks: writer.blocks, notes };
}
