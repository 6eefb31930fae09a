import { dutiesOf } from './duties.ts';
import { maybeThrough } from './maybe-through.ts';
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

/** Whether anything of a notice is or may be a unit's: by name, through a collective, or in an open cell. */
function concerns(unit: UnitEntry, { tasks }: Pick<NoticeData, 'tasks'>, authority: readonly UnitEntry[]): boolean {
  const { leads, supports, through, open } = dutiesOf(unit, tasks, authority);
  const lists = [leads, supports, through, open, maybeThrough(unit, tasks, authority)];
  return lists.some((list) => list.length > 0);
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
  const [shown, ...others] = notices.filter((notice) => concerns(unit, notice, authority));
  const further = others.filter(({ units }) => units.some(({ slug }) => slug === unit.slug));
  return { ...(shown ? { shown } : {}), further, throughAlone: others.length - further.length };
}
