import type { Role } from './duties.ts';
import { isUnsure } from './grades.ts';
import type { NoticeData, NoticeHead, NoticePart, Section, Task, Unit, UnitEntry } from './model.ts';

/** The parts of a notice as `content/` holds them, clause texts included. */
export interface NoticeParts {
  head: NoticeHead;
  parts?: NoticePart[];
  sections: Section[];
  tasks: Task[];
  /** The whole authority file, units that this notice does not name included. */
  units: UnitEntry[];
}

/** Every unit that a task's cells name, open candidates included. */
const namedBy = ({ lead, support, responsible }: Task): string[] =>
  [lead, support, responsible].flatMap((cell) => [...(cell?.units ?? []), ...(cell?.candidateUnits ?? []).flat()]);

/**
 * Puts the published data together: the notice, and the units that it names with the tasks of each.
 * A support cell that is open gives nobody a task; its candidates stand in the cell.
 */
export function assemble({ head, parts, sections, tasks, units }: NoticeParts): NoticeData {
  const named = new Set(tasks.flatMap(namedBy));
  const idsOf = (list: readonly Task[], role: Role, slug: string) =>
    list.filter((task) => task[role]?.units?.includes(slug)).map(({ id }) => id);
  const unsure = {
    lead: tasks.filter(({ lead }) => isUnsure(lead)),
    support: tasks.filter(({ support }) => isUnsure(support)),
    responsible: tasks.filter(({ responsible }) => responsible && isUnsure(responsible)),
  };
  const withTasks = (unit: UnitEntry): Unit => {
    const { slug } = unit;
    const doubtful = { leads: idsOf(unsure.lead, 'lead', slug), supports: idsOf(unsure.support, 'support', slug) };
    const maybeAnswers = idsOf(unsure.responsible, 'responsible', slug);
    const answersFor = idsOf(tasks, 'responsible', slug);
    return {
      ...unit,
      leads: idsOf(tasks, 'lead', slug),
      supports: idsOf(tasks, 'support', slug),
      ...(answersFor.length > 0 ? { answersFor } : {}),
      ...(doubtful.leads.length + doubtful.supports.length + maybeAnswers.length > 0
        ? { unsure: { ...doubtful, ...(maybeAnswers.length > 0 ? { answersFor: maybeAnswers } : {}) } }
        : {}),
    };
  };
  return {
    notice: head,
    ...(parts ? { parts } : {}),
    sections,
    tasks,
    units: units.filter(({ slug }) => named.has(slug)).map(withTasks),
  };
}
