import { toNumeral } from '../notice/numerals.ts';
import { plainPinyin, type Spell } from './spelling.ts';

const MONTHS = 12;
/** Short words that stand beside numbers and names. */
const SHORT = ['月', '月前', '月底', '月底前', '月份', '年', '年底', '年底前', '谁', '前'];
const LONGEST = 60;

/** Words by how they sound; of two that sound alike the first. */
export function soundsOfWords(words: readonly string[], spell: Spell): ReadonlyMap<string, string> {
  const months = Array.from({ length: MONTHS }, (_, at) => `${toNumeral(at + 1)}月`);
  const known = new Map<string, string>();
  for (const word of [...words, ...months, ...SHORT]) {
    const syllables = spell(word);
    const letters = syllables.join('');
    if (syllables.every((each) => each !== '') && !known.has(letters)) known.set(letters, word);
  }
  return known;
}

/** The fewest words that some letters sound like one after another. */
function wordsIn(letters: string, known: ReadonlyMap<string, string>): string[] | undefined {
  const ways: (string[] | undefined)[] = [[]];
  for (let from = 0; from < letters.length; from++) {
    const sofar = ways[from];
    if (!sofar) continue;
    for (let end = from + 2; end <= letters.length; end++) {
      const word = known.get(letters.slice(from, end));
      const other = ways[end];
      if (word && (!other || other.length > sofar.length + 1)) ways[end] = [...sofar, word];
    }
  }
  return ways[letters.length];
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
  if (query.length > LONGEST) return undefined;
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
