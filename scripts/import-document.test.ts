import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { annexTable, docx, faithfulRows } from '../src/import/official/document-testing.ts';
import { imported } from './lib/imported.ts';

/** The command line with a document beside the seed, in a project folder of its own. */

const rows = faithfulRows();
let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'import-'));
  for (const folder of ['seeds', 'content']) cpSync(folder, join(project, folder), { recursive: true });
});
afterEach(() => rmSync(project, { recursive: true }));

function importWith(name: string, bytes: Uint8Array, ...options: string[]) {
  writeFileSync(join(project, 'seeds/yfbf-2022-34', name), bytes);
  return imported({ seeds: join(project, 'seeds'), content: join(project, 'content') }, ...options);
}

/** Every file of `content/` with its text. */
const content = (folder: string) =>
  readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]);

const tasksOf = (): { support: { status: string }; deadline: { status: string } }[] =>
  JSON.parse(readFileSync(join(project, 'content/yfbf-2022-34/tasks.json'), 'utf8'));

test('a faithful document leaves no cell open, and importing it again changes nothing', async () => {
  const first = await importWith('通知.docx', docx(annexTable(rows)));
  expect([first.status, first.error]).toEqual([0, '']);
  expect(first.said).toMatch(
    /document 通知\.docx \(SHA-256 [0-9a-f]{12}\): 122 rows, all of the text; settled 197 cells:/,
  );
  expect(tasksOf().filter(({ support, deadline }) => support.status === 'open' || deadline.status === 'open')).toEqual(
    [],
  );
  expect((await importWith('通知.docx', docx(annexTable(rows)), '--check')).status).toBe(0);
});

test.each([
  ['a row is missing', '通知.docx', docx(annexTable(rows.slice(1)))],
  ['the file is no document', '通知.docx', new TextEncoder().encode('附件')],
  ['the file is of the old format', '通知.DOC', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
])('where %s, the import says so once, fails, and leaves content/ as it was', async (_, name, bytes) => {
  const { status, error } = await importWith(name, bytes);
  expect(status).toBe(1);
  expect(error).toMatch(/^error: .*通知\.(docx|DOC).*\n {2}help: .+$/);
  expect(content(project)).toEqual(content('.'));
});

test('two documents stop the import: which of them counts is not its to say', async () => {
  await importWith('甲.docx', docx(annexTable(rows)));
  expect((await importWith('乙.docx', docx(annexTable(rows)))).error).toMatch(
    /holds 2 documents: .*docx.*\n {2}help: Keep the one/,
  );
});
