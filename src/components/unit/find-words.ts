import type { UnitEntry } from '../../notice/model.ts';
import { syllablesOfAlias } from '../../search/index/readings.ts';

/** Longer names begin with words that nobody types; their short forms are found. */
const LONGEST_SPELLED = 6;

/** Every word by which a quick filter finds a unit: its other names, and the sounds and initials of all short ones. */
export function findWords(unit: UnitEntry): string[] {
  const { name, aliases, pinyin: whole, initials } = unit;
  const spelled = aliases
    .filter((alias) => alias.length <= LONGEST_SPELLED)
    .map((alias) => syllablesOfAlias(unit, alias));
  const sounds = spelled.flatMap((syllables) => [syllables.join(''), syllables.map(([first]) => first).join('')]);
  const known = [whole, initials, name];
  // What another word holds is found through it.
  return [...new Set([...aliases, whole, initials, ...sounds])].filter(
    (word) => known.includes(word) || !known.some((longer) => longer.includes(word)),
  );
}
