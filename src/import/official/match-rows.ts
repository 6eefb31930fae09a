import { toNumeral } from '../../notice/numerals.ts';
import { NoticeError } from '../../notice/problem.ts';
import type { AnnexDocument } from './annex-document.ts';
import type { DocumentRow } from './annex-table.ts';

/** What the text says of a row, for its counterpart in the document to be found. */
export interface TextRow {
  id: string;
  text: string;
  section: { number: number; title: string };
}

const COMPARE =
  'Compare the document with the notice as issued: it may be of another notice or another edition. Remove it, or put the right one there.';
const AROUND = 12;

const bare = (text: string) => text.replace(/\s/gu, '');

/** Whether two texts are the same, spaces aside. */
export const same = (a: string, b: string): boolean => bare(a) === bare(b);

/** A text around the first character in which it differs from another. */
function around(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const from = Math.max(0, at - AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + AROUND)}${at + AROUND < text.length ? '…' : ''}`;
}

/** Why a row of the document is not the row of the text in its place. */
function mismatch({ file, rows }: AnnexDocument, texts: TextRow[], index: number): NoticeError {
  const text = texts[index];
  const row = rows[index];
  if (!text) {
    return new NoticeError(
      `${file} has ${rows.length} rows, the text ${texts.length}; row ${row?.row} is one too many: ${row?.task}`,
      COMPARE,
    );
  }
  const lost = `expected task ${text.id}: ${text.text}`;
  if (!row) return new NoticeError(`${file} ends behind row ${index}; ${lost}`, `The document lacks rows. ${COMPARE}`);
  const later = texts.findIndex((each, at) => at > index && same(each.text, row.task));
  if (later >= 0) {
    return new NoticeError(
      `row ${row.row} of ${file} is task ${texts[later]?.id}; ${lost}`,
      `The document lacks ${later - index === 1 ? 'a row' : `${later - index} rows`} before it. ${COMPARE}`,
    );
  }
  if (rows.some((each, at) => at > index && same(each.task, text.text))) {
    return new NoticeError(
      `row ${row.row} of ${file} is in no task of the text: ${row.task}`,
      `The document has a row more than the text. ${COMPARE}`,
    );
  }
  const [expected, found] = [bare(text.text), bare(row.task)];
  return new NoticeError(
    `row ${row.row} of ${file}, 具体工作, is not task ${text.id}: expected “${around(expected, found)}”, found “${around(found, expected)}”`,
    COMPARE,
  );
}

/**
 * Finds the row of each task: both hold the same tasks under the same headings in the same order.
 * An empty heading goes on with the one above it.
 *
 * @throws NoticeError at the first row that differs, with what was expected and found
 */
export function matchRows(document: AnnexDocument, texts: TextRow[]): Map<string, DocumentRow> {
  const matched = new Map<string, DocumentRow>();
  for (let index = 0; index < Math.max(texts.length, document.rows.length); index++) {
    const text = texts[index];
    const row = document.rows[index];
    if (!text || !row || !same(text.text, row.task)) throw mismatch(document, texts, index);
    const heading = `${toNumeral(text.section.number)}、${text.section.title}`;
    if (row.heading !== '' && !same(row.heading, heading)) {
      throw new NoticeError(
        `row ${row.row} of ${document.file}, 重点任务: expected “${heading}”, found “${row.heading}”`,
        COMPARE,
      );
    }
    matched.set(text.id, row);
  }
  return matched;
}
