import type { Section, SectionNode, Task } from './model.ts';
import { belongsTo, inBody, sectionHeading, sectionKey } from './names.ts';

/** Items that each belong to a task, grouped by the task's section; sections without any are left out. */
export function bySection<T>(
  items: readonly T[],
  sections: readonly Section[],
  taskOf: (item: T) => Task,
): { section: Section; items: T[] }[] {
  return sections
    .map((section) => ({ section, items: items.filter((item) => belongsTo(taskOf(item), section)) }))
    .filter(({ items }) => items.length > 0);
}

/**
 * The headings that stand before a clause; one without words of its own stands before what follows it.
 *
 * @returns those of each clause by its id, in reading order
 */
function headings({ nodes = [] }: Pick<Section, 'nodes'>): { before: Map<string, SectionNode[]>; end: SectionNode[] } {
  const before = new Map<string, SectionNode[]>();
  let waiting: SectionNode[] = [];
  for (const node of nodes) {
    waiting.push(node);
    if (node.firstClause === undefined) continue;
    before.set(node.firstClause, [...(before.get(node.firstClause) ?? []), ...waiting]);
    waiting = [];
  }
  return { before, end: waiting };
}

export const headingsBefore = (section: Pick<Section, 'nodes'>, clause: string): SectionNode[] =>
  headings(section).before.get(clause) ?? [];

export const headingsAtEnd = (section: Pick<Section, 'nodes'>): SectionNode[] => headings(section).end;

/** Rows of the table of tasks that stand under one heading. */
export interface TaskGroup {
  anchor: string;
  /** Null where nothing is printed over them. */
  heading: string | null;
  section?: Section;
  rows: Task[];
}

/**
 * The tasks of a notice by what they come under: the section that they belong to, else the heading that their own table
 * prints; in printed order.
 */
export function taskGroups(tasks: readonly Task[], sections: readonly Section[]): TaskGroup[] {
  const groups: (TaskGroup & { key: string })[] = [];
  for (const task of tasks) {
    const section = sections.find((each) => belongsTo(task, each));
    const key = section ? `section ${sectionKey(section)} ${task.origin ?? ''}` : `group ${task.group ?? ''}`;
    const known = groups.find((group) => group.key === key);
    if (known) {
      known.rows.push(task);
      continue;
    }
    const isFirst = !groups.some((group) => group.section === section && section);
    groups.push({
      key,
      anchor: section && isFirst ? `s-${sectionKey(section)}` : `g-${groups.length + 1}`,
      heading: section ? sectionHeading(section) : (task.group ?? null),
      ...(section ? { section } : {}),
      rows: [task],
    });
  }
  return groups;
}

/** The sections of the body that have tasks: what the table can be filtered by. */
export const sectionsWithTasks = (tasks: readonly Task[], sections: readonly Section[]): Section[] =>
  sections.filter((section) => inBody(section) && tasks.some((task) => belongsTo(task, section)));
