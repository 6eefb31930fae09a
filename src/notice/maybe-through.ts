import { type CollectiveDuty, covers } from './duties.ts';
import type { Task, UnitEntry } from './model.ts';

/** Open cells one of whose candidates names a collective that covers a unit. */
export interface MaybeThrough {
  collective: UnitEntry;
  duties: CollectiveDuty[];
}

/** What may reach a unit through collectives, if open cells turn out to name them; collectives without any are left out. */
export function maybeThrough(unit: UnitEntry, tasks: readonly Task[], authority: Iterable<UnitEntry>): MaybeThrough[] {
  const mayName = ({ support }: Task, slug: string) =>
    support.status === 'open' && support.candidateUnits?.some((slugs) => slugs.includes(slug)) === true;
  return [...authority]
    .filter((entry) => covers(entry, unit))
    .map((collective) => ({
      collective,
      duties: tasks
        .filter((task) => mayName(task, collective.slug))
        .map((task): CollectiveDuty => ({ task, role: 'support' })),
    }))
    .filter(({ duties }) => duties.length > 0);
}
