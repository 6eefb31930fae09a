import { factsOf, matchRow } from '../notice/annex-match.ts';
import type { AnnexView } from '../notice/annex-view.ts';
import type { NoticeData, Task } from '../notice/model.ts';
import { NoticeError } from '../notice/problem.ts';
import { kindAnchor } from '../notice/units.ts';
import type { Draft } from './groups.ts';

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

/** The rows of a view, and apart from them those that an open cell may bring into it. */
export const annexDrafts = (sure: Task[], maybe: Task[]): Draft[] => [
  { heading: '任务', tasks: sure },
  {
    heading: '可能符合的任务',
    note: '下列各行的相应内容原件待查或可能漏录，不能据此认定。',
    maybe: true,
    tasks: maybe,
  },
];

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
