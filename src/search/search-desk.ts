import { unpacked } from './everyday.ts';
import type { Years } from './filters.ts';
import { createFold, type Fold } from './fold.ts';
import type { Heard } from './hearing.ts';
import type { Holders, HoldersAsked } from './holders.ts';
import { createLexicon, knownWords } from './lexicon.ts';
import { createMatcher } from './match.ts';
import type { AnswerIndex, NoticeLine, Searchable, UnitAnswer, Words } from './model.ts';
import type * as More from './more.ts';
import type { Desk, Learned } from './opened-library.ts';
import { openBook } from './opened-notice.ts';
import type { Want } from './plan.ts';

/** Where the search takes its data from: the network, or the file that it stands in. */
export interface Library {
  index: AnswerIndex;
  words(): Promise<Words>;
  /** The units that no notice names: of use only where nothing else is found. */
  unnamed(): Promise<readonly UnitAnswer[]>;
  /** The table of sounds, for pinyin and slips of the ear. */
  sounds(): Promise<string>;
  notice(id: string): Promise<Searchable>;
  /** The program for queries that nothing answers as typed. */
  more(): Promise<typeof More>;
  /**
   * The notices among some that may answer every want, by the full-text index: too many are no harm, too few would be.
   * Without an index every notice is opened.
   */
  holders?(notices: readonly NoticeLine[], wants: readonly Want[], fold: Fold, asked: HoldersAsked): Promise<Holders>;
}

/** Runs once for each key; a failure is forgotten, so that the next try can succeed. */
function once<K, T>(start: (key: K) => Promise<T>): { get(key: K): Promise<T>; has(key: K): boolean } {
  const running = new Map<K, Promise<T>>();
  return {
    has: (key) => running.has(key),
    get: (key) => {
      const known = running.get(key) ?? start(key);
      running.set(key, known);
      known.catch(() => running.delete(key));
      return known;
    },
  };
}

export function createDesk(library: Library): Desk {
  const { index } = library;
  const fold = createFold(index.simplified);
  const years: Years = new Map(index.notices.map(({ id, dated }) => [id, dated?.slice(0, 4) ?? '']));
  const books = once(async (id: string) => openBook(await library.notice(id)));
  const words = once(async (_only: 'all') => {
    const { everyday: all, ...small } = await library.words();
    const everyday = unpacked(all);
    return { everyday, known: knownWords(index, everyday, small, fold) };
  });
  const learned = once(async (which: 'named' | 'all'): Promise<Learned> => {
    const [{ everyday, known }, unnamed] = await Promise.all([
      words.get('all'),
      which === 'all' ? library.unnamed() : [],
    ]);
    const units = [...index.units, ...unnamed];
    return { everyday, units, lexicon: createLexicon(known, units, fold) };
  });
  const heard = once(async (_only: 'all'): Promise<Heard> => {
    const [sounds, { units }, { createHearing }] = await Promise.all([
      library.sounds(),
      learned.get('all'),
      library.more(),
    ]);
    return createHearing(sounds, units, fold);
  });
  return {
    index,
    fold,
    matcher: createMatcher(fold),
    years,
    open: books.get,
    isOpen: books.has,
    holders: async (notices, wants, asked) =>
      library.holders?.(notices, wants, fold, asked) ?? { ids: new Set(notices.map(({ id }) => id)), whole: true },
    know: () => learned.get('named'),
    knowAll: () => learned.get('all'),
    hear: () => heard.get('all'),
    scope: ({ notice, year }) =>
      index.notices.filter(
        ({ id }) => (notice === undefined || id === notice) && (year === undefined || years.get(id) === year),
      ),
  };
}
