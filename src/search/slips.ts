import { type Corpus, mostFrequent } from './known-texts.ts';
import type { Spell } from './spelling.ts';

/** Letters that are taken for one another by the eye. */
const LOOKS = new Map(
  '人入八 己已 未末 土士 日曰 干千于 大太 天夫无 今令 冶治 折拆析 侯候 成戍戌 免兔 住往注 贷货 师帅 处外 历厉 名各 问间 待侍 险检 券卷 暑署 传转 办为 申由 准淮 木本 照昭 证征 请清 休体 诺若 执热'
    .split(' ')
    .flatMap((alike) => [...alike].map((letter) => [letter, alike[0] ?? letter] as const)),
);
function lookOf(text: string): string {
  let look = '';
  for (const letter of text) look += LOOKS.get(letter) ?? letter;
  return look;
}

/** What makes something of each thing, and remembers it. */
function remembering<K extends WeakKey | string, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  make: (key: K) => V,
) {
  return (key: K): V => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

const looksOf = remembering(new WeakMap<Corpus, string[]>(), ({ text }) => [...lookOf(text)]);
const lettersOf = remembering(new WeakMap<Corpus, string[]>(), ({ text }) => [...text]);

/** A syllable as many speakers say it, who know no zh, ch, sh, no ng after i and e, and one of n and l. */
const plainSound = remembering(new Map<string, string>(), (syllable) =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/([ie])ng$/, '$1n')
    .replace(/^n/, 'l'),
);

/** The syllables of a text so. */
const plainSounds = remembering(new WeakMap<readonly string[], readonly string[]>(), (syllables) =>
  syllables.map(plainSound),
);
const asTheyAre = (syllables: readonly string[]) => syllables;

const SHORTEST = 3;
const LONGEST = 12;
/** From here on one letter may be any other; in shorter words it has to sound the same, or make the name of a unit. */
const LONG = 5;

/** Whether two words differ by one letter: another one, one more, one less, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** The words that a word is but for two neighbours that changed places, or a letter that was typed twice. */
function misplaced(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => {
    const before = letters[at] ?? '';
    const middle = letter === before ? letter : letter + before;
    return [...letters.slice(0, at), middle, ...letters.slice(at + 2)].join('');
  });
}

/** Finds words that have any letter where a word has one that nobody uses: the 炤 of 营业执炤 makes no other word of it. */
const withAnyLetter = (word: string, syllables: readonly string[]): RegExp =>
  new RegExp([...word].map((letter, at) => (syllables[at] === '' ? '\\p{Script=Han}' : letter)).join(''), 'gu');

export interface KnownWords {
  /** Names of units, folded. */
  names: readonly string[];
  /** Everyday words, folded. */
  words: readonly string[];
  /** What the notices print. */
  corpora: readonly Corpus[];
  spell: Spell;
  /** How the text of a corpus sounds. */
  sound(corpus: Corpus): readonly string[];
}

const HAN = /^\p{Script=Han}+$/u;

/**
 * The known word that a folded word may have been meant as: it sounds the same, or nearly, it looks the same, or one
 * letter differs; names and everyday words come before what a notice prints.
 */
export function meantBy(word: string, { names, words, corpora, spell, sound }: KnownWords): string | undefined {
  if (!HAN.test(word) || word.length < 2 || word.length > LONGEST) return undefined;
  const own = spell(word);
  const audible = own.every((syllable) => syllable !== '');
  const isShort = word.length < SHORTEST;
  const soundAlike = (said: typeof plainSounds): Alike => {
    const wanted = said(own);
    return {
      known: (known) =>
        known !== word &&
        known.length === word.length &&
        // Two letters that are both others are another word: 违建 is not 卫健.
        (!isShort || known[0] === word[0] || known[1] === word[1]) &&
        said(spell(known)).join(' ') === wanted.join(' '),
      printed: (corpus) => (isShort ? [] : stretches(corpus, word, said(sound(corpus)), wanted)),
    };
  };
  const look = lookOf(word);
  const lookAlike: Alike = {
    known: (known) => known !== word && known.length === word.length && lookOf(known) === look,
    printed: (corpus) => (isShort ? [] : stretches(corpus, word, looksOf(corpus), [...look])),
  };
  const isSlip = (known: string) => !isShort && known.length >= SHORTEST && oneSlip(word, known);
  // Another last letter, and but for names another first one, makes another word: 交通费 is no slip of 交通局.
  const isInside = (known: string) =>
    word.length >= LONG && word[0] === known[0] && word.at(-1) === known.at(-1) && oneSlip(word, known);
  const swapped = isShort ? [] : misplaced(word);
  const unknown = own.filter((syllable) => syllable === '').length;
  const isOther = unknown > 0 && word.length - unknown > unknown ? withAnyLetter(word, own) : undefined;
  const alike: Alike[] = [
    ...(audible ? [soundAlike(asTheyAre)] : []),
    {
      known: (known) => swapped.includes(known),
      printed: ({ holds }) => swapped.filter(holds),
    },
    ...(isShort ? [] : [lookAlike, ...(audible ? [soundAlike(plainSounds)] : [])]),
    {
      known: (known) => known.length === word.length && isOther !== undefined && known.search(isOther) === 0,
      printed: ({ text }) => (isOther ? mostFrequent(text.match(isOther) ?? []) : []),
    },
  ];
  for (const { known, printed } of alike) {
    const found = names.find(known) ?? words.find(known) ?? corpora.flatMap((corpus) => printed(corpus)[0] ?? [])[0];
    if (found !== undefined) return found;
  }
  return (
    names.find((name) => isSlip(name) && name.at(-1) === word.at(-1)) ??
    words.find(isInside) ??
    (word.length >= LONG ? corpora.flatMap((corpus) => corpus.oneOff(word))[0] : undefined)
  );
}

/** A way in which words are like one that was typed. */
interface Alike {
  known(known: string): boolean;
  printed(corpus: Corpus): string[];
}

/** The stretches of a corpus whose letters, each read in some way, are those of a word; the most frequent first. */
function stretches(corpus: Corpus, word: string, read: readonly string[], wanted: readonly string[]): string[] {
  const found: string[] = [];
  const [first = ''] = wanted;
  for (let from = read.indexOf(first); from >= 0; from = read.indexOf(first, from + 1)) {
    if (wanted.every((each, at) => read[from + at] === each))
      found.push(
        lettersOf(corpus)
          .slice(from, from + wanted.length)
          .join(''),
      );
  }
  return mostFrequent(found).filter((each) => each !== word);
}
