/**
 * `npm run import`: makes `content/` from `seeds/`.
 *
 * Reads everything first, makes the whole folder beside its place, and swaps it in; where nothing changed, nothing is
 * written. `--check` writes nothing and fails when `content/` is not what the seeds make.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readChanges, readTasks, type StoredFile, type StoredTask } from '../src/data/stored.ts';
import { putBack, type Staging, stage } from '../src/disk/swap.ts';
import { today } from '../src/edition.ts';
import { type ImportedNotice, importNotice } from '../src/import/flattened/import.ts';
import { withTrials } from '../src/import/flattened/trial.ts';
import { type AnnexDocument, readDocument } from '../src/import/official/read.ts';
import { report } from '../src/import/report.ts';
import { NO_RULINGS, readRulings } from '../src/import/rulings.ts';
import { readAuthority } from '../src/import/units/authority.ts';
import { formatJson, noticeFiles, unitsFile } from '../src/import/write.ts';
import { checkNoticeId } from '../src/notice/address-parts.ts';
import { assemble } from '../src/notice/assemble.ts';
import { changesBetween } from '../src/notice/changes.ts';
import type { Change, UnitEntry } from '../src/notice/model.ts';
import { NoticeError } from '../src/notice/problem.ts';
import { CONTENT, SEEDS } from '../src/places.ts';
import { recordsOf } from '../src/search/records.ts';
import { checkSynonyms, readSynonyms } from '../src/search/synonyms.ts';
import { run } from './lib/run.ts';

/** The one file of a notice's folder that is the notice. */
function seedFile(folder: string): string {
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const [only] = texts;
  if (only && texts.length === 1) return join(folder, only);
  throw new NoticeError(
    texts.length === 0
      ? `${folder}/ holds no notice`
      : `${folder}/ holds ${texts.length} text files: ${texts.join(', ')}`,
    'Put the notice there as one .txt file, as it was received.',
  );
}

/** The official document beside a notice; Word's own lock files (`~$…`) are none. */
async function documentOf(folder: string): Promise<AnnexDocument | undefined> {
  const names = readdirSync(folder).filter((name) => /\.docx?$/iu.test(name) && !name.startsWith('~$'));
  const [name] = names;
  if (!name) return undefined;
  if (names.length > 1) {
    throw new NoticeError(
      `${folder}/ holds ${names.length} documents: ${names.join(', ')}`,
      'Keep the one that the notice was issued with.',
    );
  }
  const bytes = readFileSync(join(folder, name));
  return readDocument({ file: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes });
}

async function importFolder(id: string, units: UnitEntry[]): Promise<ImportedNotice> {
  const folder = join(SEEDS, id);
  const file = seedFile(folder);
  const bytes = readFileSync(file);
  const rulingsFile = join(folder, 'rulings.yaml');
  const rulings = existsSync(rulingsFile)
    ? readRulings({ file: rulingsFile, text: readFileSync(rulingsFile, 'utf8') })
    : NO_RULINGS;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return withTrials(importNotice({ id, file, bytes, sha256, units, rulings, document: await documentOf(folder) }));
}

/**
 * The everyday words that search knows, each held against the text of the notices. Words whose targets may stand
 * in an annex are not held against a notice that has none.
 */
function synonymsFile(notices: ImportedNotice[], units: UnitEntry[]): string {
  const file = join(SEEDS, 'synonyms.yaml');
  if (!existsSync(file)) return formatJson([], 1);
  const entries = readSynonyms({ file, text: readFileSync(file, 'utf8') });
  const records = notices.flatMap(({ head, sections, tasks }) => recordsOf(assemble({ head, sections, tasks, units })));
  const text = records.flatMap(({ fields }) => fields.flatMap(({ texts }) => texts)).join('\n');
  if (notices.every(({ tasks }) => tasks.length > 0)) checkSynonyms(entries, text);
  return formatJson(
    entries.map(({ word, targets, reason }) => ({ word, targets, reason })),
    1,
  );
}

/** What is known to have changed in a notice since it was first read, and what this import changes. */
function changesOf({ tasks, account }: ImportedNotice, id: string): Change[] {
  const stored = (name: string) => {
    const file = join(CONTENT, id, name);
    return existsSync(file) ? { file, text: readFileSync(file, 'utf8') } : undefined;
  };
  const [old, told] = [stored('tasks.json'), stored('changes.json')];
  const changes = told ? readChanges(told) : [];
  const tasksBefore = old && readable(old);
  return [...changes, ...changesBetween({ tasks: tasksBefore, changes }, { tasks, rulings: account.rulings }, today())];
}

/** The tasks of a file as far as they can be read: this import writes it anew. */
function readable(file: StoredFile): StoredTask[] | undefined {
  try {
    return readTasks(file);
  } catch (error) {
    if (error instanceof NoticeError) return undefined;
    throw error;
  }
}

/** Every file that `content/` should hold. */
async function makeContent(): Promise<Map<string, string>> {
  const unitsYaml = join(SEEDS, 'units.yaml');
  if (!existsSync(unitsYaml)) {
    throw new NoticeError(`${unitsYaml} is missing`, 'Restore the authority file of units.');
  }
  const units = readAuthority({ file: unitsYaml, text: readFileSync(unitsYaml, 'utf8') });
  const ids = readdirSync(SEEDS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  if (ids.length === 0)
    throw new NoticeError(
      `${SEEDS}/ holds no notice`,
      `Put each notice into a folder of its own, such as ${SEEDS}/yfbf-2022-34/.`,
    );
  const files = new Map([[join(CONTENT, 'units.json'), unitsFile(units)]]);
  const notices: ImportedNotice[] = [];
  for (const id of ids.sort()) {
    checkNoticeId(id, SEEDS);
    const notice = await importFolder(id, units);
    notices.push(notice);
    for (const [path, text] of noticeFiles(notice)) files.set(join(CONTENT, id, path), text);
    const changes = changesOf(notice, id);
    if (changes.length > 0) files.set(join(CONTENT, id, 'changes.json'), formatJson(changes, 1));
    console.log(report(notice));
  }
  files.set(join(CONTENT, 'synonyms.json'), synonymsFile(notices, units));
  return files;
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** The files of `content/` that differ from what should be there, missing and needless ones included. */
function differing(files: Map<string, string>): string[] {
  const paths = new Set([...files.keys(), ...filesBelow(CONTENT)]);
  return [...paths].filter((path) => !existsSync(path) || readFileSync(path, 'utf8') !== files.get(path)).sort();
}

/** Only an empty folder, or what an import made, gives way. */
const isContent = (names: string[]): boolean => names.length === 0 || names.includes('units.json');

/** Makes the whole folder anew and puts it in place of the old one. */
function write(files: Map<string, string>, { folder, finish }: Staging): void {
  for (const [path, text] of files) {
    const file = join(folder, relative(CONTENT, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  finish();
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  putBack(CONTENT);
  const staging = values.check ? undefined : stage(CONTENT, isContent);
  const files = await makeContent();
  const changed = differing(files);
  if (staging) {
    if (changed.length > 0) write(files, staging);
  } else if (changed.length === 0) {
    console.log(`${CONTENT}/ is what the seeds make: ${files.size} files`);
  } else {
    throw new NoticeError(
      `${CONTENT}/ is not what the seeds make: ${changed.join(', ')}`,
      'Run npm run import, look at the difference, and commit it.',
    );
  }
}

await run(main);
