import { plainPinyin, type Spell, wordsIn } from './spelling.ts';

/** Short words that stand beside numbers and names. */
const SHORT = [...'月年谁前底', ...'一二三四五六七八九十'];

/** Words by how they sound; of two that sound alike the first. */
export function soundsOfWords(words: readonly string[], spell: Spell): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const word of [...words, ...SHORT]) {
    const syllables = spell(word);
    const letters = syllables.join('');
    if (syllables.every((each) => each !== '') && !known.has(letters)) known.set(letters, word);
  }
  return known;
}

/**
 * A query of which words are spelled (gonganju qiantou, 公安局 10yue) in letters.
 *
 * @param known words by how they sound
 * @param called what else some letters by themselves may stand for
 * @returns nothing where one of them sounds like no known word
 */
export function respelled(
  query: string,
  known: ReadonlyMap<string, string>,
  called: (letters: string) => string | undefined,
): string | undefined {
  const inWords = (pieces: readonly string[]): string | undefined => {
    const read = pieces.map((piece) => {
      const letters = plainPinyin(piece)?.letters;
      if (letters) return wordsIn(letters, known)?.join(' ') ?? called(letters);
      return /[a-z]/iu.test(piece) ? undefined : piece;
    });
    return read.every((piece) => piece !== undefined) ? read.join('') : undefined;
  };
  const plain = query.normalize('NFKC');
  // White space may part words, or the syllables of one.
  return inWords(plain.split(/(\s+|\d+)/u)) ?? inWords(plain.split(/(\d+)/u));
}
