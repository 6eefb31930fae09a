import { codeOf, NoticeError, placeAt } from '../notice/problem.ts';
import type { Seed } from './seed.ts';
import { charsOfLine } from './text/chars.ts';

/** Characters that a text as issued does not hold, and what a person should know of each kind. */
const STRANGE: { kind: RegExp; says: (char: string) => string }[] = [
  { kind: /[\p{Default_Ignorable_Code_Point}\u200b]/gu, says: (char) => `${codeOf(char)}, which nobody sees` },
  { kind: /\p{Co}/gu, says: (char) => `${codeOf(char)}, which each font draws as it likes` },
  {
    kind: /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu,
    says: (char) =>
      `${char} (${codeOf(char)}), which is not the character ${char.normalize('NFKC')} that it looks like`,
  },
];

/** @throws NoticeError at a character that stands for a lost one, or that turns the order in which others are shown */
function refuseBroken(seed: Seed): void {
  // 锟斤拷 is what lost characters look like that were saved once more; 烫 and 屯 fill memory that was never written.
  const at = seed.text.search(/[\ufffd\p{Bidi_Control}]|锟斤拷|烫烫烫|屯屯屯/u);
  if (at < 0) return;
  const lost = !/\p{Bidi_Control}/u.test(seed.text[at] ?? '');
  throw new NoticeError(
    lost
      ? 'a character was lost here before the text was saved'
      : `here stands ${codeOf(seed.text[at] ?? '')}, which turns the order in which the text behind it is shown`,
    lost
      ? 'Get the text again from where the notice was issued; its encoding was taken for another.'
      : 'Get the text again from where the notice was issued, or remove this character.',
    placeAt(seed, at),
  );
}

/** A notice of one sentence holds more characters than this. */
const LEAST_HAN = 40;

/**
 * Refuses a text that is none of a notice: a page of login or of an error, or one that was read in another encoding.
 * @throws NoticeError with what to do
 */
export function refuseForeign(seed: Seed): void {
  const all = [...seed.text.matchAll(/\p{L}/gu)].length;
  const han = [...seed.text.matchAll(/\p{Script=Han}/gu)].length;
  if (han >= LEAST_HAN && han * 5 >= all) return;
  const garbled = all >= LEAST_HAN && han * 5 < all;
  throw new NoticeError(
    garbled
      ? `of ${all} letters only ${han} are Chinese: this is no notice, or its encoding was taken for another`
      : `the file holds ${han} Chinese characters, fewer than any notice`,
    garbled
      ? 'Open the file and look; get the text again from where the notice was issued, and save it in UTF-8.'
      : 'Open the file and look: a page that asks to log in, or tells of an error, may have been saved for the notice.',
    placeAt(seed, 0),
  );
}

/**
 * What a person should know of a text's characters: those that are not what they look like, each kind with its
 * first place. All of them stay as they are.
 * @throws NoticeError at a character with which no reader would see the text as issued
 */
export function strangeCharacters(seed: Seed): string[] {
  refuseBroken(seed);
  return STRANGE.flatMap(({ kind, says }) => {
    const found = new Map<string, { line: number; count: number }>();
    for (const { 0: char, index } of seed.text.matchAll(kind)) {
      // U+FEFF counts as white space, and goes.
      if (/\s/.test(char)) continue;
      const { line, count } = found.get(char) ?? { line: seed.lineOf(index), count: 0 };
      found.set(char, { line, count: count + 1 });
    }
    return [...found].map(([char, { line, count }]) => {
      const more = count > 1 ? ` (${count} times, here first)` : '';
      return `line ${line} holds ${says(char)}${more}; it stays as it is`;
    });
  });
}

/**
 * Refuses a line that stands twice, one behind the other, where no line of a notice does: outside the annex's table.
 * @throws NoticeError at the second
 */
export function refuseDoubled(seed: Seed, from: number, to: number): void {
  let last = '';
  for (let line = from; line < to; line++) {
    const { text, at } = charsOfLine(seed, line);
    if (text === '') continue;
    if (text === last) {
      throw new NoticeError(
        'this line stands twice, one behind the other',
        'Compare with the notice as issued, and remove the line that is not in it.',
        placeAt(seed, at[0] ?? 0),
      );
    }
    last = text;
  }
}
