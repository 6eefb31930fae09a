import { type CollectiveDuty, type Duties, ROLE_LISTS, ROLE_NAMES, ROLES, type Role } from '../notice/duties.ts';
import type { Task, UnitEntry } from '../notice/model.ts';

/** Tasks under one heading of a briefing. */
export interface Group {
  heading: string;
  note?: string;
  /** Whose rows stand here; only their numbers and first words where it is not known whether they are meant. */
  tasks: Task[];
  brief?: boolean;
  /** The role by which they stand here: how sure it is stands beside a number. */
  role?: Role;
  /** They are here by what an open cell may say, and count with no others. */
  maybe?: boolean;
  /** They are here by a collective that includes the unit, and count apart from those that name it. */
  through?: boolean;
  /** Whose rows stand under an earlier heading already. */
  elsewhere: Task[];
}

/** What a heading is to hold, before rows that stand elsewhere are taken out. */
export type Draft = Omit<Group, 'elsewhere'>;

/** Sees to it that each row stands once, under the first heading that shows it; headings of nothing are left out. */
export function groupsOf(drafts: readonly Draft[]): Group[] {
  const placed = new Set<Task>();
  return drafts
    .filter(({ tasks }) => tasks.length > 0)
    .map((draft) => {
      const all = [...new Set(draft.tasks)];
      const tasks = all.filter((task) => !placed.has(task));
      const elsewhere = all.filter((task) => placed.has(task));
      if (!draft.brief) for (const task of tasks) placed.add(task);
      return { ...draft, tasks, elsewhere };
    });
}

const tasksOf = (duties: readonly CollectiveDuty[], wanted: Role): Task[] =>
  duties.filter(({ role }) => role === wanted).map(({ task }) => task);

/** A unit's tasks, by how certain it is that they are the unit's, and by role. */
export function dutyDrafts({ name }: UnitEntry, { through, open, maybeThrough, ...own }: Duties): Draft[] {
  const byRole = (draft: (role: Role) => Draft) => ROLES.map(draft);
  return [
    ...byRole((role) => ({ heading: ROLE_NAMES[role], role, tasks: own[ROLE_LISTS[role]] })),
    ...through.flatMap(({ collective, all, duties }) =>
      byRole((role) => ({
        heading: `通过“${collective.name}”${ROLE_NAMES[role]}`,
        note: all
          ? `原文写的是统称，包括${name}，不与点名的任务合计。`
          : `原文未指明是哪些单位，${name}是否在内须向牵头单位核实，故只列编号和开头。`,
        brief: !all,
        through: true,
        role,
        tasks: tasksOf(duties, role),
      })),
    ),
    ...byRole((role) => ({
      heading: `可能${ROLE_NAMES[role]}的原件待查内容`,
      note: `下列各行的${ROLE_NAMES[role]}单位原件待查，${name}只是可能的值之一，不能据此认定。`,
      role,
      maybe: true,
      tasks: tasksOf(open, role),
    })),
    ...maybeThrough.flatMap(({ collective, duties }) =>
      byRole((role) => ({
        heading: `可能通过“${collective.name}”${ROLE_NAMES[role]}的原件待查内容`,
        note: `下列各行的${ROLE_NAMES[role]}单位原件待查，“${collective.name}”只是可能的值之一，不能据此认定，故只列编号和开头。`,
        brief: true,
        role,
        maybe: true,
        tasks: tasksOf(duties, role),
      })),
    ),
  ];
}
