import { cellOf, columnsIn } from './absent.ts';
import { COLUMN_NAMES } from './columns.ts';
import { type Pair, pairTasks, type Unsure } from './compare-pairs.ts';
import { type Run, runsBetween, sameWords } from './compare-words.ts';
import { ROLES, type Role } from './duties.ts';
import { yearOf } from './following-years.ts';
import { isCertain } from './grades.ts';
import type { NoticeData, Task, UnitEntry } from './model.ts';
import { type Successors, successorsOf } from './successors.ts';

/** What of a task may change. `second` is whoever the later notice names beside the lead, whatever it calls them. */
export type Field = 'text' | 'lead' | 'second' | 'responsible' | 'deadline';

export interface FieldChange {
  field: Field;
  /** What to call it, as the notices print it. */
  name: string;
  runs: Run[];
  /** The same units in another order. */
  orderOnly?: true;
}

/** A task that both notices have. */
export interface ComparedPair extends Pair {
  changes: FieldChange[];
  /** Names of what cannot be compared, since a cell of either year is not certain. */
  open: string[];
  /** A year in its words or deadline has moved on with the plan, and nothing else of that. */
  yearMoved: boolean;
  /** Units that have a new name since, each with it. */
  renamed: { was: string; is: string }[];
}

/** What became of one plan's tasks in the next year's. */
export interface Comparison {
  /** Nothing changed of what can be compared. */
  kept: ComparedPair[];
  changed: ComparedPair[];
  dropped: Task[];
  added: Task[];
  /** Which task became which, or whether any did, the texts do not tell. */
  unsure: Unsure[];
  /** The one notice names roles that the other does not, so that only all names together can be compared. */
  otherRoles: boolean;
  successors: Successors;
}

/** A field of units as the two notices are compared: the roles of each that stand for it. */
interface UnitField {
  field: Field;
  name: string;
  was: Role[];
  is: Role[];
}

const rolesIn = (tasks: readonly Task[]): Role[] =>
  ROLES.filter((role) => tasks.some((task) => !cellOf(task, role).absent));

const nameOf = (tasks: readonly Task[], roles: readonly Role[]): string =>
  columnsIn(tasks)
    .filter(({ column }) => roles.includes(column as Role))
    .map(({ name }) => name)
    .join('、');

/** Which roles of the one notice are to be held against which of the other. */
function unitFields(was: readonly Task[], is: readonly Task[]): { fields: UnitField[]; otherRoles: boolean } {
  const [before, after] = [rolesIn(was), rolesIn(is)];
  const named = (field: Field, a: Role[], b: Role[]): UnitField => {
    const [nameA, nameB] = [nameOf(was, a), nameOf(is, b)];
    return {
      field,
      name: nameA === nameB || nameA === '' ? nameB : nameB === '' ? nameA : `${nameA}→${nameB}`,
      was: a,
      is: b,
    };
  };
  const fieldOf: Record<Role, Field> = { lead: 'lead', support: 'second', responsible: 'responsible' };
  const shared = before.length === after.length && before.every((role) => after.includes(role));
  if (shared) return { fields: before.map((role) => named(fieldOf[role], [role], [role])), otherRoles: false };
  if (before.includes('lead') === after.includes('lead')) {
    const beside = (roles: Role[]) => roles.filter((role) => role !== 'lead');
    const lead = before.includes('lead') ? [named('lead', ['lead'], ['lead'])] : [];
    return { fields: [...lead, named('second', beside(before), beside(after))], otherRoles: false };
  }
  return { fields: [{ ...named('second', before, after), name: '单位' }], otherRoles: true };
}

class Comparer {
  readonly #years: number;
  readonly #fields: UnitField[];
  readonly #successors: Successors;
  readonly #authority: ReadonlyMap<string, UnitEntry>;
  readonly #deadlineName: string;

  constructor(
    years: number,
    fields: UnitField[],
    successors: Successors,
    authority: ReadonlyMap<string, UnitEntry>,
    deadlineName: string,
  ) {
    this.#years = years;
    this.#fields = fields;
    this.#successors = successors;
    this.#authority = authority;
    this.#deadlineName = deadlineName;
  }

  compare(pair: Pair): ComparedPair {
    const result: ComparedPair = { ...pair, changes: [], open: [], yearMoved: false, renamed: [] };
    this.#text(result);
    for (const field of this.#fields) this.#units(result, field);
    this.#deadline(result);
    return result;
  }

  #movedOn(was: string, is: string): boolean {
    const years = (text: string) => this.#successors.names.wordsOf(text).flatMap(({ year }) => year ?? []);
    const before = years(was);
    return years(is).some((year, index) => before[index] !== undefined && before[index] !== year);
  }

  #text(result: ComparedPair): void {
    const { was, is } = result;
    const words = [was, is].map(({ text }) => this.#successors.names.wordsOf(text));
    const [a = [], b = []] = words;
    if (sameWords(a, b, this.#years)) result.yearMoved ||= this.#movedOn(was.text, is.text);
    else result.changes.push({ field: 'text', name: '措辞', runs: runsBetween(a, b, this.#years) });
  }

  /** The units of some roles, in printed order; nothing where a cell is not certain. */
  #slugsOf(task: Task, roles: readonly Role[]): string[] | undefined {
    const cells = roles.map((role) => cellOf(task, role)).filter(({ absent }) => !absent);
    if (cells.some((cell) => !isCertain(cell))) return undefined;
    return [...new Set(cells.flatMap(({ units = [] }) => units))];
  }

  #nameOf(slug: string): string {
    return this.#authority.get(slug)?.name ?? slug;
  }

  #units(result: ComparedPair, { field, name, was: rolesBefore, is: rolesAfter }: UnitField): void {
    const [before, after] = [this.#slugsOf(result.was, rolesBefore), this.#slugsOf(result.is, rolesAfter)];
    if (!before || !after) {
      result.open.push(name);
      return;
    }
    const now = (slug: string) => this.#successors.of(slug);
    for (const slug of before)
      if (!after.includes(slug) && after.includes(now(slug)))
        result.renamed.push({ was: this.#nameOf(slug), is: this.#nameOf(now(slug)) });
    const [a, b] = [[...new Set(before.map(now))], [...new Set(after.map(now))]];
    if (a.join() === b.join()) return;
    const orderOnly = a.length === b.length && a.every((slug) => b.includes(slug));
    // Of several that lead or answer the first does before the others; the order of those beside them says nothing.
    if (orderOnly && (field === 'second' || a[0] === b[0])) return;
    const listed = (slugs: string[], kind: Run['kind']): Run[] =>
      slugs.map((slug) => ({ kind, text: this.#nameOf(slug) }));
    const runs = orderOnly
      ? [
          { kind: 'removed' as const, text: a.map((slug) => this.#nameOf(slug)).join('、') },
          { kind: 'added' as const, text: b.map((slug) => this.#nameOf(slug)).join('、') },
        ]
      : [
          ...listed(
            a.filter((slug) => !b.includes(slug)),
            'removed',
          ),
          ...b.flatMap((slug) => listed([slug], a.includes(slug) ? 'same' : 'added')),
        ];
    result.changes.push({ field, name, runs, ...(orderOnly ? { orderOnly: true as const } : {}) });
  }

  #deadline(result: ComparedPair): void {
    const [was, is] = [result.was, result.is].map((task) => cellOf(task, 'deadline')) as [
      Task['deadline'],
      Task['deadline'],
    ];
    if ([was, is].some((cell) => !cell.absent && !isCertain(cell))) {
      result.open.push(this.#deadlineName);
      return;
    }
    const [before, after] = [was, is].map(({ absent, text }) => (absent || text === '——' ? '' : (text ?? ''))) as [
      string,
      string,
    ];
    if (sameWords(this.#successors.names.wordsOf(before), this.#successors.names.wordsOf(after), this.#years)) {
      result.yearMoved ||= this.#movedOn(before, after);
      return;
    }
    const runs: Run[] = [
      { kind: 'removed', text: before || '（未写时限）' },
      { kind: 'added', text: after || '（未写时限）' },
    ];
    result.changes.push({ field: 'deadline', name: this.#deadlineName, runs });
  }
}

/**
 * What became of the tasks of one notice in another of a following year. No change is told of marks, width, numerals, a
 * year that moved on with the plan, or a unit's new name that the authority file knows; what no text tells is unsure.
 */
export function compareNotices(
  was: Pick<NoticeData, 'notice' | 'tasks'>,
  is: Pick<NoticeData, 'notice' | 'tasks'>,
  authority: ReadonlyMap<string, UnitEntry>,
): Comparison {
  const years = (yearOf(is.notice) ?? 0) - (yearOf(was.notice) ?? 0);
  const successors = successorsOf(authority, is.notice.dated);
  const { pairs, dropped, added, unsure } = pairTasks(was.tasks, is.tasks, years, successors);
  const { fields, otherRoles } = unitFields(was.tasks, is.tasks);
  const deadlineName = [...columnsIn(is.tasks), ...columnsIn(was.tasks)].find(
    ({ column }) => column === 'deadline',
  )?.name;
  const comparer = new Comparer(years, fields, successors, authority, deadlineName ?? COLUMN_NAMES.deadline);
  const compared = pairs.map((pair) => comparer.compare(pair));
  return {
    kept: compared.filter(({ changes }) => changes.length === 0),
    changed: compared.filter(({ changes }) => changes.length > 0),
    dropped,
    added,
    unsure,
    otherRoles,
    successors,
  };
}
