import { isUnsure } from './grades.ts';
import type { NoticeData, NoticeHead, Section, Task, Unit, UnitEntry } from './model.ts';

/** The parts of a notice as `content/` holds them, clause texts included. */
export interface NoticeParts {
  head: NoticeHead;
  sections: Section[];
  tasks: Task[];
  /** The whole authority file, units that this notice does not name included. */
  units: UnitEntry[];
}

/** Every unit that a task's cells name, open candidates included. */
function namedBy({ lead, support }: Task): string[] {
  return [...(lead.units ?? []), ...(support.units ?? []), ...(support.candidateUnits ?? []).flat()];
}

/**
 * Puts the published data together: the notice, and the units that it names with the tasks of each.
 * A support cell that is open gives nobody a task; its candidates stand in the cell.
 */
export function assemble({ head, sections, tasks, units }: NoticeParts): NoticeData {
  const named = new Set(tasks.flatMap(namedBy));
  const idsOf = (list: readonly Task[], role: 'lead' | 'support', slug: string) =>
    list.filter((task) => task[role].units?.includes(slug)).map(({ id }) => id);
  const unsure = {
    lead: tasks.filter(({ lead }) => isUnsure(lead)),
    support: tasks.filter(({ support }) => isUnsure(support)),
  };
  const withTasks = (unit: UnitEntry): Unit => {
    const { slug } = unit;
    const doubtful = { leads: idsOf(unsure.lead, 'lead', slug), supports: idsOf(unsure.support, 'support', slug) };
    return {
      ...unit,
      leads: idsOf(tasks, 'lead', slug),
      supports: idsOf(tasks, 'support', slug),
      ...(doubtful.leads.length + doubtful.supports.length > 0 ? { unsure: doubtful } : {}),
    };
  };
  return { notice: head, sections, tasks, units: units.filter(({ slug }) => named.has(slug)).map(withTasks) };
}
