import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitEntry } from '../notice/model.ts';
import { NoticeError } from '../notice/problem.ts';
import { SITE_PLACE } from '../site.ts';
import { ColumnWords } from './column-words.ts';
import type { ReadFile } from './document.ts';
import { Findings, formatFinding } from './finding.ts';
import { hasFlattenedAnnex, importNotice } from './flattened/import-notice.ts';
import { withTrials } from './flattened/trial.ts';
import type { Given } from './given.ts';
import { importFiles } from './import-files.ts';
import type { ImportContext } from './notice-import.ts';
import { readDocument } from './official/annex-document.ts';
import type { NamedBytes } from './receive.ts';
import { report, reportOf } from './report.ts';
import type { Imported, Read } from './result.ts';
import { NO_RULINGS, type Rulings } from './rulings.ts';
import { readSeed } from './seed.ts';
import { extensionOf, orderOf, readFile } from './sources/read-file.ts';
import { isAddressees, isAnnexLabel, isNumber } from './text/line-kinds.ts';
import { readAuthority } from './units/authority.ts';
import { Kinds } from './units/kinds.ts';
import { type ProposedUnit, UnitBook } from './units/unit-book.ts';
import { importedFiles, noticeFiles } from './write.ts';

/** What every import reads by. */
export interface Vocabulary {
  /** Head words of tables. */
  columns: ColumnWords;
  /** Rules of units' kinds. */
  kinds: Kinds;
  /** The authority file. */
  authority: UnitEntry[];
}

/**
 * Reads the vocabulary of a folder of seeds.
 * @throws NoticeError where one of its files is not what it should be
 */
export function readVocabulary(seeds: string): Vocabulary {
  const yaml = (name: string) => {
    const file = join(seeds, name);
    try {
      return { file, text: readFileSync(file, 'utf8') };
    } catch {
      throw new NoticeError(`${file} is missing`, 'Restore it: every import needs it.');
    }
  };
  return {
    columns: new ColumnWords(yaml('columns.yaml')),
    kinds: new Kinds(yaml('kinds.yaml')),
    authority: readAuthority(yaml('units.yaml')),
  };
}

/**
 * What the imports of one run share: the vocabulary, and a book of the units that its notices name.
 * @param known units that earlier runs named, whose addresses stay
 */
export const contextOf = ({ columns, kinds, authority }: Vocabulary, known: ProposedUnit[] = []): ImportContext => ({
  columns,
  book: new UnitBook(authority, SITE_PLACE, kinds, known),
});

/** Imports one notice from its files; every file that cannot be read is told, not the first alone. */
export async function importNamed(
  id: string,
  files: NamedBytes[],
  context: ImportContext,
  given: Given = {},
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
  if (findings.refused) return { notice: undefined, findings };
  const inOrder = [0, 1, 2].flatMap((place) => read.filter((file) => placeAmong(file) === place));
  return importFiles(id, inOrder, context, given);
}

/** No further down a file says whose notice it is. */
const HEAD = 80;

/** Where a file stands among those of its notice: the one with the head first, annexes last. */
function placeAmong({ name, lines }: ReadFile): number {
  const texts = lines.slice(0, HEAD).map((line) => line.replace(/\s/gu, ''));
  const [first = ''] = texts.filter((text) => text !== '');
  if (/^附[件表]/u.test(name) || isAnnexLabel(first)) return 2;
  return texts.some((text) => isNumber(text) || isAddressees(text)) ? 0 : 1;
}

/** A notice as one is handed in, with what stands beside its sources. */
export interface Sources {
  id: string;
  /** Where the sources are, for messages. */
  folder: string;
  files: NamedBytes[];
  given?: Given;
  rulings?: Rulings;
}

/** What an import of one notice came to. */
export interface Outcome {
  id: string;
  /** What was found, and every finding, as the command line prints it. */
  told: string;
  /** Absent where the notice is refused. */
  taken?: Read & {
    /** The files of its folder in `content/`, by their paths there. */
    content: Map<string, string>;
  };
}

/** The text whose annex was flattened from a PDF, and the official document beside it; none in another form. */
function flattenedText({ folder, files, rulings }: Sources): { text: NamedBytes; beside: NamedBytes[] } | undefined {
  const texts = files.filter(([name]) => extensionOf(name) === 'txt');
  const [text] = texts;
  if (!text || texts.length > 1) return undefined;
  const isFlattened = hasFlattenedAnnex(readSeed(join(folder, text[0]), text[1]));
  return isFlattened || rulings ? { text, beside: files.filter((file) => file !== text) } : undefined;
}

async function importFlattened(
  { id, folder, rulings = NO_RULINGS }: Sources,
  [name, bytes]: NamedBytes,
  beside: NamedBytes[],
  { book }: ImportContext,
): Promise<Outcome> {
  const documents = beside.filter(([other]) => /\.docx?$/iu.test(other));
  const [document] = documents;
  if (documents.length > 1)
    throw new NoticeError(
      `${folder}/ holds ${documents.length} documents: ${documents.map(([other]) => other).join(', ')}`,
      'Keep the one that the notice was issued with.',
    );
  const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
  const notice = withTrials(
    importNotice({
      id,
      file: join(folder, name),
      bytes,
      sha256: sha256Of(bytes),
      units: book.ofPlace(SITE_PLACE),
      rulings,
      document: document && readDocument({ file: document[0], sha256: sha256Of(document[1]), bytes: document[1] }),
    }),
  );
  const { head, sections, tasks, account } = notice;
  return { id, told: report(notice), taken: { head, sections, tasks, account, content: noticeFiles(notice) } };
}

/**
 * Imports one notice, in whatever form it is.
 * @throws NoticeError where a text whose annex was flattened from a PDF is not whole
 */
export async function importSources(sources: Sources, context: ImportContext): Promise<Outcome> {
  const { id, files, given } = sources;
  const flattened = flattenedText(sources);
  if (flattened) return importFlattened(sources, flattened.text, flattened.beside, context);
  const { notice, findings } = await importNamed(id, files, context, given);
  const isTaken = notice !== undefined && !findings.refused;
  const told = [
    `${id}: ${isTaken ? 'taken' : 'refused'}`,
    ...(notice ? [reportOf(notice)] : []),
    ...findings.all.map(formatFinding),
  ].join('\n');
  if (!notice || !isTaken) return { id, told };
  const { head, parts, sections, tasks, account } = notice;
  return { id, told, taken: { head, parts, sections, tasks, account, content: importedFiles(notice) } };
}
