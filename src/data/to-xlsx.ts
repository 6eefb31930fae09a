import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { Table, TableCell } from './table.ts';
import { filters, hyperlinks, namesOf, printing } from './xlsx-features.ts';

/** The entries' time in every file, so that the same table gives the same bytes; ZIP begins in 1980. */
const ENTRY_TIME = new Date(1980, 0, 1);

const TONES = {
  inferred: { fontStyle: 'italic', textColor: '#7A4B00' },
  unsure: { fontStyle: 'italic', textColor: '#7A4B00', backgroundColor: '#FFF4DC' },
  open: { fontWeight: 'bold', textColor: '#9B1C1C', backgroundColor: '#FDECEA' },
} as const;

const HEAD = { fontWeight: 'bold', backgroundColor: '#F2EDE4', wrap: true, alignVertical: 'center' } as const;

const xlsxEscape = (char: string): string =>
  Array.from({ length: char.length }, (_, at) => char.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0'))
    .map((code) => `_x${code}_`)
    .join('');

/**
 * What the library drops without a word, and what Excel would take for an escape, as Excel's own escapes (ECMA-376,
 * ST_Xstring). It also looks texts up among the properties of an object, where those that every object has are lost.
 */
const xlsxText = (text: string): string =>
  text in Object.prototype
    ? xlsxEscape(text.charAt(0)) + text.slice(1)
    : text.replace(/_(?=x[0-9A-Fa-f]{4}_)|[[\p{Cc}\p{Noncharacter_Code_Point}\ufffd]--[\t\n]]/gv, xlsxEscape);

function cellOf({ text, link, tone }: TableCell): Cell {
  if (text === '') return null;
  return {
    type: String,
    value: xlsxText(text),
    format: '@',
    wrap: true,
    alignVertical: 'top',
    ...(link ? { textColor: '#0B57A4', textDecoration: { underline: true } } : {}),
    ...(tone ? TONES[tone] : {}),
  };
}

/**
 * Tables as an Excel workbook, a sheet each: head row and first column frozen, a filter on every
 * column, addresses as links, every value as text, values of each grade but the printed in a look of their own; one
 * that is to be printed is as wide as a page, its head on each.
 */
export async function toXlsx(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [
      columns.map((column) => ({ ...HEAD, type: String, value: column.name })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }));
  const options = {
    fontFamily: '等线',
    fontSize: 11,
    features: [filters(tables), hyperlinks(tables), printing(tables), namesOf(tables)],
  };
  const buffer = await writeExcelFile(sheets, options).toBuffer();
  return zipSync(unzipSync(new Uint8Array(buffer)), { mtime: ENTRY_TIME });
}
