import { cellOf } from '../notice/absent.ts';
import { ROLES, type Role } from '../notice/duties.ts';
import { isCertain, isUnsure } from '../notice/grades.ts';
import { isUnknown } from '../notice/may-fall.ts';
import type { Counts, Searchable, UnitAnswer } from './model.ts';
import { dueOf, unsureDueOf } from './record-places.ts';

type Task = Searchable['tasks'][number];

const shows = (task: Task, role: Role, slug: string) => cellOf(task, role).units?.includes(slug) === true;
const names = (task: Task, role: Role, slug: string) => isCertain(cellOf(task, role)) && shows(task, role, slug);

const countsOf = (slug: string, tasks: readonly Task[]): Counts => {
  const supported = tasks.filter((task) => names(task, 'support', slug));
  const inferred = supported.filter(({ support }) => support.status === 'inferred').length;
  const answers = tasks.filter((task) => names(task, 'responsible', slug)).length;
  const unsure = tasks.flatMap((task) =>
    ROLES.filter((role) => isUnsure(cellOf(task, role)) && shows(task, role, slug)),
  ).length;
  return {
    leads: tasks.filter((task) => names(task, 'lead', slug)).length,
    supports: supported.length,
    ...(answers > 0 ? { answers } : {}),
    ...(inferred > 0 ? { inferred } : {}),
    ...(unsure > 0 ? { unsure } : {}),
  };
};

type First = Pick<UnitAnswer, 'first' | 'firstInferred' | 'earlier'>;

/**
 * The earliest month among a unit's tasks; inferred unless one of that month is printed, in date and in unit. A cell
 * that is open or may be missing is none of them; the tasks that may fall earlier by such a cell are counted.
 *
 * @param tasks with the months that their open deadlines may name; those that name the unit, or show it where the cell may be missing
 */
function firstDue(slug: string, tasks: readonly Task[]): First {
  const own = tasks.filter((task) => ROLES.some((role) => names(task, role, slug)));
  const dated = own.flatMap((task) => {
    const printed = ROLES.some((role) => cellOf(task, role).status === 'printed' && names(task, role, slug));
    const sure = task.deadline.status === 'printed' && printed;
    return dueOf(task)
      .filter((month) => month !== 'ongoing')
      .map((month) => ({ month, sure }));
  });
  const first = dated.map(({ month }) => month).sort()[0];
  const precedes = (month: string) => month !== 'ongoing' && (first === undefined || month < first);
  const mayPrecede = (task: Task) => {
    if (isUnknown(task.deadline) || isUnsure(task.deadline)) return true;
    const maybe = [...(task.deadline.mayFall ?? []), ...unsureDueOf(task), ...(own.includes(task) ? [] : dueOf(task))];
    return maybe.some(precedes);
  };
  const earlier = tasks.filter(mayPrecede).length;
  const inferred = first !== undefined && !dated.some(({ month, sure }) => month === first && sure);
  return {
    ...(first === undefined ? {} : { first }),
    ...(inferred ? { firstInferred: true } : {}),
    ...(earlier > 0 ? { earlier } : {}),
  };
}

/** What a unit's card says of tasks, which hold the months that open deadlines may name: what is certain, and how much is not. */
export const unitDuties = (slug: string, tasks: readonly Task[]): Counts & First => ({
  ...countsOf(slug, tasks),
  ...firstDue(
    slug,
    tasks.filter((task) => ROLES.some((role) => shows(task, role, slug))),
  ),
});
