import { pinyin } from 'pinyin-pro';

const HAN = /^\p{Script=Han}$/u;

/**
 * How the characters of some names sound, for the browser, where a pinyin table would be too heavy: syllables without
 * tones (ü as v), each with its characters. A character with several readings in the names stands under each.
 */
export function soundsOf(names: readonly string[]): string {
  const table = new Map<string, Set<string>>();
  for (const name of names) {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
    [...name].forEach((character, index) => {
      const syllable = syllables[index] ?? '';
      if (HAN.test(character)) table.set(syllable, (table.get(syllable) ?? new Set()).add(character));
    });
  }
  return [...table]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([syllable, characters]) => syllable + [...characters].join(''))
    .join(' ');
}
