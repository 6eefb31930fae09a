import { type Section, type Task, UNIT_KINDS, type UnitEntry, type UnitKind } from '../notice/model.ts';

/** How many tasks of a section name at least one unit of a kind, by role; open cells are left out. */
export interface MatrixCell {
  kind: UnitKind;
  lead: number;
  support: number;
}

export interface MatrixRow {
  section: number;
  title: string;
  /** In the order of `UNIT_KINDS`. */
  cells: MatrixCell[];
  /** Tasks whose supporting units are not to be known, and so stand in no cell. */
  openSupports: number;
}

/**
 * Sections against kinds of unit. A task that names two kinds counts under both, so no row or column
 * has a meaningful sum; 集合称谓 are a kind of their own and stand for no other.
 *
 * @returns a row for each section that has tasks
 */
export function matrixOf(
  sections: readonly Section[],
  tasks: readonly Task[],
  authority: ReadonlyMap<string, UnitEntry>,
): MatrixRow[] {
  const names = (task: Task, role: 'lead' | 'support', kind: UnitKind) =>
    task[role].status !== 'open' && task[role].units?.some((slug) => authority.get(slug)?.kind === kind) === true;
  return sections
    .map(({ number, title }) => ({ number, title, own: tasks.filter(({ section }) => section === number) }))
    .filter(({ own }) => own.length > 0)
    .map(({ number, title, own }) => ({
      section: number,
      title,
      cells: UNIT_KINDS.map((kind) => ({
        kind,
        lead: own.filter((task) => names(task, 'lead', kind)).length,
        support: own.filter((task) => names(task, 'support', kind)).length,
      })),
      openSupports: own.filter(({ support }) => support.status === 'open').length,
    }));
}
