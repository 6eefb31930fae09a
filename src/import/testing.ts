import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ColumnWords } from './columns.ts';
import type { ReadFile } from './document.ts';
import { Findings, formatFinding } from './finding.ts';
import { type ImportContext, importFiles } from './import.ts';
import type { Imported, ImportedTask } from './result.ts';
import { isSource, orderOf, readFile } from './sources/read.ts';
import { readAuthority } from './units/authority.ts';
import { type ProposedUnit, UnitBook } from './units/book.ts';
import { Kinds } from './units/kinds.ts';

/** What tests of the import share: the corpus, and ways to import files and texts. */

export const CORPUS = 'tests/fixtures/notices';

const yaml = (name: string) => ({ file: `seeds/${name}`, text: readFileSync(`seeds/${name}`, 'utf8') });

/** A book of units without any that a run named before. */
export const newBook = (known: ProposedUnit[] = []): UnitBook =>
  new UnitBook(readAuthority(yaml('units.yaml')), '重庆市', new Kinds(yaml('kinds.yaml')), known);
export const columns = new ColumnWords(yaml('columns.yaml'));

export interface Run {
  notice: Imported | undefined;
  /** Every finding as the command line prints it. */
  told: string[];
  refused: boolean;
  context: ImportContext;
  /** Names of a task's units in a role, in printed order. */
  names(task: ImportedTask | undefined, role: 'lead' | 'support' | 'responsible'): string[];
}

/** Imports files given by name and bytes. */
export async function importBytes(id: string, files: [name: string, bytes: Uint8Array][]): Promise<Run> {
  const context = { columns, book: newBook() };
  const findings = new Findings();
  const read: ReadFile[] = [];
  for (const [name, bytes] of [...files].sort(([a], [b]) => orderOf(a) - orderOf(b))) {
    try {
      read.push(await readFile(name, bytes));
    } catch (error) {
      findings.caught(error);
    }
  }
  const result = findings.refused ? { notice: undefined, findings } : importFiles(id, read, context);
  return {
    notice: result.notice,
    told: result.findings.all.map(formatFinding),
    refused: result.findings.refused,
    context,
    names: (task, role) =>
      (task?.[role]?.units ?? []).map((slug) => context.book.entries.find((unit) => unit.slug === slug)?.name ?? slug),
  };
}

/** Imports one text. */
export const importText = (text: string): Promise<Run> =>
  importBytes('test', [['notice.txt', new TextEncoder().encode(text)]]);

/** Imports a folder of the corpus. */
export function importFolder(path: string): Promise<Run> {
  const folder = join(CORPUS, path);
  const names = readdirSync(folder).filter((name) => isSource(name) && statSync(join(folder, name)).isFile());
  return importBytes(
    path.split('/').at(-1) ?? path,
    names.map((name) => [name, readFileSync(join(folder, name))]),
  );
}
