import { cellOf } from '../../notice/absent.ts';
import { sectionsWithTasks } from '../../notice/by-section.ts';
import { ROLES, type Role } from '../../notice/duties.ts';
import { isCertain, isUnsure } from '../../notice/grades.ts';
import { type Section, type Task, UNIT_KINDS, type UnitEntry, type UnitKind } from '../../notice/model.ts';
import { belongsTo } from '../../notice/names.ts';

/** How many tasks of a section name at least one unit of a kind for certain, by role. */
export interface MatrixCell {
  kind: UnitKind;
  lead: number;
  support: number;
  /** Where the notice has any who answer, neither leading nor supporting. */
  responsible?: number;
  /** Cells that show such a unit, but may be missing; never part of the two. */
  unsure: number;
}

export interface MatrixRow {
  section: Section;
  /** A kind each, those that some row names, in the order of `UNIT_KINDS`. */
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
  const naming = (own: readonly Task[], role: Role, kind: UnitKind) =>
    own
      .map((task) => cellOf(task, role))
      .filter(({ units }) => units?.some((slug) => authority.get(slug)?.kind === kind));
  const named = new Set(
    tasks.flatMap((task) =>
      ROLES.flatMap((role) => (task[role]?.units ?? []).map((slug) => authority.get(slug)?.kind)),
    ),
  );
  const answers = tasks.some(({ responsible }) => responsible !== undefined);
  const kinds = UNIT_KINDS.filter((kind) => named.has(kind));
  return sectionsWithTasks(tasks, sections)
    .map((section) => ({ section, own: tasks.filter((task) => belongsTo(task, section)) }))
    .map(({ section, own }) => ({
      section,
      cells: kinds.map((kind) => ({
        kind,
        lead: naming(own, 'lead', kind).filter(isCertain).length,
        support: naming(own, 'support', kind).filter(isCertain).length,
        ...(answers ? { responsible: naming(own, 'responsible', kind).filter(isCertain).length } : {}),
        unsure: ROLES.flatMap((role) => naming(own, role, kind)).filter(isUnsure).length,
      })),
      openSupports: own.filter(({ support }) => support.status === 'open').length,
    }));
}
