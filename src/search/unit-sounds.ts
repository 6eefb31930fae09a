import { CITY } from './bare-names.ts';
import type { Fold } from './fold.ts';
import type { UnitAnswer } from './model.ts';
import type { Spell } from './spelling.ts';
import { bestFirst, namesOf } from './unit-names.ts';

/** Finds units by how their names sound: `whole` syllables of a name, or their initials, or how a name begins. */
export interface UnitSounds {
  exactly(letters: string, spaced: boolean): UnitAnswer[];
  beginning(letters: string): UnitAnswer[];
}

/** Longer input is a word, and no row of initials. */
const MOST_INITIALS = 6;
/** From here on the beginning of a spelled name is enough. */
const SHORTEST_BEGINNING = 4;

export function createUnitSounds(units: readonly UnitAnswer[], spell: Spell, fold: Fold): UnitSounds {
  const spelled = units.flatMap((unit) =>
    namesOf(unit).map((name) => {
      const syllables = spell(fold(name).text);
      return { unit, whole: syllables.join(''), initials: syllables.map((each) => each[0] ?? '').join('') };
    }),
  );
  const having = (test: (name: { whole: string; initials: string }) => boolean) => {
    const found = [...new Set(spelled.filter(test).map(({ unit }) => unit))];
    return bestFirst(found, '', fold);
  };
  /** A name without the city that may stand before it. */
  const without = CITY.map((city) => spell(city).join(''));
  const bare = (letters: string) =>
    without.flatMap((city) => (letters.startsWith(city) ? [letters.slice(city.length)] : []));
  return {
    exactly: (letters, spaced) => {
      const mayBeInitials = !spaced && letters.length >= 2 && letters.length <= MOST_INITIALS;
      const found = having(({ whole, initials }) => whole === letters || (mayBeInitials && initials === letters));
      return found.length > 0 ? found : having(({ whole }) => bare(letters).includes(whole));
    },
    beginning: (letters) =>
      letters.length < SHORTEST_BEGINNING ? [] : having(({ whole }) => whole.startsWith(letters)),
  };
}
