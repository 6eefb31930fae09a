import { bareForms, CITY, COMMISSION, ENDINGS } from './bare-names.ts';
import { endsOf } from './beginnings.ts';
import type { Fold } from './fold.ts';
import type { UnitAnswer } from './model.ts';

const GENERIC_ENDINGS = ['部门', '系统', '单位'];
const NAMED_WEIGHT = 1000;
const OWN_ENDINGS = [...new Set(Object.values(ENDINGS).flat())];
const BEFORE = ['', ...CITY];

/** Units that a stretch of a text names, best first, and where their name ends. */
export interface NamedUnits {
  end: number;
  units: readonly UnitAnswer[];
}

/** Finds units in folded texts by name, short, former or full name. */
export interface UnitNames {
  /** Every name that begins at a place. */
  at(text: string, from: number): NamedUnits[];
  /** The units that a whole text names. */
  called(text: string): readonly UnitAnswer[];
}

/** All names of a unit that are not led back to another. */
export const namesOf = ({ name, aliases, kind }: UnitAnswer): string[] => [...bareForms(name, kind), ...aliases];

export function createUnitNames(units: readonly UnitAnswer[], fold: Fold): UnitNames {
  const byName = new Map<string, UnitAnswer[]>();
  for (const unit of units) {
    for (const name of new Set(namesOf(unit).map((each) => fold(each).text))) {
      byName.set(name, [...(byName.get(name) ?? []), unit]);
    }
  }
  const ends = endsOf([...byName.keys()].filter(({ length }) => length > 1));

  /** A name as listed, with a city before it or an ending behind it that it does without. */
  function* namesAt(text: string, from: number): Generator<NamedUnits> {
    for (const city of BEFORE) {
      if (!text.startsWith(city, from)) continue;
      const start = from + city.length;
      for (const end of ends(text, start)) {
        const known = byName.get(text.slice(start, end));
        if (!known) continue;
        yield { end, units: known };
        for (const ending of GENERIC_ENDINGS) {
          if (text.startsWith(ending, end)) yield { end: end + ending.length, units: known };
        }
        const { short, rest } = COMMISSION;
        if (text[end - 1] === short && text.startsWith(rest, end)) yield { end: end + rest.length, units: known };
        for (const ending of OWN_ENDINGS) {
          const having = known.filter(({ kind }) => ENDINGS[kind]?.includes(ending));
          if (having.length > 0 && text.startsWith(ending, end)) yield { end: end + ending.length, units: having };
        }
      }
    }
  }
  const at = (text: string, from: number): NamedUnits[] => {
    const byEnd = new Map<number, NamedUnits>();
    for (const named of namesAt(text, from)) if (!byEnd.has(named.end)) byEnd.set(named.end, named);
    return [...byEnd.values()].map(({ end, units: called }) => ({
      end,
      units: bestFirst(called, text.slice(from, end), fold),
    }));
  };
  return { at, called: (text) => at(text, 0).find(({ end }) => end === text.length)?.units ?? [] };
}

/** The unit of that very name, then those that a notice names, those with most tasks first. */
export function bestFirst(units: readonly UnitAnswer[], word: string, fold: Fold): UnitAnswer[] {
  const isName = ({ name }: UnitAnswer) => Number(fold(name).text === word);
  const weight = ({ named, leads, supports }: UnitAnswer) => (named ? NAMED_WEIGHT : 0) + leads * 2 + supports;
  return [...units].sort((a, b) => isName(b) - isName(a) || weight(b) - weight(a));
}

/** The ways in which a cell may print a unit, in a list with others too. */
export const printedForms = ({ name, kind }: UnitAnswer): string[] => bareForms(name, kind);
