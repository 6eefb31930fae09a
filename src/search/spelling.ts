/** How the letters of a text sound, without tones (ü as v): an empty syllable for a letter that is not known. */
export type Spell = (text: string) => string[];

/**
 * Spells texts, from the table of sounds: `ban办版 bao保;重庆chong'`. Syllables stand before the letters that sound
 * so; after the semicolon, pairs of letters in which one sounds otherwise, their two syllables parted by `'`, that of a
 * letter that sounds as usual left out.
 */
export function createSpell(sounds: string): Spell {
  const [letters = '', pairs = ''] = sounds.split(';');
  const table = new Map<string, string>();
  for (const entry of letters.split(' ')) {
    const syllable = /^[a-z]+/.exec(entry)?.[0] ?? '';
    for (const letter of entry.slice(syllable.length)) table.set(letter, syllable);
  }
  const together = new Map<string, string[]>();
  for (const entry of pairs.split(' ')) {
    const [first = '', second = '', ...rest] = entry;
    const [one, other] = rest.join('').split("'");
    together.set(first + second, [one || (table.get(first) ?? ''), other || (table.get(second) ?? '')]);
  }
  return (text) => {
    const own = [...text];
    const syllables = own.map((letter) => table.get(letter) ?? '');
    for (let index = 0; index + 1 < own.length; index++) {
      const pair = together.get((own[index] ?? '') + (own[index + 1] ?? ''));
      if (pair) [syllables[index], syllables[index + 1]] = [pair[0] ?? '', pair[1] ?? ''];
    }
    return syllables;
  };
}

/** The fewest words that some letters are one after another. @param known words by their letters */
export function wordsIn(letters: string, known: ReadonlyMap<string, string>): string[] | undefined {
  const ways: (string[] | undefined)[] = [[]];
  for (let from = 0; from < letters.length; from++) {
    const sofar = ways[from];
    if (!sofar) continue;
    for (let end = from + 1; end <= Math.min(letters.length, from + LONGEST); end++) {
      const word = known.get(letters.slice(from, end));
      const other = ways[end];
      if (word && (!other || other.length > sofar.length + 1)) ways[end] = [...sofar, word];
    }
  }
  return ways[letters.length];
}

/** So many letters has a spelled word at most. */
const LONGEST = 60;

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
