import { CsvError, parse } from 'csv-parse/sync';
import { NoticeError } from '../../notice/problem.ts';
import type { ReadFile } from '../document.ts';
import { readSeed } from '../seed.ts';
import { LineWriter } from './line-writer.ts';

const DELIMITERS = [',', ';', '\t'];

/** The delimiter that the first lines hold most of. */
function delimiterOf(text: string): string {
  const first = text.split('\n', 10).join('\n');
  const count = (delimiter: string) => first.split(delimiter).length;
  return DELIMITERS.reduce((a, b) => (count(b) > count(a) ? b : a));
}

/**
 * Reads a table of comma-separated values, UTF-8 or GB18030.
 * @throws NoticeError on a quote that is never closed or stands where none may, or rows of different lengths
 */
export function readCsv(name: string, sha256: string, bytes: Uint8Array): ReadFile {
  const seed = readSeed(name, bytes);
  // The line that tells a spreadsheet program what parts the cells.
  const [said = '', sign] = /^sep=(.)\r?\n/u.exec(seed.text) ?? [];
  const text = seed.text.slice(said.length);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: sign ?? delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw broken(name, text, error);
  }
  // A title, a group or a note may stand alone on its line.
  const rows = records.filter(({ record }) => record.length > 1);
  const width = rows[0]?.record.length ?? 1;
  const odd = rows.find(({ record }) => record.length !== width);
  if (odd) {
    const line = odd.info.lines + (said === '' ? 0 : 1);
    throw new NoticeError(
      `a row has ${odd.record.length} cells, and the head ${width}`,
      'A cell that holds a comma must stand in quotes. Mend the row in the spreadsheet, and save it once more.',
      { file: name, line, column: 1, excerpt: seed.text.split('\n')[line - 1] ?? '' },
    );
  }
  const writer = new LineWriter();
  writer.table(
    records.map(({ record }) =>
      record.map((cell) => ({ paragraphs: cell.split('\n'), columns: record.length === 1 ? width : 1 })),
    ),
  );
  return { name, kind: 'csv', sha256, lines: writer.lines, blocks: writer.blocks, notes: seed.notes };
}

/** The first quote of a text that opens a cell and is never closed, as a 1-based line. */
function openingQuote(text: string): number {
  const lines = text.split('\n');
  return lines.findIndex((line) => line.split('"').length % 2 === 0) + 1;
}

function broken(name: string, text: string, error: CsvError): NoticeError {
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_INVALID_CLOSING_QUOTE';
  const line = unclosed ? openingQuote(text) : Number((error as unknown as { lines?: number }).lines ?? 1);
  const excerpt = text.split('\n')[line - 1] ?? '';
  return new NoticeError(
    unclosed
      ? `a quote that opens in line ${line} is not closed where its cell ends: the rows behind it would become one cell`
      : `the table of values cannot be read: ${error.message}`,
    'Close the quote (") at the end of that cell, or save the table from the spreadsheet once more.',
    { file: name, line: Math.max(1, line), column: Math.max(1, excerpt.indexOf('"') + 1), excerpt },
  );
}
