import { isCertain, isUnsure } from '../../notice/grades.ts';
import { type Section, type Task, UNIT_KINDS, type UnitEntry, type UnitKind } from '../../notice/model.ts';

/** How many tasks of a section name at least one unit of a kind for certain, by role. */
export interface MatrixCell {
  kind: UnitKind;
  lead: number;
  support: number;
  /** Cells that show such a unit, but may be missing; never part of the two. */
  unsure: number;
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
  const naming = (own: readonly Task[], role: 'lead' | 'support', kind: UnitKind) =>
    own.map((task) => task[role]).filter(({ units }) => units?.some((slug) => authority.get(slug)?.kind === kind));
  return sections
    .map(({ number, title }) => ({ number, title, own: tasks.filter(({ section }) => section === number) }))
    .filter(({ own }) => own.length > 0)
    .map(({ number, title, own }) => ({
      section: number,
      title,
      cells: UNIT_KINDS.map((kind) => ({
        kind,
        lead: naming(own, 'lead', kind).filter(isCertain).length,
        support: naming(own, 'support', kind).filter(isCertain).length,
        unsure: [...naming(own, 'lead', kind), ...naming(own, 'support', kind)].filter(isUnsure).length,
      })),
      openSupports: own.filter(({ support }) => support.status === 'open').length,
    }));
}
