import { type Book, openBook } from './book.ts';
import { type Corpus, createCorpus } from './corpus.ts';
import type { Years } from './filters.ts';
import { createFold, type Fold } from './fold.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { createMatcher, type Matcher } from './match.ts';
import type { AnswerIndex, Filters, NoticeLine, Searchable, UnitAnswer, Words } from './model.ts';
import { createSpell, type Spell, syllableTest } from './spelling.ts';
import { createUnitSounds, type UnitSounds } from './unit-names.ts';

/** Where the search takes its data from: the network, or the file that it stands in. */
export interface Library {
  index: AnswerIndex;
  words(): Promise<Words>;
  /** The table of sounds, for pinyin and slips of the ear. */
  sounds(): Promise<string>;
  notice(id: string): Promise<Searchable>;
  /**
   * Asks the full-text index which notices may hold all of some words (`pairs.ts`); too many are no harm, too few
   * would be. Without an index every notice is opened.
   */
  holding?(words: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What everyday words tell beside the small index. */
export interface Learned {
  words: Words;
  lexicon: Lexicon;
  /** All units, those that no notice names too. */
  units: readonly UnitAnswer[];
}

/** What the table of sounds tells. */
export interface Heard {
  spell: Spell;
  units: UnitSounds;
  /** How the text of a corpus sounds. */
  sound(corpus: Corpus): readonly string[];
  /** Whether some letters can be cut into syllables. */
  isPinyin(letters: string): boolean;
}

/** A library in use: what has been fetched and opened of it, each thing once. */
export interface Desk {
  index: AnswerIndex;
  fold: Fold;
  matcher: Matcher;
  years: Years;
  open(id: string): Promise<Book>;
  isOpen(id: string): boolean;
  /** The notices that may hold some words; `undefined` for any. */
  holding(words: readonly string[]): Promise<ReadonlySet<string> | undefined>;
  corpusOf(book: Book): Corpus;
  know(): Promise<Learned>;
  hear(): Promise<Heard>;
  /** The notices that filters leave, newest first. */
  scope(filters: Filters): readonly NoticeLine[];
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
  const corpora = new WeakMap<Book, Corpus>();
  const books = once(async (id: string) => openBook(await library.notice(id)));
  const learned = once(async (_only: 'all'): Promise<Learned> => {
    const words = await library.words();
    return { words, lexicon: createLexicon(index, fold, words), units: [...index.units, ...words.unnamed] };
  });
  const heard = once(async (_only: 'all'): Promise<Heard> => {
    const [sounds, { units }] = await Promise.all([library.sounds(), learned.get('all')]);
    const spell = createSpell(sounds);
    const known = new WeakMap<Corpus, readonly string[]>();
    return {
      spell,
      units: createUnitSounds(units, spell, fold),
      isPinyin: syllableTest(sounds),
      sound: (corpus) => {
        const syllables = known.get(corpus) ?? spell(corpus.text);
        known.set(corpus, syllables);
        return syllables;
      },
    };
  });
  return {
    index,
    fold,
    matcher: createMatcher(fold),
    years,
    open: books.get,
    isOpen: books.has,
    holding: async (words) => (words.length === 0 ? undefined : library.holding?.(words)),
    corpusOf: (book) => {
      const corpus = corpora.get(book) ?? createCorpus(book.records, fold);
      corpora.set(book, corpus);
      return corpus;
    },
    know: () => learned.get('all'),
    hear: () => heard.get('all'),
    scope: ({ notice, year }) =>
      index.notices.filter(
        ({ id }) => (notice === undefined || id === notice) && (year === undefined || years.get(id) === year),
      ),
  };
}
