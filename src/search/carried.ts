import type { Searchable } from './model.ts';

type Section = Searchable['sections'][number];
type Task = Searchable['tasks'][number];
type Cells = Pick<Task, 'lead' | 'support' | 'responsible' | 'deadline'>;
type Words = Omit<Task, keyof Cells>;

/**
 * A notice as it travels to the browser: the sections in their order and the tasks in theirs, but each task soon after
 * the section whose words it repeats, where compression still sees them; the cells of all tasks behind.
 */
export interface Carried extends Omit<Searchable, 'sections' | 'tasks'> {
  parts: (Section | Words)[];
  cells: Cells[];
}

/** Makes a notice ready to travel. */
export function carried({ sections, tasks, ...rest }: Searchable): Carried {
  const parts: Carried['parts'] = [];
  const cells: Cells[] = [];
  let done = 0;
  for (const { lead, support, responsible, deadline, ...words } of tasks) {
    const last = sections.findIndex(({ number, part }) => number === words.section && part === words.part);
    parts.push(...sections.slice(done, last + 1), words);
    cells.push({ lead, support, ...(responsible ? { responsible } : {}), deadline });
    done = Math.max(done, last + 1);
  }
  return { ...rest, parts: [...parts, ...sections.slice(done)], cells };
}

/** A notice as it was before it travelled. */
export function arrived({ parts, cells, ...rest }: Carried): Searchable {
  const isSection = (part: Section | Words): part is Section => 'clauses' in part;
  const words = parts.filter((part): part is Words => !isSection(part));
  return {
    ...rest,
    sections: parts.filter(isSection),
    tasks: words.map((each, index) => ({ ...each, ...(cells[index] as Cells) })),
  };
}
