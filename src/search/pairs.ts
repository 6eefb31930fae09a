/**
 * How texts are told to the full-text index: as the set of their letters and of their pairs of neighbouring letters,
 * each coded as one Latin word of six letters, three for each letter of a pair. The index cuts Chinese anew as it thinks
 * best, but leaves such words whole. It finds words by their beginning too, but of several pieces that hold such words
 * it loads one: so a letter is a word of its own, as long as the others, since the index takes what a word begins with
 * for the word. A few letters share a code: the index may name a notice too many, never one too few, and its text
 * decides.
 */

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const LENGTH = 3;

/** Latin letters for a number: its last digits, where letters are the digits. */
const coded = (number: number, length = LENGTH): string =>
  (length > 1 ? coded(Math.floor(number / LATIN.length), length - 1) : '') + (LATIN[number % LATIN.length] ?? '');

const codeOf = (letter: string): string => coded((letter.codePointAt(0) ?? 0) * 7);

/** Behind a letter that is asked for by itself. */
const ALONE = coded(0);

const codesOf = (folded: string): string[] => (folded.match(/[\p{L}\p{N}]/gu) ?? []).map(codeOf);
const pairsOf = (codes: readonly string[]): string[] => codes.slice(1).map((code, at) => (codes[at] ?? '') + code);

/** The words of a folded text. */
export function indexedOf(folded: string): string[] {
  const codes = codesOf(folded);
  return [...codes.map((code) => code + ALONE), ...pairsOf(codes)];
}

/** No more words of a text are asked for. */
const MOST = 24;

/** The places of some things in a row, spread widest: the first, the last, what lies in the middle of those, and so on. */
function spread(count: number): number[] {
  const places = new Set([0, count - 1]);
  for (let step = count; step >= 1 && places.size < MOST; step /= 2) {
    for (let at = step / 2; at < count; at += step) places.add(Math.floor(at));
  }
  return [...places].filter((place) => place >= 0).slice(0, MOST);
}

/** The words to ask for a folded text, those that tell most first; none for a text without letters. */
export function askedOf(folded: string): string[] {
  const codes = codesOf(folded);
  if (codes.length === 1) return codes.map((code) => code + ALONE);
  const pairs = pairsOf(codes);
  return [...new Set(spread(pairs.length).map((place) => pairs[place] ?? ''))];
}

const FACTS = LATIN.length ** (2 * LENGTH);

/** A word for what a notice names beside its text: `unit:shi-min-zheng-ju`, `due:2022-10`, `status:open`. */
export function factWord(fact: string): string {
  let number = 7;
  for (const letter of fact) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % FACTS;
  return coded(number, 2 * LENGTH);
}
