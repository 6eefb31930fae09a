import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readChanges, readTasks, type StoredFile, type StoredTask } from '../../src/data/stored.ts';
import { putBack, type Staging, stage, writeWhole } from '../../src/disk/swap.ts';
import { today } from '../../src/edition.ts';
import { contextOf, importSources, type Outcome, readVocabulary, type Sources } from '../../src/import/folder.ts';
import { readGiven } from '../../src/import/given.ts';
import type { ImportContext } from '../../src/import/notice-import.ts';
import { accepted, PROPOSED, readProposed, writeProposed } from '../../src/import/proposed.ts';
import { GIVEN, proposeId, type Received, receivedAt, sourcesIn, standsAlready } from '../../src/import/receive.ts';
import { readRulings } from '../../src/import/rulings.ts';
import { formatJson, unitsFile } from '../../src/import/write.ts';
import { withCells } from '../../src/notice/absent.ts';
import { checkNoticeId } from '../../src/notice/address-parts.ts';
import { assemble } from '../../src/notice/assemble.ts';
import { changesBetween } from '../../src/notice/changes.ts';
import type { Change } from '../../src/notice/model.ts';
import { NoticeError } from '../../src/notice/problem.ts';
import { recordsOf } from '../../src/search/records.ts';
import { checkSynonyms, foundSynonyms, readSynonyms } from '../../src/search/synonyms.ts';
import { SITE_PLACE } from '../../src/site.ts';

/** Where notices stand as received, and what is made of them. */
interface Folders {
  seeds: string;
  content: string;
}

/** What all parts of one run go by. */
interface Run extends Folders {
  strict: boolean;
  tell: (words: string) => void;
}

type Taken = NonNullable<Outcome['taken']>;

/** A file and what it says, where there is one. */
const textAt = (file: string) => (existsSync(file) ? { file, text: readFileSync(file, 'utf8') } : undefined);

/** A folder of `seeds/` as the import reads it. */
function sourcesOf(id: string, seeds: string): Sources {
  checkNoticeId(id, seeds);
  const folder = join(seeds, id);
  const files = sourcesIn(folder);
  if (files.length === 0)
    throw new NoticeError(`${folder}/ holds no notice`, 'Put its files there as they were received.');
  const given = textAt(join(folder, GIVEN));
  const rulings = textAt(join(folder, 'rulings.yaml'));
  return {
    id,
    folder,
    files,
    ...(given ? { given: readGiven(given) } : {}),
    ...(rulings ? { rulings: readRulings(rulings) } : {}),
  };
}

/** Sources with the words of a `notice.yaml` that is to be kept beside them. */
type Placed = Sources & { yaml?: string };

/**
 * A notice that was handed in, under the id that it gets. One that is refused takes in the `notice.yaml` of its own
 * folder, if it can be read with that.
 */
async function placed(
  received: Received,
  wanted: string | undefined,
  seeds: string,
  tell: Run['tell'],
): Promise<Placed> {
  if (received.id !== undefined) return sourcesOf(received.id, seeds);
  const known = wanted ?? received.name;
  const vocabulary = readVocabulary(seeds);
  // Units are proposed under the final id, so this run's go nowhere.
  const read = (yaml: Received['given']) =>
    importSources(
      { id: 'notice', folder: '', files: received.files, ...(yaml ? { given: readGiven(yaml) } : {}) },
      contextOf(vocabulary),
    );
  let yaml = received.given;
  let { taken } = await read(yaml);
  const { beside } = received;
  const again = taken || !beside ? undefined : await read(beside);
  if (again?.taken) {
    taken = again.taken;
    yaml = beside;
    tell(`${beside?.file} lies beside ${received.name}, and is taken for what the notice does not print`);
  }
  const id =
    wanted ?? (taken ? proposeId(known, taken.head) : proposeId(known, { number: null, title: known, dated: null }));
  checkNoticeId(id, seeds);
  if (standsAlready(seeds, id, received.files)) return sourcesOf(id, seeds);
  return {
    id,
    folder: join(seeds, id),
    files: received.files,
    ...(yaml ? { given: readGiven(yaml), yaml: yaml.text } : {}),
  };
}

/** The everyday words that search knows; those of which no notice holds what they stand for are told and left out. */
function synonymsFile(notices: Taken[], { book }: ImportContext, { seeds, tell, strict }: Run): string {
  const yaml = textAt(join(seeds, 'synonyms.yaml'));
  if (!yaml) return formatJson([], 1);
  const entries = readSynonyms(yaml);
  const records = notices.flatMap(({ head, sections, tasks }) =>
    recordsOf(assemble({ head, sections, tasks: tasks.map(withCells), units: book.entries })),
  );
  const text = records.flatMap(({ fields }) => fields.flatMap(({ texts }) => texts)).join('\n');
  if (strict) checkSynonyms(entries, text, new Set(notices.map(({ head }) => head.place ?? SITE_PLACE)));
  const found = foundSynonyms(entries, text);
  if (found.length < entries.length)
    tell(
      `${entries.length - found.length} everyday words of ${yaml.file} stand for what no notice holds, and are left out`,
    );
  return formatJson(
    found.map(({ place: _place, of: _of, ...entry }) => entry),
    1,
  );
}

/** What is known to have changed in a notice since it was first read, and what this import changes. */
function changesOf({ tasks, account }: Taken, id: string, content: string): Change[] {
  const [old, told] = ['tasks.json', 'changes.json'].map((name) => textAt(join(content, id, name)));
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

interface Made {
  /** Every file that `content/` should hold. */
  files: Map<string, string>;
  /** What `units.proposed.yaml` should hold. */
  proposed: string;
}

async function makeContent(received: Sources[], run: Run): Promise<Made> {
  const { seeds, content, tell } = run;
  const context = contextOf(readVocabulary(seeds), readProposed(seeds));
  const there = readdirSync(seeds, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const fresh = new Set(received.map(({ id }) => id));
  const all = [...there.filter(({ name }) => !fresh.has(name)).map(({ name }) => sourcesOf(name, seeds)), ...received];
  if (all.length === 0)
    throw new NoticeError(
      `${seeds}/ holds no notice`,
      'Name its files, npm run import -- notice.docx, or put them into a folder of their own there.',
    );
  const files = new Map<string, string>();
  const notices: Taken[] = [];
  const refused: string[] = [];
  for (const sources of all.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, told, taken } = await importSources(sources, context);
    // Who hands a notice in asks for what is said of it.
    if (fresh.size === 0 || fresh.has(id) || !taken) tell(told);
    if (taken) notices.push(taken);
    else refused.push(id);
    if (!taken) continue;
    for (const [path, text] of taken.content) files.set(join(content, id, path), text);
    const changes = changesOf(taken, id, content);
    if (changes.length > 0) files.set(join(content, id, 'changes.json'), formatJson(changes, 1));
  }
  if (refused.length > 0)
    throw new NoticeError(
      `${refused.length} of ${all.length} notices are refused: ${refused.join(', ')}`,
      'What stands above says where and what to do. Nothing was written.',
    );
  const { proposed, entries } = context.book;
  tellProposed(proposed.length, run);
  files.set(join(content, 'units.json'), unitsFile(entries));
  files.set(join(content, 'synonyms.json'), synonymsFile(notices, context, run));
  return { files, proposed: writeProposed(proposed) };
}

function tellProposed(count: number, { seeds, strict, tell }: Run): void {
  if (count === 0) return;
  const file = join(seeds, PROPOSED);
  if (strict)
    throw new NoticeError(
      `${count} units that the notices name are not in the authority file`,
      `Run npm run import, look at ${file}, then npm run import -- --accept.`,
    );
  tell(
    `${count} units are not in the authority file: the pages mark them 未立档. Look at ${file}, then run npm run import -- --accept.`,
  );
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** The files of `content/` that differ from what should be there, missing and needless ones included. */
function differing(files: Map<string, string>, content: string): string[] {
  const paths = new Set([...files.keys(), ...filesBelow(content)]);
  return [...paths].filter((path) => !existsSync(path) || readFileSync(path, 'utf8') !== files.get(path)).sort();
}

/** Only an empty folder, or what an import made, gives way. */
const isContent = (names: string[]): boolean => names.length === 0 || names.includes('units.json');

/** Makes the whole folder anew and puts it in place of the old one. */
function write(files: Map<string, string>, content: string, { folder, finish }: Staging): void {
  for (const [path, text] of files) {
    const file = join(folder, relative(content, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  finish();
}

/** Copies the sources of a new notice to where they stay. */
function keep({ folder, files, yaml }: Placed): void {
  if (yaml !== undefined && !existsSync(join(folder, GIVEN))) writeWhole(join(folder, GIVEN), yaml);
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    if (!existsSync(path)) writeWhole(path, bytes);
  }
}

function accept(seeds: string): void {
  const text = accepted(seeds);
  writeWhole(join(seeds, 'units.yaml'), text);
  rmSync(join(seeds, PROPOSED));
}

/**
 * What `npm run import` does. Reads everything first, makes the whole folder beside its place, and swaps it in; where
 * nothing changed, nothing is written, and where a notice is refused, everything stays as it was.
 *
 * @param args of the command line
 * @param tell gets what is to be said, a line or several at a time
 * @throws NoticeError where a notice, an option or a file of the seeds can't be taken
 */
export async function importNotices(
  args: string[],
  { seeds, content }: Folders,
  tell: (words: string) => void,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      accept: { type: 'boolean', default: false },
      id: { type: 'string' },
    },
  });
  putBack(content);
  if (values.accept) accept(seeds);
  const staging = values.check ? undefined : stage(content, isContent);
  const handed = receivedAt(positionals, seeds);
  if (values.id !== undefined && handed.length !== 1)
    throw new NoticeError('--id names one new notice', 'Give the files of one notice with it.');
  const received: Placed[] = [];
  for (const each of handed) received.push(await placed(each, values.id, seeds, tell));
  const { files, proposed } = await makeContent(received, { seeds, content, strict: values.strict, tell });
  const changed = differing(files, content);
  if (staging) {
    for (const each of received) keep(each);
    if (changed.length > 0) write(files, content, staging);
    const file = join(seeds, PROPOSED);
    if (proposed !== '') writeWhole(file, proposed);
    else rmSync(file, { force: true });
    for (const { id, folder } of received)
      tell(`${id}: its sources stand in ${folder}/, npm start shows it at /${id}/`);
  } else if (changed.length === 0) {
    tell(`${content}/ is what the seeds make: ${files.size} files`);
  } else {
    throw new NoticeError(
      `${content}/ is not what the seeds make: ${changed.join(', ')}`,
      'Run npm run import, look at the difference, and commit it.',
    );
  }
}
