import { type Grade, gradeOf, leastCertain } from './grades.ts';
import type { Cell, Task, UnitEntry } from './model.ts';

/** As much of a task, and of a unit, as relations are read from. */
type RoleCell = Pick<Cell, 'status' | 'units' | 'candidateUnits' | 'mayBeMissing'>;
/** Who answers for a task, neither leading nor supporting, is nobody's partner by that. */
type Roles = Record<'lead' | 'support', RoleCell>;
type Partner = Pick<UnitEntry, 'slug' | 'name' | 'pinyin'>;

/** A task that two units share, and how sure that is: as sure as the less certain of the two cells. */
export interface SharedTask<T = Task> {
  task: T;
  status: Grade;
}

/** What two units have to do with one another by the annex. Collectives are partners under their own name. */
export interface Relation<T = Task> {
  partner: Partner;
  /** Both lead. */
  together: SharedTask<T>[];
  /** The unit leads, the partner supports; `open` where the partner is only a candidate. */
  helped: SharedTask<T>[];
  /** The partner leads, the unit supports; `open` where the unit is only a candidate. */
  helps: SharedTask<T>[];
}

/** Tasks that two units share for certain. */
export const certain = <T>(shared: readonly SharedTask<T>[]): SharedTask<T>[] =>
  shared.filter(({ status }) => status === 'printed' || status === 'inferred');

/** How many tasks two units share for certain. */
const weight = ({ together, helped, helps }: Relation<unknown>): number =>
  [together, helped, helps].reduce((sum, shared) => sum + certain(shared).length, 0);

/**
 * With whom a unit works, most shared tasks first, then by pinyin. Partners that no certain cell names come last.
 *
 * @param tasks all tasks of the notice, in printed order
 */
export function relationsOf<T extends Roles>(
  unit: Pick<UnitEntry, 'slug'>,
  tasks: readonly T[],
  authority: ReadonlyMap<string, Partner>,
): Relation<T>[] {
  const relations = new Map<string, Relation<T>>();
  const share = (task: T, own: keyof Roles, other: keyof Roles, side: 'together' | 'helped' | 'helps') => {
    if (!namedIn(task, own).includes(unit.slug)) return;
    const status = leastCertain([gradeOf(task[own]), gradeOf(task[other])]);
    for (const slug of namedIn(task, other)) {
      const partner = authority.get(slug);
      if (!partner || slug === unit.slug) continue;
      const relation = relations.get(slug) ?? { partner, together: [], helped: [], helps: [] };
      relation[side].push({ task, status });
      relations.set(slug, relation);
    }
  };
  for (const task of tasks) {
    share(task, 'lead', 'lead', 'together');
    share(task, 'lead', 'support', 'helped');
    share(task, 'support', 'lead', 'helps');
  }
  return [...relations.values()].sort(
    (a, b) => weight(b) - weight(a) || (a.partner.pinyin < b.partner.pinyin ? -1 : 1),
  );
}

/** The units that a cell names, or may name while it is open, each once. */
function namedIn(task: Roles, role: keyof Roles): string[] {
  const { status, units = [], candidateUnits = [] } = task[role];
  return status === 'open' ? [...new Set(candidateUnits.flat())] : units;
}
