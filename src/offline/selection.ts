import { readDeadline } from '../notice/deadlines.ts';
import type { NoticeData, Task, UnitEntry } from '../notice/model.ts';
import { NoticeError } from '../notice/problem.ts';
import { Authority } from '../notice/units.ts';
import { matchRow, type RowFacts } from '../views/annex-match.ts';
import type { AnnexView } from '../views/annex-view.ts';
import { monthsOf } from '../views/months.ts';
import { kindAnchor } from '../views/units.ts';

const dueOf = (reading: ReturnType<typeof readDeadline>): string[] =>
  reading?.kind === 'ongoing' ? ['ongoing'] : monthsOf(reading).map(({ month }) => month);

/** A task as the filters of the annex see its row. */
export function factsOf({ section, lead, support, deadline }: Task): RowFacts {
  const { status, reading, candidates = [] } = deadline;
  return {
    section,
    lead: lead.status === 'open' ? [] : (lead.units ?? []),
    support: support.status === 'open' ? [] : (support.units ?? []),
    maybeSupport: support.status === 'open' ? (support.candidateUnits ?? []).flat() : [],
    due: status === 'open' ? [] : dueOf(reading),
    maybeDue: status === 'open' ? candidates.map(readDeadline).flatMap(dueOf) : [],
    statuses: { lead: lead.status, support: support.status, deadline: status },
  };
}

/**
 * The rows that a view of the annex shows, in printed order, and apart from them those that an open cell may bring
 * into it.
 */
export function tasksIn({ tasks, units }: NoticeData, view: AnnexView): { sure: Task[]; maybe: Task[] } {
  const kinds = new Map(units.map(({ slug, kind }) => [slug, kindAnchor(kind)]));
  const match = (task: Task) => matchRow(factsOf(task), view, (slug) => kinds.get(slug));
  return {
    sure: tasks.filter((task) => match(task) === 'yes'),
    maybe: tasks.filter((task) => match(task) === 'maybe'),
  };
}

/**
 * A unit by its name or slug, or by another name or spelling that is no other unit's too.
 *
 * @throws NoticeError with the nearest names for one that nobody knows, with all units for one that several have had
 */
export function unitNamed(name: string, authority: readonly UnitEntry[]): UnitEntry {
  const own = authority.find((unit) => unit.name === name || unit.slug === name);
  if (own) return own;
  const called = authority.filter(({ aliases, pinyin, initials }) => [...aliases, pinyin, initials].includes(name));
  const [found, ...others] = called;
  if (!found) {
    const nearest = new Authority([...authority]).nearest(name).join('、');
    throw new NoticeError(`no unit is called “${name}”`, `The nearest names: ${nearest}.`);
  }
  if (others.length > 0) {
    const names = called.map((unit) => unit.name).join('、');
    throw new NoticeError(`“${name}” may be ${called.length} units`, `Name one of them: ${names}.`);
  }
  return found;
}

/**
 * Tasks by their numbers, in printed order.
 *
 * @throws NoticeError for a number that no row of the annex has
 */
export function tasksNumbered(ids: readonly string[], { tasks }: NoticeData): Task[] {
  const unknown = ids.find((id) => !tasks.some((task) => task.id === id));
  if (unknown !== undefined) {
    throw new NoticeError(
      `the annex has no task “${unknown}”`,
      `Tasks are numbered from ${tasks[0]?.id} to ${tasks.at(-1)?.id}.`,
    );
  }
  return tasks.filter((task) => ids.includes(task.id));
}
