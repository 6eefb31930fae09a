/**
 * How texts are told to the full-text index: as the set of their pairs of neighbouring letters, each pair coded as one
 * Latin word of four letters, two for each letter of the pair. The index cuts Chinese anew as it thinks best, but
 * leaves such words whole; it finds words by their beginning, so that two letters ask for any pair that begins so.
 * Several letters share a code: the index may name a notice too many, never one too few, and its text decides.
 */

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const CODES = LATIN.length ** 2;

/** Two Latin letters for a number. */
const coded = (number: number): string =>
  (LATIN[Math.floor(number / LATIN.length) % LATIN.length] ?? '') + (LATIN[number % LATIN.length] ?? '');

const codeOf = (letter: string): string => coded(((letter.codePointAt(0) ?? 0) * 7) % CODES);

/** What no text holds: it ends the last pair. */
const END = coded(0);
const FACT_PARTS = 3;

const lettersOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]/gu) ?? [];

/** The words of a folded text. */
export function pairsOf(folded: string): string[] {
  const codes = lettersOf(folded).map(codeOf);
  return codes.map((code, at) => code + (codes[at + 1] ?? END));
}

/** So many words are asked for: the first and last, and what lies between them, spread widest. */
const MOST = 4;

/** The words to ask for a folded text, those that tell most first; none for a text without letters. */
export function askedOf(folded: string): string[] {
  const letters = lettersOf(folded);
  if (letters.length === 1) return [codeOf(letters[0] ?? '')];
  const pairs = pairsOf(folded).slice(0, -1);
  const step = Math.max(1, (pairs.length - 1) / (MOST - 1));
  const spread = Array.from(
    { length: Math.min(MOST, pairs.length) },
    (_, index) => pairs[Math.round(index * step)] ?? '',
  );
  return [...new Set(spread)];
}

/** A word for what a notice names beside its text: `unit:shi-min-zheng-ju`, `due:2022-10`, `status:open`. */
export function factWord(fact: string): string {
  let number = 7;
  for (const letter of fact) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 308_915_776;
  return Array.from({ length: FACT_PARTS }, (_, part) => coded(Math.floor(number / CODES ** part))).join('');
}
