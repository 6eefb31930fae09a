import type { Corpus } from './corpus.ts';
import type { Spell } from './spelling.ts';

const SHORTEST = 3;
const LONGEST = 12;
/** From here on one letter may be any other; in shorter words it has to sound the same, or make the name of a unit. */
const LONG = 4;

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
 * The known word that a folded word may have been meant as: it sounds the same, or one letter differs; what sounds the
 * same comes first, names and everyday words before what a notice prints.
 */
export function meantBy(
  word: string,
  { names, words, corpora, spell, sound: soundOf }: KnownWords,
): string | undefined {
  if (!HAN.test(word) || word.length < 2 || word.length > LONGEST) return undefined;
  const sound = spell(word);
  const audible = sound.every((syllable) => syllable !== '');
  const alike = (known: string) =>
    audible && known !== word && known.length === word.length && spell(known).join(' ') === sound.join(' ');
  const isSlip = (known: string) => word.length >= SHORTEST && known.length >= SHORTEST && oneSlip(word, known);
  // Another first or last letter makes another word: 公司注册 is no slip of 公司注销.
  const isInside = (known: string) =>
    word.length >= LONG && word[0] === known[0] && word.at(-1) === known.at(-1) && oneSlip(word, known);
  return (
    names.find(alike) ??
    words.find(alike) ??
    (audible && word.length >= SHORTEST
      ? corpora.map((corpus) => soundsLike(word, sound, corpus, soundOf(corpus))).find((found) => found !== undefined)
      : undefined) ??
    names.find(isSlip) ??
    words.find(isInside) ??
    (word.length >= LONG ? corpora.flatMap((corpus) => corpus.oneOff(word))[0] : undefined)
  );
}

/** What a notice prints most often of that sound. */
function soundsLike(
  word: string,
  sound: readonly string[],
  corpus: Corpus,
  syllables: readonly string[],
): string | undefined {
  const letters = [...corpus.text];
  const counts = new Map<string, number>();
  for (let from = 0; from + sound.length <= syllables.length; from++) {
    if (!sound.every((syllable, index) => syllables[from + index] === syllable)) continue;
    const found = letters.slice(from, from + sound.length).join('');
    if (found !== word) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
