import type { Task, UnitEntry } from './model.ts';

export type Role = 'lead' | 'support';

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
  through: ThroughCollective[];
  /** Open cells one of whose candidates names the unit. */
  open: CollectiveDuty[];
}

export const ROLES: readonly Role[] = ['lead', 'support'];

/** What the pages call the roles. */
export const ROLE_NAMES: Record<Role, string> = { lead: '牵头', support: '配合' };

/** Whether a collective covers a unit: of its kind, and with the ending that it asks for. */
export function covers(collective: UnitEntry, unit: UnitEntry): boolean {
  const { covers: coverage } = collective;
  return coverage !== undefined && coverage.kind === unit.kind && unit.name.endsWith(coverage.suffix ?? '');
}

/** Sorts the tasks of a notice by what they mean for one unit, in printed order. */
export function dutiesOf(unit: UnitEntry, tasks: readonly Task[], authority: Iterable<UnitEntry>): Duties {
  const names = (task: Task, role: Role, slug: string) =>
    task[role].status !== 'open' && task[role].units?.includes(slug) === true;
  const withRole = (matches: (task: Task, role: Role) => boolean): CollectiveDuty[] =>
    tasks.flatMap((task) => ROLES.filter((role) => matches(task, role)).map((role) => ({ task, role })));
  const through = [...authority]
    .filter((entry) => covers(entry, unit))
    .map((collective) => ({
      collective,
      all: collective.covers?.all === true,
      duties: withRole((task, role) => names(task, role, collective.slug)),
    }))
    .filter(({ duties }) => duties.length > 0)
    .sort((a, b) => Number(b.all) - Number(a.all));
  return {
    leads: tasks.filter((task) => names(task, 'lead', unit.slug)),
    supports: tasks.filter((task) => names(task, 'support', unit.slug)),
    through,
    open: withRole(
      (task, role) =>
        task[role].status === 'open' && task[role].candidateUnits?.some((slugs) => slugs.includes(unit.slug)) === true,
    ),
  };
}
