import type { Role } from '../notice/duties.ts';
import { roleCard, unitCard } from './cards.ts';
import { createFold } from './fold.ts';
import type { Meaning } from './lexicon.ts';
import type { Answer, AnswerIndex } from './model.ts';
import { createUnitNames } from './unit-names.ts';

/** The cards of the units that some meanings name. */
export function unitCards({ units }: AnswerIndex, meanings: readonly Meaning[], role?: Role): Answer[] {
  return meanings
    .flatMap((meaning) => (meaning.kind === 'unit' ? meaning.units : []))
    .filter(({ named }) => named)
    .map((unit) => (role ? roleCard(unit, role, units) : unitCard(unit, units)));
}

/** What the small index alone can answer, before anything else has loaded: the units that a whole query names. */
export function createFirstCards(index: AnswerIndex): (query: string) => Answer[] {
  const fold = createFold(index.simplified);
  const names = createUnitNames(index.units, fold);
  return (query) => unitCards(index, [{ kind: 'unit', units: names.called(fold(query).text) }]);
}
