/** The exported tables as another program reads them: LibreOffice, without a window. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadNotices } from '../load.ts';
import { noticeDocument, unitDocument } from './documents.ts';
import { addressUnder } from './file-address.ts';
import type { Table } from './table.ts';
import { toCsv } from './to-csv.ts';
import { toDocx } from './to-docx.ts';
import { toXlsx } from './to-xlsx.ts';
import { noticeTables, unitTables } from './workbooks.ts';

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const office = hasOffice();
if (!office) console.warn('skipped: LibreOffice (soffice) is not installed, so no other program read CSV and XLSX');

/** Fields of the CSV that LibreOffice writes: comma, quotes where needed, LF. */
function fieldsOf(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gu)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\n') records.push([]);
  }
  return records.slice(0, -1);
}

/** Has LibreOffice, which takes longer to start than to read, write files of a folder in another format, into a folder beside them. */
function converted(folder: string, files: string[], format: string, options: string[] = []): string {
  const out = mkdtempSync(join(folder, 'out-'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const from = files.map((file) => join(folder, file));
  execFileSync('soffice', [profile, '--headless', ...options, '--convert-to', format, '--outdir', out, ...from], {
    stdio: 'ignore',
  });
  return out;
}

/** Opens files as a Chinese Excel would, dates recognised, and gives the rows of every sheet, by the name of file and sheet. */
function opened(folder: string, files: string[], options: string[] = []): Map<string, string[][]> {
  const format = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true,false,false,false,-1';
  const out = converted(folder, files, format, options);
  const read = (name: string) => fieldsOf(readFileSync(join(out, name), 'utf8').replace(/^\uFEFF/u, ''));
  return new Map(readdirSync(out).map((name) => [name, read(name)]));
}

const textsOf = ({ columns, rows }: Table) => [
  columns.map(({ name }) => name),
  ...rows.map((row) => row.map(({ text }) => text)),
];

describe.runIf(office)('LibreOffice reads', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'exports-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const address = addressUnder(new URL('https://www.example.gov.cn'));
  const notices = loadNotices();
  const [notice] = notices;
  const unit = notice?.units.find(({ leads }) => leads.length > 0);
  if (!notice || !unit) throw new Error('no unit leads a task');

  test('every cell of the CSV of each notice as it was written', () => {
    const tables = notices.map((each) => noticeTables(each, address).tasks);
    const files = notices.map(({ id }) => `${id}.csv`);
    tables.forEach((table, at) => {
      writeFileSync(join(folder, files[at] ?? ''), toCsv(table));
    });
    const sheets = opened(folder, files, ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true']);
    expect([...sheets.values()]).toEqual(tables.map(textsOf));
    expect(tables.map(({ rows }) => rows.length)).toEqual(notices.map(({ tasks }) => tasks.length));
  });

  test('every cell of every sheet of the XLSX of each notice and of a unit as it was written', async () => {
    const books = new Map([
      ...notices.map((each) => [each.id, noticeTables(each, address)] as const),
      ['unit', unitTables(unit, notices, address)] as const,
    ]);
    for (const [name, { byMonth, tasks, units }] of books)
      writeFileSync(join(folder, `${name}.xlsx`), await toXlsx([byMonth, tasks, units]));
    const sheets = opened(
      folder,
      [...books.keys()].map((name) => `${name}.xlsx`),
    );
    expect(Object.fromEntries(sheets)).toEqual(
      Object.fromEntries(
        [...books].flatMap(([name, { byMonth, tasks, units }]) => [
          [`${name}-按月.csv`, textsOf(byMonth)],
          [`${name}-任务.csv`, textsOf(tasks)],
          [`${name}-单位.csv`, textsOf(units)],
        ]),
      ),
    );
  });

  test('links and filters of the XLSX', async () => {
    const { tasks } = noticeTables(notice, address);
    writeFileSync(join(folder, 'links.xlsx'), await toXlsx([tasks]));
    const sheet = readFileSync(join(converted(folder, ['links.xlsx'], 'fods'), 'links.fods'), 'utf8');
    expect(new Set([...sheet.matchAll(/xlink:href="([^"]+\/task\/[^"]+)"/gu)].map(([, href]) => href))).toEqual(
      new Set(notice.tasks.map(({ id }) => `https://www.example.gov.cn/${notice.id}/task/${id}/`)),
    );
    expect(/<table:database-range [^>]*>/u.exec(sheet)?.[0]).toContain('table:display-filter-buttons="true"');
  });

  test('the Word documents of a notice and a unit, no row lost', () => {
    const documents = { notice: noticeDocument(notice), unit: unitDocument(unit, [notice]) };
    const files = Object.entries(documents).map(([name, document]) => {
      writeFileSync(join(folder, `${name}.docx`), toDocx(document));
      return `${name}.docx`;
    });
    const out = converted(folder, files, 'html:HTML (StarWriter)');
    for (const [name, document] of Object.entries(documents)) {
      const html = readFileSync(join(out, `${name}.html`), 'utf8');
      const rows = [...html.matchAll(/<tr[ >].*?<\/tr>/gsu)].map(([row]) => row.replace(/<[^>]+>|\s/gu, ''));
      const written = document.blocks.flatMap((block) => ('heads' in block ? [block.heads, ...block.rows] : []));
      const texts = written.map((row) =>
        row.flatMap((cell) => (cell === 'above' ? [] : typeof cell === 'string' ? cell : cell.paragraphs)).join(''),
      );
      expect(rows).toEqual(texts.map((text) => text.replace(/\s/gu, '')));
    }
  });
});
