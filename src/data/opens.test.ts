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

function run(folder: string, file: string, format: string, { out = folder, options = [] as string[] } = {}): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', ...options, '--convert-to', format, '--outdir', out, join(folder, file)],
    {
      stdio: 'ignore',
    },
  );
}

/** Opens a file as a Chinese Excel would, dates recognised, and gives the rows of every sheet. */
function open(folder: string, file: string, options: string[] = []): Map<string, string[][]> {
  const out = mkdtempSync(join(folder, 'out-'));
  run(folder, file, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true,false,false,false,-1', {
    out,
    options,
  });
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

  test.each(notices)('every cell of the CSV of $id as it was written', (notice) => {
    const { tasks } = noticeTables(notice, address);
    writeFileSync(join(folder, 'notice.csv'), toCsv(tasks));
    const sheets = open(folder, 'notice.csv', ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true']);
    expect([...sheets.values()]).toEqual([textsOf(tasks)]);
    expect(tasks.rows).toHaveLength(notice.tasks.length);
  });

  test.each(notices)('every cell of every sheet of the XLSX of $id as it was written', async (notice) => {
    const { byMonth, tasks, units } = noticeTables(notice, address);
    writeFileSync(join(folder, 'notice.xlsx'), await toXlsx([byMonth, tasks, units]));
    const sheets = open(folder, 'notice.xlsx');
    expect(Object.fromEntries(sheets)).toEqual({
      'notice-按月.csv': textsOf(byMonth),
      'notice-任务.csv': textsOf(tasks),
      'notice-单位.csv': textsOf(units),
    });
  });

  test('links and filters of the XLSX', async () => {
    const [notice] = notices;
    if (!notice) throw new Error('there is no notice');
    const { tasks } = noticeTables(notice, address);
    writeFileSync(join(folder, 'links.xlsx'), await toXlsx([tasks]));
    run(folder, 'links.xlsx', 'fods');
    const sheet = readFileSync(join(folder, 'links.fods'), 'utf8');
    expect(new Set([...sheet.matchAll(/xlink:href="([^"]+\/task\/[^"]+)"/gu)].map(([, href]) => href))).toEqual(
      new Set(notice.tasks.map(({ id }) => `https://www.example.gov.cn/${notice.id}/task/${id}/`)),
    );
    expect(/<table:database-range [^>]*>/u.exec(sheet)?.[0]).toContain('table:display-filter-buttons="true"');
  });

  test('the Word documents of a notice and a unit, no row lost', () => {
    const [notice] = notices;
    const [unit] = notice?.units.filter(({ leads }) => leads.length > 0) ?? [];
    if (!notice || !unit) throw new Error('no unit leads a task');
    for (const document of [noticeDocument(notice), unitDocument(unit, [notice])]) {
      writeFileSync(join(folder, 'document.docx'), toDocx(document));
      run(folder, 'document.docx', 'html:HTML (StarWriter)');
      const html = readFileSync(join(folder, 'document.html'), 'utf8');
      const rows = [...html.matchAll(/<tr[ >].*?<\/tr>/gsu)].map(([row]) => row.replace(/<[^>]+>|\s/gu, ''));
      const written = document.blocks.flatMap((block) => ('heads' in block ? [block.heads, ...block.rows] : []));
      const texts = written.map((row) =>
        row.flatMap((cell) => (cell === 'above' ? [] : typeof cell === 'string' ? cell : cell.paragraphs)).join(''),
      );
      expect(rows).toEqual(texts.map((text) => text.replace(/\s/gu, '')));
    }
  });

  test('the XLSX of a unit', async () => {
    const [unit] = notices[0]?.units.filter(({ leads }) => leads.length > 0) ?? [];
    if (!unit) throw new Error('no unit leads a task');
    const { byMonth, tasks, units } = unitTables(unit, notices, address);
    writeFileSync(join(folder, 'unit.xlsx'), await toXlsx([byMonth, tasks, units]));
    const sheets = open(folder, 'unit.xlsx');
    expect(sheets.get('unit-按月.csv')).toEqual(textsOf(byMonth));
    expect(sheets.get('unit-任务.csv')).toEqual(textsOf(tasks));
  });
});
