import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bySectionFile, readChanges, readStored, readUnits, SOURCE_TEXT, type StoredFile } from './data/stored.ts';
import { CONTENT, SEEDS } from './folders.ts';
import { readSeed } from './import/seed.ts';
import { assemble } from './notice/assemble.ts';
import type { Account, Change, NoticeData, UnitEntry } from './notice/model.ts';
import { newestFirst } from './notice/order.ts';
import { NoticeError } from './notice/problem.ts';
import type { Synonym } from './search/model.ts';

/** A notice as the pages read it. */
export interface Notice extends NoticeData {
  id: string;
  account: Account;
  /** What imports changed since the first, in order. */
  changes: Change[];
  /** The whole authority file, also the units that no notice names, by slug. */
  authority: Map<string, UnitEntry>;
}

const cache = new Map<string, Notice>();
const seeds = new Map<string, string[]>();

/** What a reading gives, read at the first asking. */
function once<T>(read: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= read();
    return known;
  };
}

/** A file of the content. @throws NoticeError where there is none */
function read(...path: string[]): StoredFile {
  const file = join(CONTENT, ...path);
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new NoticeError(`${file} cannot be read: ${(error as Error).message}`, 'Run npm run import.');
  }
}

/** The ids of all notices, the newest first; a folder that holds no notice is none. */
export const noticeIds = (): string[] => loadNotices().map(({ id }) => id);

/** Every notice, the newest first. */
export const loadNotices = once(() => {
  const ids = readdirSync(CONTENT).filter((name) => existsSync(join(CONTENT, name, 'notice.json')));
  return newestFirst(ids.map(loadNotice));
});

/** Whether there is more than one notice: only then is there anything to list, and which one is meant to be said. */
export const severalNotices = (): boolean => loadNotices().length > 1;

/** The authority file: every unit that is known, whether a notice names it or not. */
export const loadAuthority = once(() => readUnits(read('units.json')));
const authorityBySlug = once(() => new Map(loadAuthority().map((unit) => [unit.slug, unit])));

/** The everyday words of the search. */
export const loadSynonyms = once(() => JSON.parse(read('synonyms.json').text) as Synonym[]);

/**
 * One notice, whole.
 * @throws NoticeError with file and place where its files are not what the import writes
 */
export function loadNotice(id: string): Notice {
  const known = cache.get(id);
  if (known) return known;
  const units = loadAuthority();
  // A letter over a table has no section.
  const folder = join(CONTENT, id, 'sections');
  const names = existsSync(folder) ? readdirSync(folder).sort(bySectionFile) : [];
  const { account, ...parts } = readStored(
    {
      notice: read(id, 'notice.json'),
      tasks: read(id, 'tasks.json'),
      account: read(id, 'account.json'),
      sections: names.map((name) => read(id, 'sections', name)),
    },
    units,
  );
  if (names.length === 0 && account.characters.clause > 0)
    throw new NoticeError(`${folder} is not there, and the notice has sections`, 'Run npm run import.');
  const notice: Notice = {
    ...assemble({ ...parts, units }),
    id,
    account,
    changes: existsSync(join(CONTENT, id, 'changes.json')) ? readChanges(read(id, 'changes.json')) : [],
    authority: authorityBySlug(),
  };
  cache.set(id, notice);
  return notice;
}

/** The source of a notice as it was received, line by line: the text of its file, or what was read of files of other kinds. */
export function loadSeed(notice: Notice): string[] {
  const lines = seeds.get(notice.id) ?? readLines(notice);
  seeds.set(notice.id, lines);
  return lines;
}

function readLines({ id, notice }: Notice): string[] {
  const text = join(CONTENT, id, SOURCE_TEXT);
  if (existsSync(text)) return readFileSync(text, 'utf8').split('\n').slice(0, notice.source.lines);
  const seed = readSeed(notice.source.file, readFileSync(join(SEEDS, id, notice.source.file)));
  return Array.from({ length: seed.lines }, (_, index) => seed.line(index + 1));
}
