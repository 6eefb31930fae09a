import { strToU8, type Zippable, zipSync } from 'fflate';
import { ANNEX_HEADS } from '../../notice/columns.ts';
import type { Cell } from '../../notice/model.ts';
import { toNumeral } from '../../notice/numerals.ts';
import type { ImportedNotice } from '../flattened/import-notice.ts';
import { importSeed, pageRulings, rulingsText, seedBytes, seedLines } from '../flattened/seed-testing.ts';
import { readDocument } from './annex-document.ts';
import type { DocumentRow } from './annex-table.ts';

/** What tests of documents share: Word documents of their own making, and a table that fits the real notice. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** The parts of a Word document with a body. */
const partsOf = (body: string): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/></Types>`,
  ),
  '_rels/.rels': strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
});

/** A Word document with a body, and with further parts; the same parts give the same bytes. */
export const docx = (body: string, more: Zippable = {}): Uint8Array =>
  zipSync({ ...partsOf(body), ...more }, { mtime: new Date(2022, 2, 21) });

type Merge = 'restart' | 'continue' | undefined;

/** A cell whose text is cut over paragraphs and runs, with stray spaces, as people type. */
function cell(text: string, merge: Merge): string {
  const middle = text.length >> 1;
  const pieces = [text.slice(0, middle), text.slice(middle)].map(paragraph);
  const content = merge === 'continue' ? '<w:p/>' : pieces.join('');
  return `<w:tc><w:tcPr>${merge ? `<w:vMerge w:val="${merge}"/>` : ''}</w:tcPr>${content}</w:tc>`;
}

/** Cells of one column that say the same one below the other are merged into one. */
function mergeOf(texts: string[], index: number): Merge {
  if (texts[index] === texts[index - 1]) return 'continue';
  return texts[index] === texts[index + 1] ? 'restart' : undefined;
}

/** The annex as a Word table: head row, headings and equal leads merged. */
export function annexTable(rows: DocumentRow[], heads: readonly string[] = ANNEX_HEADS): string {
  const columns = (['heading', 'task', 'lead', 'support', 'deadline'] as const).map((key) =>
    rows.map((row) => row[key]),
  );
  const body = rows.map((_, row) => {
    const cells = columns.map((texts, column) =>
      cell(texts[row] ?? '', column === 0 || column === 2 ? mergeOf(texts, row) : undefined),
    );
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const head = heads.map((text) => cell(text, undefined)).join('');
  return `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${head}</w:tr>${body.join('')}</w:tbl>`;
}

/** The whole notice: the body's lines as paragraphs, then the annex. */
export const noticeBody = (rows: DocumentRow[]): string =>
  `${seedLines.slice(0, 34).map(paragraph).join('')}${annexTable(rows)}`;

/** Reads a document as the import does. */
const read = (bytes: Uint8Array, file = '通知.docx') => readDocument({ file, sha256: 'ab'.repeat(32), bytes });

/** Imports the real notice with a document beside it. */
export async function importWith(bytes: Uint8Array, rulings = pageRulings): Promise<ImportedNotice> {
  return importSeed(seedBytes, rulings, await read(bytes));
}

/** What a dropped cell says in {@link faithfulRows}; the support column's is also printed elsewhere, the other nowhere. */
export const DROPPED = { support: '——', deadline: '2023年1月前' };

/** Gives each row a printed cell or what was dropped, such that every printed cell has its row, in order. */
function place(cells: Cell[], printed: string[], dropped: string): string[] | undefined {
  const [cell, ...rest] = cells;
  if (!cell) return printed.length === 0 ? [] : undefined;
  const [next, ...others] = printed;
  const may = cell.text === null ? (cell.candidates ?? []) : [cell.text];
  if (next !== undefined && may.includes(next)) {
    const placed = place(rest, others, dropped);
    if (placed) return [next, ...placed];
  }
  const placed = cell.mayBeMissing || may.includes(dropped) ? place(rest, printed, dropped) : undefined;
  return placed && [dropped, ...placed];
}

/** A table that fits the real notice to the last printed cell; what the text dropped is made up. */
export function faithfulRows(): DocumentRow[] {
  const { tasks, sections, account } = importSeed(seedBytes, rulingsText);
  const column = (key: 'support' | 'deadline') =>
    account.blocks.flatMap(({ rows, wholeRows }) => {
      const on = tasks.filter(({ id }) => rows.includes(id));
      const loose = on.filter(({ id }) => !wholeRows.includes(id));
      const ids = new Set(loose.map(({ id }) => id));
      const displaced = key === 'support' ? account.blocks.find((block) => block.rows === rows)?.displaced : [];
      const runs = account.runs.filter(
        ({ owner, line }) =>
          owner.endsWith(` ${key}`) &&
          owner
            .slice(0, owner.indexOf(' '))
            .split('|')
            .every((id) => ids.has(id)) &&
          !displaced?.some((each) => each.line === line),
      );
      const printed = runs.map(({ line, from, to }) =>
        (seedLines[line - 1] ?? '').slice(from - 1, to).replace(/\s/g, ''),
      );
      const texts = place(
        loose.map((task) => task[key]),
        printed,
        DROPPED[key],
      );
      if (!texts) throw new Error(`no table fits the ${key} column of ${rows[0]} to ${rows.at(-1)}`);
      return on.map((task) => (ids.has(task.id) ? (texts.shift() ?? '') : (task[key].text ?? '')));
    });
  const [supports, deadlines] = [column('support'), column('deadline')];
  return tasks.map(({ section, text, lead }, index) => ({
    row: index + 1,
    heading: `${toNumeral(section)}、${sections.find(({ number }) => number === section)?.title}`,
    task: text,
    lead: lead.text ?? '',
    support: supports[index] ?? '',
    deadline: deadlines[index] ?? '',
  }));
}
