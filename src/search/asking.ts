import { unitCard } from './cards.ts';
import { applyFilters } from './filters.ts';
import { hitsOf, isEmpty, NO_OUTCOME, type Outcome, resultOf } from './hits.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Answer, Asked, Expansion, Filters, Loosened, NoticeLine, SearchResult, UnitAnswer } from './model.ts';
import type { Book } from './opened-notice.ts';
import { lookIn, type Want } from './plan.ts';
import { NOTHING, QueryReader, type Reading } from './reading.ts';
import type { Desk, Heard } from './search-desk.ts';
import { meantBy } from './slips.ts';
import { plainPinyin, soundingLike } from './spelling.ts';
import { isContent, type Piece, piecesOf, wordsOf } from './understand.ts';
import { namesOf } from './unit-names.ts';

/** Longer queries are passages of text: no more words of them are tried apart. */
const MOST_WORDS = 6;
const MOST_SOUNDS = 5;
/** What is longer is a passage of text: its beginning tells what it is about. */
const LONGEST_QUESTION = 200;
const LONGEST_WORD = 12;

/** Notices that hold so many times what is asked for are enough, though all of it is only possible. */
const MUCH = 5;

/** How many hits there are. */
interface Count {
  certain: number;
  possible: number;
}
const NONE: Count = { certain: 0, possible: 0 };
const plus = (a: Count, b: Count): Count => ({ certain: a.certain + b.certain, possible: a.possible + b.possible });

/** One query, read in one way after another until something is found. */
export class Asking {
  readonly #desk: Desk;
  readonly #query: string;
  readonly #text: string;
  readonly #read: QueryReader;
  readonly #scope: readonly NoticeLine[];
  readonly #filters: Filters;
  readonly #most: number;
  readonly #early: ((result: SearchResult) => void) | undefined;

  constructor(desk: Desk, query: string, { filters = {}, most = Number.POSITIVE_INFINITY, early }: Asked) {
    this.#desk = desk;
    this.#query = query;
    this.#text = desk.fold(query).text;
    this.#read = new QueryReader(query, desk.index);
    this.#scope = desk.scope(filters);
    this.#filters = filters;
    this.#most = most;
    this.#early = early;
  }

  async answer(): Promise<SearchResult> {
    const { lexicon } = await this.#desk.know();
    const words = wordsOf(this.#query, this.#desk.fold);
    const whole = this.#read.whole(this.#text, lexicon);
    const apart = words.length > 1 ? this.#read.pieces(unlike(this.#read.words(words, lexicon))) : undefined;
    return (
      (await this.#found(whole, apart?.wants)) ??
      (await this.#spelled()) ??
      (apart && (await this.#found(apart))) ??
      (await this.#pieceByPiece())
    );
  }

  /** The query cut into what is known and what is not; where that finds nothing, parts of it are left out, and said. */
  async #pieceByPiece(): Promise<SearchResult> {
    const newest = this.#scope[0];
    if (!newest) return this.#nothing([]);
    const { lexicon } = await this.#desk.knowAll();
    const corpus = this.#desk.corpusOf(await this.#desk.open(newest.id));
    const pieces = piecesOf(this.#query.slice(0, LONGEST_QUESTION), this.#desk.fold, lexicon, corpus);
    const asked = unlike((await this.#withSpelledUnits(pieces)).filter(isContent));
    const isKnown = (piece: Piece) => piece.meaning.kind !== 'unknown' && !isUnnamed(piece);
    // Beside letters that nobody knows, what is only ever a part of a known word is no word: 年人 of 末成年人.
    const isWord = ({ text, from, to, meaning }: Piece) =>
      meaning.kind !== 'text' ||
      asked.every(
        (other) =>
          isKnown(other) ||
          ((other.to !== from || lexicon.whole(corpus.always('before', text) + text).length === 0) &&
            (other.from !== to || lexicon.whole(text + corpus.always('after', text)).length === 0)),
      );
    const known = asked.filter((piece) => isKnown(piece) && isWord(piece));
    if (known.length > 0 && known.length === asked.length) {
      const found = await this.#found(this.#read.pieces(known));
      if (found) return found;
    }
    // What is left without the words that ask may be one word: 公司怎么注册.
    const joined = asked.map(({ text }) => text).join('');
    if (asked.length > 1 && joined.length <= LONGEST_WORD && joined !== this.#text) {
      const found = await this.#found(this.#read.whole(joined, lexicon));
      if (found) return found;
    }
    return (
      (asked.some(isUnnamed) ? undefined : await this.#slip(asked, lexicon)) ??
      (await this.#loosened(asked, known)) ??
      this.#nothing(asked.filter((piece) => !isKnown(piece) || isWord(piece)))
    );
  }

  /**
   * Looks in the newest notice, then in those that the full-text index names, the newest first, until there is enough.
   */
  async #look(reading: Reading, also: readonly Want[] = []): Promise<Outcome> {
    const { wants, cards, among } = reading;
    const outcome: Outcome = { ...NO_OUTCOME, cards, shelves: [], unopened: [] };
    const [newest, ...others] = this.#scope.filter(({ id }) => among?.includes(id) ?? true);
    if (wants.length === 0 || !newest) return outcome;
    let waiting = true;
    const asked = this.#desk
      .holders(others, wants)
      .catch(() => undefined)
      .finally(() => {
        waiting = false;
      });
    let found = await this.#lookInto(newest.id, reading, also, outcome);
    if (waiting && !isEmpty(outcome)) this.#early?.(this.#done(outcome, reading, true));
    const holders = await asked;
    outcome.partial = holders === undefined;
    for (const { id } of others) {
      if (!holders?.has(id)) continue;
      if (this.#isEnough(found)) outcome.unopened.push(id);
      else found = plus(found, await this.#lookInto(id, reading, also, outcome));
    }
    outcome.expansions = this.#expansions(wants, outcome);
    return outcome;
  }

  /** What is only possible comes last: notices are opened for what is certain, unless there is very much of the other. */
  #isEnough({ certain, possible }: Count): boolean {
    return certain >= this.#most || possible >= this.#most * MUCH;
  }

  /** Looks in one notice. @returns how many hits it gives */
  async #lookInto(id: string, { wants, answers }: Reading, also: readonly Want[], outcome: Outcome): Promise<Count> {
    const { index, fold, matcher, years } = this.#desk;
    const book = await this.#desk.open(id);
    const shelf = lookIn(book, wants, answers, fold, matcher);
    if (shelf.found.length > 0 && also.length > 0) {
      const known = new Set(shelf.found.map(({ record }) => record));
      shelf.found.push(...lookIn(book, also, false, fold, matcher).found.filter(({ record }) => !known.has(record)));
    }
    if (shelf.found.length + shelf.cards.length === 0) return NONE;
    outcome.shelves.push(shelf);
    const hits = applyFilters(hitsOf(index, { cards: [], shelves: [shelf] }), this.#filters, years);
    const possible = hits.filter((hit) => hit.possible).length;
    return { certain: hits.length - possible, possible };
  }

  /** Everyday words and what they stand for; applied where the notices do not print them. */
  #expansions(wants: readonly Want[], { shelves }: Outcome): Expansion[] {
    return wants.flatMap(({ text, meanings, sounds }): Expansion[] => {
      const listed = meanings.flatMap((meaning) => (meaning.kind === 'word' ? meaning.word.targets : []));
      const targets = [...new Set([...(sounds ?? []), ...listed])].filter(
        (each) => this.#desk.fold(each).text !== text,
      );
      if (targets.length === 0) return [];
      const steps = shelves.flatMap(({ found }) => found).some(({ step }) => step > 0);
      return [{ word: text, targets, applied: listed.length === 0 || wants.length > 1 || steps }];
    });
  }

  /**
   * What one reading finds, if it finds anything.
   *
   * @param also beside what the whole of the reading finds
   * @param loosened how the reading differs from the query as typed
   */
  async #found(reading: Reading, also: readonly Want[] = [], loosened?: Loosened): Promise<SearchResult | undefined> {
    const outcome = await this.#look(reading, also);
    return isEmpty(outcome) ? undefined : this.#done(outcome, reading, loosened === undefined, loosened);
  }

  #done(outcome: Outcome, reading: Reading, exact: boolean, loosened?: Loosened): SearchResult {
    return {
      ...resultOf(this.#desk, this.#query, this.#filters, outcome, exact, reading.understood),
      ...(loosened ? { loosened } : {}),
    };
  }

  /** A query in pinyin: units, everyday words, words of the text that sound so. */
  async #spelled(): Promise<SearchResult | undefined> {
    const typed = plainPinyin(this.#query);
    if (!typed || typed.letters.length < 2) return undefined;
    const { spell, units } = await this.#desk.hear();
    const { everyday, lexicon } = await this.#desk.know();
    const ofUnits = (found: UnitAnswer[]) => this.#spelledUnits(typed.letters, found);
    const exactly = units.exactly(typed.letters, typed.spaced);
    if (exactly.some(({ named }) => named)) return ofUnits(exactly);
    const word = everyday
      .flatMap((each) => each.words)
      .find((each) => spell(this.#desk.fold(each).text).join('') === typed.letters);
    if (word) {
      const reading = this.#read.whole(this.#desk.fold(word).text, lexicon);
      return this.#done(await this.#look(reading), reading, true);
    }
    const heard = await this.#heard(typed.letters);
    if (heard.length > 0) {
      const want: Want = { text: typed.letters, meanings: [], literal: false, sounds: heard };
      const reading = this.#read.of([want], []);
      return this.#done(await this.#look(reading), reading, true);
    }
    const beginning = typed.spaced ? [] : units.beginning(typed.letters).filter(({ named }) => named);
    if (beginning.length > 0) return ofUnits(beginning);
    const meaning = { kind: 'unit', units: exactly } as const;
    const piece: Piece = { text: typed.letters, from: 0, to: this.#query.length, meaning };
    return exactly.length > 0 ? this.#nothing([piece]) : undefined;
  }

  async #spelledUnits(text: string, units: readonly UnitAnswer[]): Promise<SearchResult> {
    const meaning: Meaning = { kind: 'unit', units };
    const part = { text, from: 0, to: this.#query.length, meanings: [meaning] };
    const reading = this.#read.of([{ text, meanings: [meaning], literal: false }], [part]);
    return this.#done(await this.#look(reading), reading, true);
  }

  /** Words of the opened notices that sound so, the most frequent first. */
  async #heard(letters: string): Promise<string[]> {
    const { sound } = await this.#desk.hear();
    const counts = new Map<string, number>();
    for (const book of await this.#opened()) {
      const corpus = this.#desk.corpusOf(book);
      for (const each of soundingLike(letters, corpus.text, sound(corpus)))
        counts.set(each, (counts.get(each) ?? 0) + corpus.text.split(each).length);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([word]) => word)
      .slice(0, MOST_SOUNDS);
  }

  /** Whether the query could be read aloud as pinyin, whatever it says. */
  async #isPinyin(): Promise<boolean> {
    const typed = plainPinyin(this.#query);
    return typed !== undefined && (await this.#desk.hear()).isPinyin(typed.letters);
  }

  async #opened(): Promise<Book[]> {
    const ids = this.#scope.map(({ id }) => id).filter((id, at) => at === 0 || this.#desk.isOpen(id));
    return Promise.all(ids.map(this.#desk.open));
  }

  /** Latin letters amid others may spell a unit. */
  async #withSpelledUnits(pieces: readonly Piece[]): Promise<Piece[]> {
    if (!pieces.some(({ text, meaning }) => meaning.kind === 'unknown' && LATIN.test(text))) return [...pieces];
    const { units } = await this.#desk.hear();
    const isSpaced = ({ from, to }: Piece) => /\s/u.test(this.#query.slice(from, to).trim());
    return pieces.map((piece) => {
      const found =
        piece.meaning.kind === 'unknown' && LATIN.test(piece.text) ? units.exactly(piece.text, isSpaced(piece)) : [];
      return found.length > 0 ? { ...piece, meaning: { kind: 'unit', units: found } } : piece;
    });
  }

  /** One wrong letter, or the right sound: the whole query first, then what is unknown of it. */
  async #slip(asked: readonly Piece[], lexicon: Lexicon): Promise<SearchResult | undefined> {
    const unknown = asked.filter(({ meaning }) => meaning.kind === 'unknown').slice(0, MOST_WORDS);
    const typed = asked.map(({ text }) => text).join('');
    if (unknown.length === 0 || asked.length > MOST_WORDS || !/\p{Script=Han}/u.test(typed)) return undefined;
    const { everyday, units } = await this.#desk.knowAll();
    const { spell, sound } = await this.#desk.hear().catch(() => SILENCE);
    const known = {
      names: units.flatMap(namesOf).map((name) => this.#desk.fold(name).text),
      words: everyday.flatMap((each) => each.words).map((word) => this.#desk.fold(word).text),
      corpora: (await this.#opened()).map(this.#desk.corpusOf),
      spell,
      sound,
    };
    const meant = meantBy(this.#text, known) ?? meantBy(typed, known);
    if (meant !== undefined) {
      const loosened = { dropped: [typed], kept: [meant], unknown: true };
      const found = await this.#found(this.#read.whole(meant, lexicon), [], loosened);
      if (found) return found;
    }
    for (const piece of unknown) {
      const word = piece === asked[0] && asked.length === 1 ? undefined : meantBy(piece.text, known);
      if (word === undefined) continue;
      const [meaning] = lexicon.whole(word).filter(isContentMeaning);
      const mended = asked.map((each) =>
        each === piece ? { ...piece, text: word, meaning: meaning ?? { kind: 'text' as const } } : each,
      );
      const left = mended.filter((each) => each.meaning.kind !== 'unknown');
      const loosened = { dropped: [piece.text], kept: left.map(({ text }) => text), unknown: true };
      const found = await this.#found(this.#read.pieces(left), [], loosened);
      if (found) return found;
    }
    return undefined;
  }

  /** Leaves out what is unknown, then as few of the other words as may be. */
  async #loosened(asked: readonly Piece[], known: readonly Piece[]): Promise<SearchResult | undefined> {
    const unknown = asked.filter((piece) => !known.includes(piece));
    const query = this.#query;
    // A single letter beside a word makes another word of it: 房产税 is not 房产.
    const isEnding = ({ text, from, to }: Piece) =>
      [...text].length === 1 && (/\S/u.test(query[from - 1] ?? ' ') || /\S/u.test(query[to] ?? ' '));
    if (known.length === 0 || unknown.some(isEnding)) return undefined;
    const some = known.length > MOST_WORDS ? longestOf(known) : known;
    for (const kept of subsets(some, unknown.length > 0 || some !== known)) {
      const left = unknown.length > 0 ? unknown : known.filter((piece) => !kept.includes(piece));
      const found = await this.#found(this.#read.pieces(kept), [], {
        dropped: left.map(({ text }) => text),
        kept: kept.map(({ text }) => text),
        unknown: unknown.length > 0,
      });
      if (found) return { ...found, ...this.#pointers(asked) };
    }
    return undefined;
  }

  /** Units of the query that no notice names. */
  #unnamed(asked: readonly Piece[]): Answer[] {
    return asked
      .flatMap(({ meaning }) => (meaning.kind === 'unit' ? meaning.units : []))
      .filter(({ named }) => !named)
      .map((unit) => unitCard(unit, this.#desk.index.units));
  }

  #pointers(asked: readonly Piece[]): Pick<SearchResult, 'nearby'> {
    const unnamed = this.#unnamed(asked);
    return unnamed.length > 0 ? { nearby: { unnamed, parts: [], foreign: false } } : {};
  }

  /** Nothing at all; what comes near is no hit. */
  async #nothing(asked: readonly Piece[]): Promise<SearchResult> {
    const parts = asked.filter(({ meaning }) => meaning.kind === 'text' || meaning.kind === 'word');
    const counted = await Promise.all(
      parts.slice(0, MOST_WORDS).map(async ({ text }) => {
        const { shelves } = await this.#look({ ...NOTHING, wants: [{ text, meanings: [], literal: true }] });
        return { text, count: shelves.reduce((sum, { found }) => sum + found.length, 0) };
      }),
    );
    return {
      ...this.#done(NO_OUTCOME, NOTHING, false),
      nearby: {
        unnamed: this.#unnamed(asked),
        parts: counted.filter(({ count }) => count > 0),
        foreign: FOREIGN.test(this.#query) && !(await this.#isPinyin()),
      },
    };
  }
}

const LATIN = /^[a-z]{2,}$/u;
const FOREIGN =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{M}\p{P}\s\d]{3,}$/u;
/** Without the table of sounds only letters count. */
const SILENCE: Pick<Heard, 'spell' | 'sound'> = { spell: (text) => [...text].map(() => ''), sound: () => [] };

/** A unit that no notice names. */
const isUnnamed = ({ meaning }: Piece) => meaning.kind === 'unit' && meaning.units.every(({ named }) => !named);
const isContentMeaning = ({ kind }: Meaning) => kind !== 'asking' && kind !== 'filler' && kind !== 'role';
/** Each piece once. */
const unlike = (pieces: readonly Piece[]): Piece[] =>
  pieces.filter((piece, index) => pieces.findIndex(({ text }) => text === piece.text) === index);

const longestOf = (pieces: readonly Piece[]): Piece[] => [
  pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best)),
];

/** All choices from some pieces, large ones first, long words before short ones; all of them only where `whole`. */
function subsets(pieces: readonly Piece[], whole: boolean): Piece[][] {
  const all: Piece[][] = [];
  for (let choice = 1; choice < 1 << pieces.length; choice++) {
    all.push(pieces.filter((_, index) => choice & (1 << index)));
  }
  const weight = (chosen: readonly Piece[]) => chosen.reduce((sum, { text }) => sum + text.length, 0);
  return all
    .filter(
      (chosen) => (whole || chosen.length < pieces.length) && chosen.some(({ meaning }) => meaning.kind !== 'role'),
    )
    .sort((a, b) => b.length - a.length || weight(b) - weight(a));
}
