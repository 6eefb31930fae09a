import type { Task, UnitEntry } from '../notice/model.ts';
import type { Duties } from '../views/duties.ts';

/** Tasks under one heading of a briefing. */
export interface Group {
  heading: string;
  note?: string;
  /** Whose rows stand here; only their numbers and first words where it is not known whether they are meant. */
  tasks: Task[];
  brief?: boolean;
  /** Whose rows stand under an earlier heading already. */
  elsewhere: Task[];
}

/** What a heading is to hold, before rows that stand elsewhere are taken out. */
export type Draft = Omit<Group, 'elsewhere'>;

/** Sees to it that each row stands once, under its first heading; headings of nothing are left out. */
export function groupsOf(drafts: readonly Draft[]): Group[] {
  const placed = new Set<Task>();
  return drafts
    .filter(({ tasks }) => tasks.length > 0)
    .map((draft) => {
      const all = [...new Set(draft.tasks)];
      const tasks = all.filter((task) => !placed.has(task));
      const elsewhere = all.filter((task) => placed.has(task));
      for (const task of tasks) placed.add(task);
      return { ...draft, tasks, elsewhere };
    });
}

/** A unit's tasks, by how certain it is that they are the unit's; `keep` says which rows other filters leave. */
export function dutyDrafts(
  { name }: UnitEntry,
  { leads, supports, through, open }: Duties,
  keep: (task: Task) => boolean,
): Draft[] {
  const drafts: Draft[] = [
    { heading: '牵头', tasks: leads },
    { heading: '配合', tasks: supports },
    ...through.map(({ collective, all, duties }) => ({
      heading: `通过“${collective.name}”`,
      note: all
        ? `原文写的是集合称谓，包括${name}，不与点名的任务合计。`
        : `原文未指明是哪些单位，${name}是否在内须向牵头单位核实，故只列编号和开头。`,
      brief: !all,
      tasks: duties.map(({ task }) => task),
    })),
    {
      heading: '可能涉及的待核内容',
      note: `下列各行的配合单位待核，${name}只是可能的值之一，不能据此认定。`,
      tasks: open.map(({ task }) => task),
    },
  ];
  return drafts.map((draft) => ({ ...draft, tasks: draft.tasks.filter(keep) }));
}
