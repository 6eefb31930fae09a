import type { Fold } from './fold.ts';
import type { Corpus } from './known-texts.ts';
import type { UnitAnswer } from './model.ts';
import { createSpell, LONGEST_SYLLABLE, type Spell, syllablesIn, wordsIn } from './spelling.ts';
import { createUnitSounds, type UnitSounds } from './unit-sounds.ts';

/** What the table of sounds tells. */
export interface Heard {
  spell: Spell;
  units: UnitSounds;
  /** How the text of a corpus sounds. */
  sound(corpus: Corpus): readonly string[];
  /** Whether some letters can be cut into syllables. */
  isPinyin(letters: string): boolean;
}

/** Makes it of the table of sounds and all units. */
export function createHearing(sounds: string, units: readonly UnitAnswer[], fold: Fold): Heard {
  const spell = createSpell(sounds);
  const syllables = syllablesIn(sounds);
  const known = new WeakMap<Corpus, readonly string[]>();
  let sounding: UnitSounds | undefined;
  return {
    spell,
    // A slip of the ear needs none of it.
    get units() {
      sounding ??= createUnitSounds(units, spell, fold);
      return sounding;
    },
    isPinyin: (letters) => wordsIn(letters, syllables, LONGEST_SYLLABLE) !== undefined,
    sound: (corpus) => {
      const syllables = known.get(corpus) ?? spell(corpus.text);
      known.set(corpus, syllables);
      return syllables;
    },
  };
}
