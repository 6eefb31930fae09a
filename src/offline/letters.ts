/**
 * Traditional letters that a file need not spell out: a form is told by how far its simplified letter is from the last
 * one, among the letters of the text, the rows and the everyday words, in the order of their codes; these are read off
 * the page.
 */

/** What a file's letters are read off beside its everyday words: its text and rows, which no script changes. */
export const LETTERED = '.full, .annex';

/** The letters of some texts, each once, in the order of their codes. */
export const lettersOf = (texts: readonly (string | null)[]): string[] =>
  [...new Set(texts.join('').match(/\p{Script=Han}/gu))].sort();

/** Before the first and behind the last of the codes that forms are told by: radicals, kana, the usual Chinese letters. */
const FIRST = 0x2e7f;
const SPAN = 0xa000 - FIRST;
/** A form is a number of so many digits, `=` to `~`: how many letters on, and the form's code; no code says to go on. */
const DIGITS = 3;
const ZERO = 61;
const BASE = 66;
const FARTHEST = Math.floor(BASE ** DIGITS / SPAN) - 1;

const written = (number: number): string =>
  Array.from({ length: DIGITS }, (_, at) => String.fromCharCode(ZERO + (Math.floor(number / BASE ** at) % BASE))).join(
    '',
  );

/** Letters with their simplified ones, `辦办`, without the simplified ones that the page tells. */
export function packedPairs(pairs: string, letters: readonly string[]): string {
  const places = new Map(letters.map((letter, place) => [letter, place]));
  const told: { place: number; code: number }[] = [];
  const rest: string[] = [];
  const all = [...pairs];
  for (let index = 0; index + 1 < all.length; index += 2) {
    const [form = '', plain = ''] = all.slice(index, index + 2);
    const place = places.get(plain);
    const code = (form.codePointAt(0) ?? 0) - FIRST;
    if (place !== undefined && code > 0 && code < SPAN) told.push({ place, code });
    else rest.push(form, plain);
  }
  let last = 0;
  const numbers = told
    .sort((a, b) => a.place - b.place)
    .flatMap(({ place, code }) => {
      const steps: number[] = [];
      for (; place - last > FARTHEST; last += FARTHEST) steps.push(FARTHEST * SPAN);
      steps.push((place - last) * SPAN + code);
      last = place;
      return steps;
    });
  return `${letters.length};${rest.join('')};${numbers.map(written).join('')}`;
}

/** The pairs that `packedPairs` was given; of letters that are no longer those of the page only what is spelled out. */
export function spelledPairs(packed: string, letters: readonly string[]): string {
  const [, count, rest = '', told = ''] = /^(\d+);([^;]*);(.*)$/u.exec(packed) ?? [];
  if (Number(count) !== letters.length) return rest;
  let place = 0;
  return (
    (told.match(/.../gu) ?? [])
      .map((digits) => {
        const number = [...digits].reduceRight((sum, digit) => sum * BASE + digit.charCodeAt(0) - ZERO, 0);
        place += Math.floor(number / SPAN);
        const code = number % SPAN;
        return code > 0 ? String.fromCharCode(FIRST + code) + letters[place] : '';
      })
      .join('') + rest
  );
}
