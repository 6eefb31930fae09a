import type { Asking } from './asking.ts';
import { unitCard } from './cards.ts';
import type { Heard } from './hearing.ts';
import { NO_OUTCOME } from './hits.ts';
import { type Corpus, createCorpus } from './known-texts.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import type { Answer, Loosened, SearchResult, UnitAnswer } from './model.ts';
import type { Book } from './opened-notice.ts';
import type { Want } from './plan.ts';
import { NOTHING, oncePerTopic, type Reading, unlike } from './reading.ts';
import { respelled, soundsOfWords } from './respelled.ts';
import { meantBy } from './slips.ts';
import { LONGEST_SYLLABLE, plainPinyin, soundingLike } from './spelling.ts';
import { isContent, type Piece, piecesOf } from './understand.ts';
import { namesOf } from './unit-names.ts';

/** No more words of a query are tried in every choice, and of a passage of text still fewer. */
const MOST_WORDS = 6;
const FEW_WORDS = 2;
const MOST_SOUNDS = 5;
/** What is longer is a passage of text: its beginning tells what it is about. */
const LONGEST_QUESTION = 200;
const LONGEST_WORD = 12;
/** What a text as short as this says is what it is about. */
const LONGEST_HEADING = 12;

/**
 * What a query finds that no notice answers as it was typed: read in one way after another until something is found. It
 * loads apart from the rest, which answers most queries.
 */
export const readOtherwise = (asking: Asking): Promise<SearchResult> => new Rereading(asking).answer();

/** What the opened notices print, each read once. */
const corpora = new WeakMap<Book, Corpus>();

class Rereading {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  async answer(): Promise<SearchResult> {
    return (await this.#read()) ?? this.#nothing([]);
  }

  async #read(): Promise<SearchResult | undefined> {
    const apart = await this.#asking.apart();
    return (
      (await this.#spelled()) ??
      (await this.#respelled()) ??
      (apart && (await this.#asking.found(apart))) ??
      this.#pieceByPiece()
    );
  }

  /**
   * The query cut into what is known and what is not; where that finds nothing, parts of it are left out, and said.
   */
  async #pieceByPiece(): Promise<SearchResult | undefined> {
    const newest = this.#asking.scope[0];
    if (!newest) return this.#nothing([]);
    const { lexicon } = await this.#asking.desk.knowAll();
    const corpus = this.#corpusOf(await this.#asking.desk.open(newest.id));
    const read = piecesOf(this.#asking.query.slice(0, LONGEST_QUESTION), this.#asking.desk.fold, lexicon, corpus);
    // How or where something is done is nothing to lose: a lost parcel is no matter of delivery.
    const pieces = read.map(
      (piece, at): Piece =>
        isAside(piece) && LOST.test(read[at + 1]?.text ?? '') ? { ...piece, meaning: { kind: 'unknown' } } : piece,
    );
    const asked = unlike(pieces.filter(isContent));
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
      const found = await this.#asking.found(this.#asking.read.pieces(known));
      // Words side by side are one matter: 毕业生找工作.
      const isOne = known.some(({ to }) => known.some(({ from }) => from === to));
      if (found) return (isOne || namesTask(found) ? undefined : await this.#each(mattersOf(known))) ?? found;
    }
    // What is left without the words that ask may be one word: 公司怎么注册.
    const joined = asked.map(({ text }) => text).join('');
    if (asked.length > 1 && joined.length <= LONGEST_WORD && joined !== this.#asking.text) {
      const found = await this.#asking.found(this.#asking.read.whole(joined, lexicon));
      if (found) return found;
    }
    const plain = this.#withoutParticles();
    if (plain && asked.some((piece) => !isKnown(piece))) {
      const found = await new Rereading(this.#asking.instead(plain)).#read();
      if (found?.exact) return { ...found, query: this.#asking.query };
    }
    return (
      (asked.some(isUnnamed) ? undefined : await this.#slip(asked, lexicon)) ??
      (await this.#loosened(pieces, known, corpus.text.split('\n'))) ??
      (await this.#nothing(asked.filter((piece) => !isKnown(piece) || isWord(piece))))
    );
  }

  /** The query without what may stand inside a word and says nothing: 注册个公司, 排了长队. */
  #withoutParticles(): string | undefined {
    const { query } = this.#asking;
    const plain = query.length > LONGEST_QUESTION ? query : query.replace(INSIDE_WORDS, '');
    return plain === query ? undefined : plain;
  }

  /** A query in pinyin: units, everyday words, words of the text that sound so. */
  async #spelled(): Promise<SearchResult | undefined> {
    const typed = plainPinyin(this.#asking.query);
    if (!typed || typed.letters.length < 2 || typed.letters.length > LONGEST_QUESTION) return undefined;
    const { spell, units } = await this.#asking.desk.hear();
    const { everyday, lexicon } = await this.#asking.desk.know();
    const ofUnits = (found: UnitAnswer[]) => this.#spelledUnits(typed.letters, found);
    const exactly = units.exactly(typed.letters, typed.spaced);
    if (exactly.some(({ named }) => named)) return ofUnits(exactly);
    const word = everyday
      .flatMap((each) => each.words)
      .filter((each) => typed.letters.length <= each.length * LONGEST_SYLLABLE)
      .find((each) => spell(this.#asking.desk.fold(each).text).join('') === typed.letters);
    if (word) {
      return this.#shown(this.#asking.read.whole(this.#asking.desk.fold(word).text, lexicon));
    }
    const heard = await this.#heard(typed.letters);
    if (heard.length > 0) {
      const want: Want = { text: typed.letters, meanings: [], literal: false, sounds: heard };
      return this.#shown(this.#asking.read.of([want], []));
    }
    const beginning = typed.spaced ? [] : units.beginning(typed.letters).filter(({ named }) => named);
    if (beginning.length > 0) return ofUnits(beginning);
    const meaning = { kind: 'unit', units: exactly } as const;
    const piece: Piece = { text: typed.letters, from: 0, to: this.#asking.query.length, meaning };
    return exactly.length > 0 ? this.#nothing([piece]) : undefined;
  }

  /** A query of several words in pinyin, which is asked in letters, and said. */
  async #respelled(): Promise<SearchResult | undefined> {
    const { desk, query } = this.#asking;
    if (query.length > LONGEST_QUESTION || !/[a-z]{2}/iu.test(query.normalize('NFKD'))) return undefined;
    const { spell, units } = await this.#asking.desk.hear();
    const { lexicon, units: all } = await desk.know();
    const words = [...all.flatMap(namesOf).map((name) => desk.fold(name).text), ...lexicon.words];
    const letters = respelled(query, soundsOfWords(words, spell), (each) => units.exactly(each, false)[0]?.name);
    if (letters === undefined) return undefined;
    const asking = this.#asking.instead(letters);
    const found = (await asking.asTyped()) ?? (await new Rereading(asking).#read());
    if (!found?.exact) return undefined;
    return { ...found, query, exact: false, loosened: { dropped: [query], kept: [letters], unknown: true } };
  }

  async #spelledUnits(text: string, units: readonly UnitAnswer[]): Promise<SearchResult> {
    const meaning: Meaning = { kind: 'unit', units };
    const part = { text, from: 0, to: this.#asking.query.length, meanings: [meaning] };
    return this.#shown(this.#asking.read.of([{ text, meanings: [meaning], literal: false }], [part]));
  }

  async #shown(reading: Reading): Promise<SearchResult> {
    return this.#asking.done(await this.#asking.look(reading), reading, true);
  }

  /** Words of the opened notices that sound so, the most frequent first. */
  async #heard(letters: string): Promise<string[]> {
    const { sound } = await this.#asking.desk.hear();
    const counts = new Map<string, number>();
    for (const book of await this.#opened()) {
      const corpus = this.#corpusOf(book);
      // Two letters that stand but once, amid others, are no word: 务方 of 服务方式.
      const isWord = (each: string) =>
        each.length > 2 ||
        ['before', 'after'].some(
          (side) => !/\p{Script=Han}/u.test(corpus.always(side as 'before' | 'after', each) ?? ' '),
        );
      for (const each of soundingLike(letters, corpus.text, sound(corpus)).filter(isWord))
        counts.set(each, (counts.get(each) ?? 0) + corpus.text.split(each).length);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([word]) => word)
      .slice(0, MOST_SOUNDS);
  }

  /** Whether the query could be read aloud as pinyin, whatever it says. */
  async #isPinyin(): Promise<boolean> {
    const typed = plainPinyin(this.#asking.query);
    return typed !== undefined && (await this.#asking.desk.hear()).isPinyin(typed.letters);
  }

  async #opened(): Promise<Book[]> {
    const ids = this.#asking.scope.map(({ id }) => id).filter((id, at) => at === 0 || this.#asking.desk.isOpen(id));
    return Promise.all(ids.map(this.#asking.desk.open));
  }

  /** One wrong letter, or the right sound: the whole query first, then what is unknown of it. */
  async #slip(asked: readonly Piece[], lexicon: Lexicon): Promise<SearchResult | undefined> {
    const unknown = asked.filter(({ meaning }) => meaning.kind === 'unknown').slice(0, MOST_WORDS);
    const typed = asked.map(({ text }) => text).join('');
    if (this.#asking.query.length > LONGEST_QUESTION) return undefined;
    if (unknown.length === 0 || asked.length > MOST_WORDS || !/\p{Script=Han}/u.test(typed)) return undefined;
    const { everyday, units } = await this.#asking.desk.knowAll();
    const { spell, sound } = await this.#asking.desk.hear().catch(() => SILENCE);
    const known = {
      names: units.flatMap(namesOf).map((name) => this.#asking.desk.fold(name).text),
      words: everyday.flatMap((each) => each.words).map((word) => this.#asking.desk.fold(word).text),
      corpora: (await this.#opened()).map((book) => this.#corpusOf(book)),
      spell,
      sound,
    };
    const meant = meantBy(this.#asking.text, known) ?? meantBy(typed, known);
    if (meant !== undefined) {
      const loosened = { dropped: [typed], kept: [meant], unknown: true };
      const found = await this.#asking.found(this.#asking.read.whole(meant, lexicon), loosened);
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
      const found = await this.#asking.found(this.#asking.read.pieces(left), loosened);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * Leaves out what is unknown, then as few of the other words as may be.
   *
   * @param lines what the newest notice prints
   */
  async #loosened(
    pieces: readonly Piece[],
    known: readonly Piece[],
    lines: readonly string[],
  ): Promise<SearchResult | undefined> {
    const asked = unlike(pieces.filter(isContent));
    const unknown = asked.filter((piece) => !known.includes(piece));
    // A single letter behind a word makes another word of it: 房产税 is not 房产. Before it, it says what is to be done, unless it
    // counts; nor does it behind words that ask, or where it says its verb again: 排队排了多久.
    const isEnding = ({ text, from }: Piece) =>
      [...text].length === 1 &&
      !/[没不未]/u.test(text) &&
      (pieces.some(({ to, text: word, meaning }) => to === from && meaning.kind !== 'asking' && !word.includes(text)) ||
        /[一二三四五六七八九十\d]/u.test(text));
    const endings = unknown.filter(isEnding).map((piece) => this.#clauseOf(piece));
    // What is said right before 补贴 says of what: without it the word is another.
    const isBeheaded = ({ text, from }: Piece) => GENERIC.test(text) && asked.some(({ to }) => to === from);
    const sound = known.filter((piece) => !endings.includes(this.#clauseOf(piece)) && !isBeheaded(piece));
    if (sound.every(({ meaning }) => meaning.kind === 'text' && endings.length > 0)) return undefined;
    // Beside letters that nobody knows, a single one is half of another word, the 检 of 体检, and so are two that the notice
    // prints in passing, 核酸检测, and before them what says where or how, 农村宅基地.
    const isHalf = (piece: Piece) => {
      const { text, from, to, meaning } = piece;
      // What is done of all that is to be done asks for no table of all of it.
      if (meaning.kind === 'annex') return true;
      const behind = unknown.find((other) => other.from === to);
      if (isAside(piece)) return behind !== undefined && behind.text.length > 1;
      if (behind === undefined && unknown.every((other) => other.to !== from)) return false;
      return (
        text.length === 1 ||
        (meaning.kind === 'text' &&
          text.length < 3 &&
          lines.every((line) => line.length > LONGEST_HEADING || !line.includes(text)))
      );
    };
    const most = this.#asking.query.length > LONGEST_QUESTION ? FEW_WORDS : MOST_WORDS;
    const some = sound.length > most ? longestOf(sound) : sound;
    const said = (kept: readonly Piece[]): Loosened => {
      const left = known.filter((piece) => !kept.includes(piece));
      const dropped = unknown.length > 0 ? unknown : left;
      return {
        dropped: dropped.map(({ text }) => text),
        kept: kept.map(({ text }) => text),
        ...(unknown.length > 0 && left.length > 0 ? { left: left.map(({ text }) => text) } : {}),
        unknown: unknown.length > 0,
      };
    };
    const matters = mattersOf(sound.filter((piece) => !isHalf(piece)));
    for (const kept of subsets(some, unknown.length > 0 || some !== known)) {
      if (kept.every(isHalf)) continue;
      const found = await this.#asking.found(this.#asking.read.pieces(kept), said(kept));
      if (!found) continue;
      const isWhole = matters.every((each) => kept.includes(each)) && namesTask(found);
      const inTurn = matters.toSorted((a, b) => Number(kept.includes(b)) - Number(kept.includes(a)));
      const each = isWhole ? undefined : await this.#each(inTurn, { ...said(matters), each: true });
      return { ...(each ?? found), ...this.#pointers(asked) };
    }
    return undefined;
  }

  /** Which of the clauses of the query a piece stands in. */
  #clauseOf({ from }: Piece): number {
    return this.#asking.query.slice(0, from).split(/\P{L}+/u).length;
  }

  /** Several matters that no task treats together, each by itself: its card before the places of any. */
  async #each(matters: readonly Piece[], loosened?: Loosened): Promise<SearchResult | undefined> {
    if (matters.length < 2) return undefined;
    const parts = matters.map((piece) => ({ ...piece, meanings: [piece.meaning] }));
    const text = matters.map((piece) => piece.text).join('、');
    const want: Want = { text, meanings: parts.flatMap(({ meanings }) => meanings), literal: false };
    return this.#asking.found(this.#asking.read.of([want], parts), loosened);
  }

  #corpusOf(book: Book): Corpus {
    const corpus = corpora.get(book) ?? createCorpus(book.records, this.#asking.desk.matcher);
    corpora.set(book, corpus);
    return corpus;
  }

  /** Units of the query that no notice names. */
  #unnamed(asked: readonly Piece[]): Answer[] {
    return asked
      .flatMap(({ meaning }) => (meaning.kind === 'unit' ? meaning.units : []))
      .filter(({ named }) => !named)
      .map((unit) => unitCard(unit, this.#asking.desk.index.units));
  }

  #pointers(asked: readonly Piece[]): Pick<SearchResult, 'nearby'> {
    const unnamed = this.#unnamed(asked);
    return unnamed.length > 0 ? { nearby: { unnamed, parts: [], foreign: false } } : {};
  }

  /** Nothing at all; what comes near is no hit. */
  async #nothing(asked: readonly Piece[]): Promise<SearchResult> {
    const parts = asked.filter(({ meaning }) => meaning.kind === 'text' || meaning.kind === 'word');
    const counted = await Promise.all(
      parts.slice(0, MOST_WORDS).map(async ({ text }) => ({ text, count: await this.#asking.inNewest(text) })),
    );
    // What month is meant by this one or the next has to be said, all the more where nothing is due in it.
    const { understood } = this.#asking.read.pieces(asked.filter(({ meaning }) => meaning.kind === 'month'));
    return {
      ...this.#asking.done(NO_OUTCOME, { ...NOTHING, understood }, false),
      nearby: {
        unnamed: this.#unnamed(asked),
        parts: counted.filter(({ count }) => count > 0),
        foreign: FOREIGN.test(this.#asking.query) && !(await this.#isPinyin()),
      },
    };
  }
}

const LOST = /^(?:丢|遗失|掉了)/u;
const INSIDE_WORDS = /(?<=\p{Script=Han})(?:[一两三几二四五六七八九十百\d]*[个下次]|[了过着完])(?=\p{Script=Han})/gu;
const FOREIGN = /^(?=.*\p{L})\P{Script=Han}{3,}$/su;
/** Without the table of sounds only letters count. */
const SILENCE: Pick<Heard, 'spell' | 'sound'> = { spell: (text) => [...text].map(() => ''), sound: () => [] };

/** A unit that no notice names. */
const isUnnamed = ({ meaning }: Piece) => meaning.kind === 'unit' && meaning.units.every(({ named }) => !named);
const isContentMeaning = ({ kind }: Meaning) => kind !== 'asking' && kind !== 'filler' && kind !== 'role';

/** What is granted, which only what stands before it tells. */
const GENERIC = /^(?:补贴|补助|优惠|扶持)$/u;

/** Whether anything found is a task, and not only the sentence that lists them all. */
const namesTask = ({ hits }: SearchResult) => hits.some(({ record }) => record?.kind === 'task');

/** The matters of a query: words of different topics, where nothing else is asked for that would narrow them. */
function mattersOf(pieces: readonly Piece[]): Piece[] {
  if (pieces.some(({ meaning }) => meaning.kind !== 'word' && meaning.kind !== 'text')) return [];
  return oncePerTopic(pieces.filter(({ meaning }) => meaning.kind === 'word' && meaning.word.topic));
}

const isAside = ({ meaning }: Piece) => meaning.kind === 'word' && meaning.word.aside === true;

const longestOf = (pieces: readonly Piece[]): Piece[] => [
  pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best)),
];

/** Its length, mere letters a little less than what means something; an aside, a month and a role weigh as little as any. */
const weightOf = (piece: Piece) =>
  isAside(piece) || GENERIC.test(piece.text) || /month|role/.test(piece.meaning.kind)
    ? 1.5
    : piece.text.length - (piece.meaning.kind === 'text' ? 0.6 : 0);

/**
 * All choices from some pieces, large ones first, then what weighs most, then what is said last; all of them only where
 * `whole`.
 */
function subsets(pieces: readonly Piece[], whole: boolean): Piece[][] {
  const all: Piece[][] = [];
  for (let choice = 1; choice < 1 << pieces.length; choice++) {
    all.push(pieces.filter((_, index) => choice & (1 << index)));
  }
  const weight = (chosen: readonly Piece[]) => chosen.reduce((sum, piece) => sum + weightOf(piece), 0);
  return all
    .filter(
      (chosen) => (whole || chosen.length < pieces.length) && chosen.some(({ meaning }) => meaning.kind !== 'role'),
    )
    .reverse()
    .sort((a, b) => b.length - a.length || weight(b) - weight(a));
}
