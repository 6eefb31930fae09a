/** More readings than these are not tried for one name. */
const MOST_READINGS = 8;

/** Spells names without tones, from the small index's table of sounds. */
export type Spell = (name: string) => { whole: string; initials: string }[];

/** @param sounds syllables, each with the characters that sound so: `ban办版 bao保` */
export function createSpell(sounds: string): Spell {
  const readings = new Map<string, string[]>();
  for (const entry of sounds.split(' ')) {
    const syllable = /^[a-z]+/.exec(entry)?.[0] ?? '';
    for (const character of entry.slice(syllable.length)) {
      readings.set(character, [...(readings.get(character) ?? []), syllable]);
    }
  }
  return (name) => {
    let ways = [{ whole: '', initials: '' }];
    for (const character of name) {
      const known = readings.get(character) ?? [''];
      ways = ways
        .flatMap(({ whole, initials }) =>
          known.map((syllable) => ({ whole: whole + syllable, initials: initials + (syllable[0] ?? '') })),
        )
        .slice(0, MOST_READINGS);
    }
    return ways;
  };
}
