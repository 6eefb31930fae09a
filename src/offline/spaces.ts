/**
 * Where a line of the source has spaces, told so that a text of the same letters can be given them again. A text out of
 * a PDF has them before its quotation marks: an empty word says a space before each (but at the beginning), `-2 -5` all
 * but those two; else the places are told, `6 11`.
 */

/** Quotation marks behind a letter, whatever spaces are between. */
const MARKS = /(?<=[^ ] *)[“”]/gu;

/** @returns how the spaces of a line are told, to `withSpaces` */
export function spacesOf(line: string): string {
  const without = [...line.matchAll(MARKS)].flatMap(({ index }, mark) => (line[index - 1] === ' ' ? [] : [`-${mark}`]));
  const told = without.join(' ');
  return withSpaces(line, told) === line ? told : [...line.matchAll(/ /gu)].map(({ index }) => index).join(' ');
}

/** A text with the spaces that a line has, which `spacesOf` told; undefined for none. */
export function withSpaces(text: string, told: string | undefined): string {
  const letters = text.replaceAll(' ', '');
  const places = told?.split(' ');
  if (!places) return letters;
  if (/^\d/u.test(told ?? '')) {
    return places.reduce((line, place) => `${line.slice(0, +place)} ${line.slice(+place)}`, letters);
  }
  let mark = 0;
  return letters.replace(MARKS, (letter) => (places.includes(`-${mark++}`) ? letter : ` ${letter}`));
}
