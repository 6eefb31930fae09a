import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from './notice/assemble.ts';
import type { Account, Clause, NoticeData, NoticeHead, Section, Task, UnitEntry } from './notice/model.ts';
import { newestFirst } from './notice/order.ts';
import { readSeed } from './notice/seed.ts';
import { readSectionMdx } from './notice/write.ts';
import { CONTENT, SEEDS } from './places.ts';

/** A notice as the pages read it. */
export interface Notice extends NoticeData {
  id: string;
  account: Account;
  /** The whole authority file, also the units that no notice names, by slug. */
  authority: Map<string, UnitEntry>;
}

/** `notice.json`: the head, and the sections without their text, which stands in the MDX files. */
type StoredNotice = NoticeHead & { sections: (Omit<Section, 'clauses'> & { clauses: Omit<Clause, 'text'>[] })[] };

const cache = new Map<string, Notice>();

const readText = (...path: string[]): string => readFileSync(join(CONTENT, ...path), 'utf8');
const readJson = <T>(...path: string[]): T => JSON.parse(readText(...path)) as T;

/** The ids of all notices, the newest first; a folder that holds no notice is none. */
export const noticeIds = (): string[] => loadNotices().map(({ id }) => id);

/** Every notice, the newest first. */
export function loadNotices(): Notice[] {
  const ids = readdirSync(CONTENT).filter((name) => existsSync(join(CONTENT, name, 'notice.json')));
  return newestFirst(ids.map(loadNotice));
}

/** The authority file: every unit that is known, whether a notice names it or not. */
export const loadAuthority = (): UnitEntry[] => readJson<UnitEntry[]>('units.json');

/**
 * One notice, whole.
 * @throws when a section's paragraphs and its clauses in `notice.json` do not match in number
 */
export function loadNotice(id: string): Notice {
  const known = cache.get(id);
  if (known) return known;
  const { sections: stored, ...head } = readJson<StoredNotice>(id, 'notice.json');
  const sections = stored.map((section) => withTexts(id, section));
  const units = loadAuthority();
  const data = assemble({ head, sections, tasks: readJson<Task[]>(id, 'tasks.json'), units });
  const notice: Notice = {
    ...data,
    id,
    account: readJson<Account>(id, 'account.json'),
    authority: new Map(units.map((unit) => [unit.slug, unit])),
  };
  cache.set(id, notice);
  return notice;
}

/** The seed of a notice as it was received, line by line. */
export function loadSeed({ id, notice }: Notice): string[] {
  const seed = readSeed(notice.source.file, readFileSync(join(SEEDS, id, notice.source.file)));
  return Array.from({ length: seed.lines }, (_, index) => seed.line(index + 1));
}

function withTexts(id: string, section: StoredNotice['sections'][number]): Section {
  const file = `${String(section.number).padStart(2, '0')}.mdx`;
  const texts = readSectionMdx(readText(id, 'sections', file));
  if (texts.length !== section.clauses.length) {
    throw new Error(
      `${id}/sections/${file} holds ${texts.length} paragraphs, notice.json ${section.clauses.length} clauses. ` +
        'Keep each clause a paragraph of one line, or import the notice again.',
    );
  }
  return { ...section, clauses: section.clauses.map((clause, index) => ({ ...clause, text: texts[index] ?? '' })) };
}
