import type { Table } from './table.ts';

/** What makes a spreadsheet read a field as a formula, full-width forms and blanks before it included. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** What a spreadsheet rewrites as a date, a time or a rounded number; a plain small number stays what it is. */
const REWRITTEN = /^\s*(?!(?:0|[1-9]\d{0,14})$)[\d０-９][\d０-９\s.,:/\-－年月日时分秒eE]*$/u;

/**
 * A table as CSV (RFC 4180) that Excel and WPS open with Chinese intact: UTF-8 with a byte order mark,
 * CRLF, every field quoted. A field that a spreadsheet would run as a formula (OWASP, CSV Injection)
 * or rewrite as a date or number gets an apostrophe in front.
 */
export function toCsv({ columns, rows }: Table): string {
  const records = [columns.map(({ name }) => name), ...rows.map((row) => row.map(({ text }) => text))];
  return `\uFEFF${records.map((record) => `${record.map(field).join(',')}\r\n`).join('')}`;
}

const field = (text: string) =>
  `"${(FORMULA.test(text) || REWRITTEN.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
