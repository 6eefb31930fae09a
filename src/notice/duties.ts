import type { Cell, Task, UnitEntry } from './model.ts';

/** The roles in which a notice names units, in the order in which pages show them. */
export const ROLES = ['lead', 'support', 'responsible'] as const;
export type Role = (typeof ROLES)[number];

/** A task that reaches a unit because a collective that covers it leads or supports the task. */
export interface CollectiveDuty {
  task: Task;
  role: Role;
}

/** What reaches a unit through one collective. */
export interface ThroughCollective {
  collective: UnitEntry;
  /** `true` for 各…: every unit of the kind; `false` for 有关…: some, and the text does not say which. */
  all: boolean;
  duties: CollectiveDuty[];
}

/** A unit's tasks, by how certain it is that they are the unit's. The lists are never to be summed. */
export interface Duties {
  leads: Task[];
  supports: Task[];
  /** Those that it answers for, the notice saying neither lead nor support. */
  answersFor: Task[];
  through: ThroughCollective[];
  /** Open cells one of whose candidates names the unit. */
  open: CollectiveDuty[];
  /** Open cells one of whose candidates names a collective that covers the unit. */
  maybeThrough: ThroughCollective[];
}

/** What the pages call the roles. */
export const ROLE_NAMES: Record<Role, string> = { lead: '牵头', support: '配合', responsible: '责任' };

/** Where a unit's data and {@link Duties} list the tasks of a role. */
export const ROLE_LISTS = {
  lead: 'leads',
  support: 'supports',
  responsible: 'answersFor',
} as const satisfies Record<Role, keyof Duties>;

/** A unit's own tasks, and nothing of collectives or candidates. */
export type OwnDuties = Pick<Duties, (typeof ROLE_LISTS)[Role]>;

/** The cells that name a unit in a role, in the order of its tasks. */
export const cellsNaming = (own: OwnDuties, role: Role): Cell[] =>
  own[ROLE_LISTS[role]].flatMap((task) => task[role] ?? []);

/** Whether a collective covers a unit: of its place and kind, and with the ending that it asks for. */
export function covers(
  collective: Pick<UnitEntry, 'covers' | 'place'>,
  unit: Pick<UnitEntry, 'name' | 'kind' | 'place'>,
): boolean {
  const { covers: coverage } = collective;
  if (collective.place !== unit.place) return false;
  return coverage !== undefined && coverage.kind === unit.kind && unit.name.endsWith(coverage.suffix ?? '');
}

/** Where a notice's tasks name one unit or collective, in printed order. */
interface Named {
  surely: CollectiveDuty[];
  /** Open cells with a candidate that names it. */
  perhaps: CollectiveDuty[];
}

/** By slug. Read once a notice: there are as many units as tasks, and each of a unit's pages and files asks. */
const known = new WeakMap<readonly Task[], Map<string, Named>>();

function namedBy(tasks: readonly Task[]): Map<string, Named> {
  const found = known.get(tasks);
  if (found) return found;
  const named = new Map<string, Named>();
  for (const task of tasks) {
    for (const role of ROLES) {
      const open = task[role]?.status === 'open';
      const slugs = open ? task[role]?.candidateUnits?.flat() : task[role]?.units;
      for (const slug of new Set(slugs)) {
        const entry = named.get(slug) ?? { surely: [], perhaps: [] };
        entry[open ? 'perhaps' : 'surely'].push({ task, role });
        named.set(slug, entry);
      }
    }
  }
  known.set(tasks, named);
  return named;
}

/**
 * What a unit owes by a notice: sorts its tasks by what they mean for the unit, in printed order. Pages, files and
 * briefings all read it here, so that none leaves out what another shows.
 *
 * @param tasks all of the notice; not to be changed afterwards
 */
export function dutiesOf(unit: UnitEntry, tasks: readonly Task[], authority: Iterable<UnitEntry>): Duties {
  const named = namedBy(tasks);
  const own = named.get(unit.slug);
  const inRole = (role: Role) => own?.surely.filter((duty) => duty.role === role).map(({ task }) => task) ?? [];
  const collectives = [...authority]
    .filter((entry) => covers(entry, unit))
    .sort((a, b) => Number(b.covers?.all) - Number(a.covers?.all));
  const through = (how: keyof Named): ThroughCollective[] =>
    collectives.flatMap((collective) => {
      const duties = named.get(collective.slug)?.[how] ?? [];
      return duties.length > 0 ? [{ collective, all: collective.covers?.all === true, duties }] : [];
    });
  return {
    leads: inRole('lead'),
    supports: inRole('support'),
    answersFor: inRole('responsible'),
    through: through('surely'),
    open: own?.perhaps ?? [],
    maybeThrough: through('perhaps'),
  };
}

/** Whether anything is or may be a unit's. */
export const owesAnything = (duties: Duties): boolean => Object.values(duties).some((list) => list.length > 0);
