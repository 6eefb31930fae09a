/** How the letters of a text sound, without tones (ü as v): an empty syllable for a letter that is not known. */
export type Spell = (text: string) => string[];

/**
 * Spells texts, from the table of sounds: `ban办版 bao保;重庆chong'`. Syllables stand before the letters that sound
 * so; after the semicolon, pairs of letters in which one sounds otherwise, their two syllables parted by `'`, that of a
 * letter that sounds as usual left out.
 */
export function createSpell(sounds: string): Spell {
  const [letters = '', pairs = ''] = sounds.split(';');
  // Letters by their numbers, which are looked up sooner than texts: a notice has twenty thousand of them.
  const table = new Map<number, string>();
  const codeOf = (letter: string) => letter.codePointAt(0) ?? 0;
  for (const entry of letters.split(' ')) {
    const syllable = /^[a-z]+/.exec(entry)?.[0] ?? '';
    for (const letter of entry.slice(syllable.length)) table.set(codeOf(letter), syllable);
  }
  /** Pairs by their first letter, then by their second. */
  const together = new Map<number, Map<number, string[]>>();
  for (const entry of pairs.split(' ')) {
    const [first = '', second = '', ...rest] = entry;
    const [one, other] = rest.join('').split("'");
    const known = together.get(codeOf(first)) ?? new Map<number, string[]>();
    const usual = (letter: string) => table.get(codeOf(letter)) ?? '';
    together.set(codeOf(first), known.set(codeOf(second), [one || usual(first), other || usual(second)]));
  }
  return (text) => {
    const syllables: string[] = [];
    let begun: ReadonlyMap<number, string[]> | undefined;
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at++;
      const pair = begun?.get(code);
      if (pair) syllables[syllables.length - 1] = pair[0] ?? '';
      syllables.push(pair?.[1] ?? table.get(code) ?? '');
      begun = together.get(code);
    }
    return syllables;
  };
}

/** So many letters has a spelled word at most, and so many a syllable. */
const LONGEST = 60;
export const LONGEST_SYLLABLE = 6;

/**
 * The fewest words that some letters are one after another.
 *
 * @param known words by their letters
 * @param longest how many letters one of them has at most
 */
export function wordsIn(
  letters: string,
  known: ReadonlyMap<string, string>,
  longest: number = LONGEST,
): string[] | undefined {
  /** The fewest words up to a place: how many, the last of them, and where it begins. */
  const ways: ({ count: number; word: string; from: number } | undefined)[] = [{ count: 0, word: '', from: 0 }];
  for (let from = 0; from < letters.length; from++) {
    const sofar = ways[from];
    if (!sofar) continue;
    const count = sofar.count + 1;
    for (let end = from + 1; end <= Math.min(letters.length, from + longest); end++) {
      const word = known.get(letters.slice(from, end));
      if (word && count < (ways[end]?.count ?? Number.POSITIVE_INFINITY)) ways[end] = { count, word, from };
    }
  }
  const words: string[] = [];
  let way = ways[letters.length];
  if (!way) return undefined;
  for (; way && way.count > 0; way = ways[way.from]) words.unshift(way.word);
  return words;
}

/** The syllables of a table of sounds. */
export const syllablesIn = (sounds: string): ReadonlyMap<string, string> =>
  new Map(sounds.match(/(?<=^| )[a-z]+/g)?.map((syllable) => [syllable, syllable]));

const SPELLED = /^[a-z]+$/;
const TONE_MARKS = /[\u0300-\u0304\u0306-\u0307\u0309-\u036f]/gu;
const UMLAUT = /u\u0308/gu;

/**
 * Pinyin as it may be typed, as letters alone: tone marks and tone numbers dropped, ü as v, syllables run together.
 *
 * @returns nothing for what holds anything but Latin letters
 */
export function plainPinyin(query: string): { letters: string; spaced: boolean } | undefined {
  if (/\p{Script=Han}/u.test(query)) return undefined;
  const plain = query.normalize('NFKD').toLowerCase().replace(TONE_MARKS, '').replace(UMLAUT, 'v').replace(/u:/g, 'v');
  const words = plain
    .replace(/([a-z])[1-5](?![0-9])/g, '$1')
    .replace(/[’'`·-]/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const letters = words.join('');
  return SPELLED.test(letters) ? { letters, spaced: words.length > 1 } : undefined;
}

/** The stretches of a text that sound like some letters, each syllable whole: where they begin and end. */
export function soundingLike(letters: string, text: string, syllables: readonly string[]): string[] {
  const found = new Set<string>();
  for (let from = 0; from < syllables.length; from++) {
    let done = 0;
    let to = from;
    while (done < letters.length) {
      const syllable = syllables[to];
      if (!syllable || !letters.startsWith(syllable, done)) break;
      done += syllable.length;
      to++;
    }
    if (done === letters.length && to - from > 1) found.add(text.slice(from, to));
  }
  return [...found];
}
