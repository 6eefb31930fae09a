import { isUnknown, maybeDueKeys } from '../views/maybe-due.ts';
import type { Counts, Role, Searchable, UnitAnswer } from './model.ts';
import { dueOf } from './places.ts';

type Task = Searchable['tasks'][number];

const names = (task: Task, role: Role, slug: string) =>
  task[role].status !== 'open' && task[role].units?.includes(slug) === true;

const countsOf = (slug: string, tasks: readonly Task[]): Counts => {
  const supported = tasks.filter((task) => names(task, 'support', slug));
  const inferred = supported.filter(({ support }) => support.status === 'inferred').length;
  return {
    leads: tasks.filter((task) => names(task, 'lead', slug)).length,
    supports: supported.length,
    ...(inferred > 0 ? { inferred } : {}),
  };
};

type First = Pick<UnitAnswer, 'first' | 'firstInferred' | 'earlier'>;

/**
 * The earliest month among a unit's tasks; inferred unless one of that month is printed, in date and in unit. Open
 * deadlines are none of them, but those that may fall earlier are counted.
 */
function firstDue(slug: string, tasks: readonly Task[]): First {
  const dated = tasks.flatMap((task) => {
    const sure = task.deadline.status === 'printed' && (names(task, 'lead', slug) || task.support.status === 'printed');
    return dueOf(task).map((month) => ({ month, sure }));
  });
  const [first] = dated
    .map(({ month }) => month)
    .filter((month) => month !== 'ongoing')
    .sort();
  if (first === undefined) return {};
  const sure = dated.some((due) => due.month === first && due.sure);
  const mayPrecede = ({ deadline }: Task) =>
    isUnknown(deadline) || maybeDueKeys(deadline).some((month) => month < first);
  const earlier = tasks.filter(mayPrecede).length;
  return { first, ...(sure ? {} : { firstInferred: true }), ...(earlier > 0 ? { earlier } : {}) };
}

/** What a unit's card says of its tasks, read from the settled cells. */
export const unitDuties = (slug: string, tasks: readonly Task[]): Counts & First => ({
  ...countsOf(slug, tasks),
  ...firstDue(
    slug,
    tasks.filter((task) => names(task, 'lead', slug) || names(task, 'support', slug)),
  ),
});
