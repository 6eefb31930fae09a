import { dutiesOf, owesAnything } from './duties.ts';
import type { NoticeData, UnitEntry } from './model.ts';

/** What of all notices concerns one unit, the newest first. */
export interface UnitNotices<T> {
  /** The newest in which anything may be the unit's: its page shows it in full. None where nothing is. */
  shown?: T;
  /** Every other that names the unit, in an open cell too. */
  further: T[];
  /** How many others bring it tasks through collectives alone: their pages tell of them. */
  throughAlone: number;
}

/**
 * Sorts the notices by what they mean for a unit.
 *
 * @param notices the newest first
 */
export function unitNotices<T extends Pick<NoticeData, 'tasks' | 'units'>>(
  unit: UnitEntry,
  notices: readonly T[],
  authority: readonly UnitEntry[],
): UnitNotices<T> {
  const [shown, ...others] = notices.filter(({ tasks }) => owesAnything(dutiesOf(unit, tasks, authority)));
  const further = others.filter(({ units }) => units.some(({ slug }) => slug === unit.slug));
  return { ...(shown ? { shown } : {}), further, throughAlone: others.length - further.length };
}
