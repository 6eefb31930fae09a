/**
 * Tables of letters that a file need not spell out: what belongs to a letter of the text and the rows stands at that
 * letter's place among them, in the order of their codes, and the letter itself is read off the page.
 */

/** What a file's letters are read off: its text and rows, which no script changes. */
export const LETTERED = '.full, .annex';

/** The letters of a file's text and rows, each once, in the order of their codes. */
export const lettersOf = (texts: readonly (string | null)[]): string[] =>
  [...new Set(texts.join('').match(/\p{Script=Han}/gu))].sort();

/** What each letter has, at its place; nothing where the page is no longer the one that the table was made for. */
function atPlaces(own: string, letters: readonly string[]): [letter: string, has: string][] {
  const places = own.split(' ');
  if (places.length !== letters.length) return [];
  return letters
    .map((letter, index): [string, string] => [letter, places[index] ?? ''])
    .filter(([, has]) => has !== '');
}

/** Letters with their simplified ones, `辦办`, without the simplified ones that the page tells. */
export function packedPairs(pairs: string, letters: readonly string[]): string {
  const told = new Set(letters);
  const forms = new Map<string, string>();
  const rest: string[] = [];
  const all = [...pairs];
  for (let index = 0; index + 1 < all.length; index += 2) {
    const [form = '', plain = ''] = all.slice(index, index + 2);
    if (told.has(plain)) forms.set(plain, (forms.get(plain) ?? '') + form);
    else rest.push(form, plain);
  }
  return `${letters.map((letter) => forms.get(letter) ?? '').join(' ')};${rest.join('')}`;
}

/** The pairs that `packedPairs` was given. */
export function spelledPairs(packed: string, letters: readonly string[]): string {
  const [own = '', rest = ''] = packed.split(';');
  return (
    atPlaces(own, letters)
      .flatMap(([letter, forms]) => [...forms].map((form) => form + letter))
      .join('') + rest
  );
}
