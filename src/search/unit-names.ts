import type { Fold } from './fold.ts';
import type { AnswerIndex, UnitAnswer } from './model.ts';
import { bareForms } from './names.ts';
import { createSpell } from './spelling.ts';

const SPELLED = /^[a-z]{2,}$/;
/** From here on the beginning of a spelled name is enough. */
const SPELLED_PREFIX = 4;
const GENERIC_ENDING = /(?:部门|系统|单位)$/u;
const NAMED_WEIGHT = 1000;

/** Finds the units that a word names: by name, short, former or full name, pinyin or initials; best first. */
export type FindUnits = (word: string) => readonly UnitAnswer[];

export function createFindUnits({ units, sounds }: AnswerIndex, fold: Fold): FindUnits {
  const byName = new Map<string, UnitAnswer[]>();
  for (const unit of units) {
    for (const name of new Set([unit.name, ...unit.aliases].map((each) => fold(each).text))) {
      byName.set(name, [...(byName.get(name) ?? []), unit]);
    }
  }
  const spell = createSpell(sounds);
  const known = new Map<string, readonly UnitAnswer[]>();

  const spelled = (word: string): UnitAnswer[] => {
    if (!SPELLED.test(word)) return [];
    const having = (test: (spelling: string) => boolean) =>
      units.filter(({ name, aliases }) =>
        [name, ...aliases].some((each) => spell(each).some(({ whole, initials }) => test(whole) || test(initials))),
      );
    const whole = having((spelling) => spelling === word);
    if (whole.length > 0 || word.length < SPELLED_PREFIX) return whole;
    return having((spelling) => spelling.startsWith(word));
  };
  const called = (name: string): UnitAnswer[] =>
    byName.get(name) ??
    units.filter((unit) => bareForms(name, unit.kind).some((form) => byName.get(form)?.includes(unit)));
  const lookUp = (word: string): readonly UnitAnswer[] => {
    const ways = [() => called(word), () => called(word.replace(GENERIC_ENDING, '')), () => spelled(word)];
    for (const way of ways) {
      const found = way();
      if (found.length > 0) return bestFirst(found, word, fold);
    }
    return [];
  };
  return (word) => {
    const folded = fold(word).text;
    const found = known.get(folded) ?? lookUp(folded);
    known.set(folded, found);
    return found;
  };
}

/** The unit of that very name, then those that a notice names, those with most tasks first. */
function bestFirst(units: readonly UnitAnswer[], word: string, fold: Fold): UnitAnswer[] {
  const isName = ({ name }: UnitAnswer) => Number(fold(name).text === word);
  const weight = ({ named, leads, supports }: UnitAnswer) => (named ? NAMED_WEIGHT : 0) + leads * 2 + supports;
  return [...units].sort((a, b) => isName(b) - isName(a) || weight(b) - weight(a));
}
