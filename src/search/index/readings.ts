import { pinyin, polyphonic } from 'pinyin-pro';
import type { UnitEntry } from '../../notice/model.ts';

type Named = Pick<UnitEntry, 'name' | 'pinyin'>;

/** Names, everyday words and common letters are the same for every notice of a build. */
const known = new Map<string, string[]>();

/** Toneless syllables of a text, one a letter, ü as v. */
export function syllablesOf(text: string): string[] {
  const syllables = known.get(text) ?? pinyin(text, { toneType: 'none', type: 'array', v: true });
  known.set(text, syllables);
  return syllables;
}

/** Every syllable that a letter may have, whatever stands beside it. */
const anyOf = (letter: string): string[] =>
  (polyphonic(letter, { toneType: 'none', type: 'array', v: true })[0] ?? []).filter(Boolean);

/** Letters run together as syllables, one for each letter of a name, if they can be cut so. */
function cut(letters: readonly string[], run: string): string[] | undefined {
  const [first, ...others] = letters;
  if (first === undefined) return run === '' ? [] : undefined;
  for (const syllable of anyOf(first)) {
    const rest = run.startsWith(syllable) ? cut(others, run.slice(syllable.length)) : undefined;
    if (rest) return [syllable, ...rest];
  }
  return undefined;
}

/** Places in a unit's name where it is read otherwise than a dictionary has it, as the authority file says. */
function ownReadings({ name, pinyin: run }: Named): { at: number; syllable: string }[] {
  const usual = syllablesOf(name);
  if (usual.join('') === run) return [];
  return (cut([...name], run) ?? []).flatMap((syllable, at) => (syllable === usual[at] ? [] : [{ at, syllable }]));
}

/** How a unit's other name is read: its letters sound as in the unit's own name. */
export function syllablesOfAlias(unit: Named, alias: string): string[] {
  const letters = [...unit.name];
  const own = new Map(ownReadings(unit).map(({ at, syllable }) => [letters[at], syllable]));
  return syllablesOf(alias).map((syllable, at) => own.get([...alias][at]) ?? syllable);
}

/** Pairs of letters that are read otherwise than a dictionary has them, by the authority file: 丰都, `feng du`. */
export function readingsOf(units: readonly Named[]): Record<string, string> {
  const pairs = units.flatMap((unit) => {
    const letters = [...unit.name];
    const usual = syllablesOf(unit.name);
    return ownReadings(unit).flatMap(({ at, syllable }) =>
      at === 0 ? [] : [[`${letters[at - 1]}${letters[at]}`, `${usual[at - 1]} ${syllable}`] as const],
    );
  });
  return Object.fromEntries(pairs);
}
