import { ABSENT } from './absent.ts';
import type { AnnexView } from './annex-view.ts';
import { type Grade, gradeOf, isCertain, isUnsure } from './grades.ts';
import { isUnknown } from './may-fall.ts';
import { maybeDueKeys } from './maybe-due.ts';
import type { Cell, Task } from './model.ts';
import { dueKeys } from './months.ts';

type RowCell = Pick<Cell, 'status' | 'text' | 'units' | 'candidates' | 'candidateUnits' | 'mayBeMissing' | 'absent'>;

/** As much of a task as a row of the annex shows. */
export interface RowTask {
  section: number;
  lead: RowCell;
  support: RowCell;
  responsible?: RowCell;
  deadline: RowCell & Pick<Task['deadline'], 'reading'>;
}

/** What a filter asks of a row of the annex; units by slug, months as `2022-08` or `ongoing`. */
export interface RowFacts {
  section: number;
  lead: readonly string[];
  support: readonly string[];
  responsible: readonly string[];
  /** Units that the cells may name: candidates of an open one, and what one shows that may be missing. */
  maybeLead: readonly string[];
  maybeSupport: readonly string[];
  maybeResponsible: readonly string[];
  due: readonly string[];
  /** Where the deadline may fall, by the same cells. */
  maybeDue: readonly string[];
  /** Which of the two may be anything, the extraction having left no candidate. */
  unknown: { support: boolean; deadline: boolean };
  grades: { lead: Grade; support: Grade; deadline: Grade };
}

/** A task as the filters of the annex see its row. */
export function factsOf({ section, lead, support, responsible = ABSENT, deadline }: RowTask): RowFacts {
  const named = (cell: RowCell) => (isCertain(cell) ? (cell.units ?? []) : []);
  const maybe = (cell: RowCell) => (isUnsure(cell) ? (cell.units ?? []) : (cell.candidateUnits ?? []).flat());
  const due = dueKeys(deadline.reading);
  return {
    section,
    lead: named(lead),
    support: named(support),
    responsible: named(responsible),
    maybeLead: maybe(lead),
    maybeSupport: maybe(support),
    maybeResponsible: maybe(responsible),
    due: isCertain(deadline) ? due : [],
    maybeDue: isUnsure(deadline) ? due : maybeDueKeys(deadline),
    unknown: { support: isUnknown(support), deadline: isUnknown(deadline) },
    grades: { lead: gradeOf(lead), support: gradeOf(support), deadline: gradeOf(deadline) },
  };
}

/** `maybe`: a cell decides that is open or may be missing, and one of its candidates, or what it shows, would match. */
export type Match = 'yes' | 'maybe' | 'no';

/**
 * Whether a row belongs to a view. What is not certain never makes a `yes`.
 *
 * @param kindOf the `kind-1` of a unit
 */
export function matchRow(row: RowFacts, view: AnnexView, kindOf: (slug: string) => string | undefined): Match {
  const matches = [
    view.section === undefined || view.section === row.section ? 'yes' : 'no',
    matchUnit(row, view, kindOf),
    matchDue(row, view.due),
    matchStatus(row, view.status),
  ];
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
}

function matchUnit(row: RowFacts, { unit, role }: AnnexView, kindOf: (slug: string) => string | undefined): Match {
  if (unit === undefined) return 'yes';
  const wanted = (slug: string) => slug === unit || kindOf(slug) === unit;
  const asked = (each: NonNullable<AnnexView['role']>) => role === undefined || role === each;
  const leads = asked('lead') && row.lead.some(wanted);
  const supports = asked('support') && row.support.some(wanted);
  const answers = asked('responsible') && row.responsible.some(wanted);
  if (leads || supports || answers) return 'yes';
  const mayLead = asked('lead') && row.maybeLead.some(wanted);
  const maySupport = asked('support') && (row.unknown.support || row.maybeSupport.some(wanted));
  const mayAnswer = asked('responsible') && row.maybeResponsible.some(wanted);
  return mayLead || maySupport || mayAnswer ? 'maybe' : 'no';
}

function matchDue({ due, maybeDue, unknown, grades }: RowFacts, wanted: string | undefined): Match {
  if (wanted === undefined || due.includes(wanted)) return 'yes';
  if (wanted === 'open') return grades.deadline === 'open' ? 'yes' : 'no';
  return unknown.deadline || maybeDue.includes(wanted) ? 'maybe' : 'no';
}

function matchStatus({ grades }: RowFacts, wanted: AnnexView['status']): Match {
  const cells = Object.values(grades);
  if (wanted === undefined) return 'yes';
  const matches = wanted === 'printed' ? cells.every((cell) => cell === wanted) : cells.includes(wanted);
  return matches ? 'yes' : 'no';
}

/** What a row is sorted by: its months, as the filters see them, and its leading units as printed. */
export interface SortKeys {
  due: readonly string[];
  leadText: string;
}

/** Puts rows into the order of a view; those of equal rank stay as they are. */
export function sortRows<T>(rows: readonly T[], by: AnnexView['sort'], keysOf: (row: T) => SortKeys): T[] {
  if (by === 'due') return rows.toSorted((a, b) => dueRank(keysOf(a)).localeCompare(dueRank(keysOf(b))));
  if (by === 'lead') return rows.toSorted((a, b) => keysOf(a).leadText.localeCompare(keysOf(b).leadText, 'zh-CN'));
  return [...rows];
}

/** Where a row stands when sorted by deadline: dates first, then ongoing ones, then those not to be known. */
function dueRank({ due }: Pick<SortKeys, 'due'>): string {
  const [first] = due;
  if (first === undefined) return '9';
  return first === 'ongoing' ? '8' : first;
}
