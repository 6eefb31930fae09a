import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NoticeError } from '../notice/problem.ts';
import { ColumnWords } from './columns.ts';
import type { ReadFile } from './document.ts';
import { Findings } from './finding.ts';
import { type ImportContext, importFiles } from './import.ts';
import type { Imported } from './result.ts';
import { isSource, orderOf, readFile } from './sources/read.ts';
import { readAuthority } from './units/authority.ts';
import { type ProposedUnit, UnitBook } from './units/book.ts';
import { Kinds } from './units/kinds.ts';

/** The place that units of the authority file belong to. */
const SITE = '重庆市';

/**
 * What every import needs, from a folder of seeds: head words of tables, rules of units' kinds, the authority file.
 * @param known units that earlier runs named, whose addresses stay
 * @throws NoticeError where one of these files is not what it should be
 */
export function contextOf(seeds: string, known: ProposedUnit[] = []): ImportContext {
  const yaml = (name: string) => ({ file: join(seeds, name), text: readFileSync(join(seeds, name), 'utf8') });
  const book = new UnitBook(readAuthority(yaml('units.yaml')), SITE, new Kinds(yaml('kinds.yaml')), known);
  return { columns: new ColumnWords(yaml('columns.yaml')), book };
}

/** Name and bytes of a file. */
export type NamedBytes = [name: string, bytes: Uint8Array];

/** Imports one notice from its files; every file that cannot be read is told, not the first alone. */
export async function importNamed(
  id: string,
  files: NamedBytes[],
  context: ImportContext,
): Promise<{ notice: Imported | undefined; findings: Findings }> {
  const findings = new Findings();
  const read: ReadFile[] = [];
  for (const [name, bytes] of [...files].sort(([a], [b]) => orderOf(a) - orderOf(b))) {
    try {
      read.push(await readFile(name, bytes));
    } catch (error) {
      findings.caught(error);
    }
  }
  return findings.refused ? { notice: undefined, findings } : importFiles(id, read, context);
}

/**
 * The files of a notice that a path names: a file, or a folder with the sources of one notice.
 * @throws NoticeError where nothing is there, or nothing that can be a source
 */
export function sourcesAt(path: string): { id: string; files: NamedBytes[] } {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new NoticeError(`there is no ${path}`, 'Name a file, or a folder with the files of one notice.');
  const names = stat.isFile()
    ? [path]
    : readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map(({ name }) => join(path, name));
  if (names.length === 0)
    throw new NoticeError(
      `${path} holds no file that can be a notice`,
      'Put the notice there as .docx, .html, .txt or .pdf.',
    );
  return {
    id: basename(path).replace(/\.[^.]+$/u, ''),
    files: names.sort().map((name) => [basename(name), readFileSync(name)]),
  };
}
