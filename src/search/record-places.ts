import { beginning } from '../notice/cut.ts';
import { isCertain, isUnsure } from '../notice/grades.ts';
import type { Task } from '../notice/model.ts';
import { dueKeys } from '../notice/months.ts';

/** Addresses under the base path, without a leading slash; those of the pages' links (`paths.ts`) are made of them. */
export const paths = {
  cover: (notice: string) => `${notice}/`,
  annex: (notice: string) => `${notice}/annex/`,
  deadlines: (notice: string) => `${notice}/deadlines/`,
  section: (notice: string, key: number | string) => `${notice}/section/${key}/`,
  clause: (notice: string, key: number | string, clause: string) => `${notice}/section/${key}/#c-${clause}`,
  task: (notice: string, task: string) => `${notice}/task/${task}/`,
  unit: (slug: string) => `units/${slug}/`,
};

const HEADLINE_LENGTH = 26;

/** A task's number and the beginning of its words. */
export function headline({ id, text }: Pick<Task, 'id' | 'text'>): string {
  const short = text.length > HEADLINE_LENGTH ? `${beginning(text, HEADLINE_LENGTH)}…` : text.replace(/。$/u, '');
  return `任务 ${id}　${short}`;
}

interface Dated {
  deadline: Pick<Task['deadline'], 'status' | 'reading' | 'mayBeMissing'>;
}

/** The months of a certain deadline, `ongoing`, or nothing where it is not certain or names no date. */
export const dueOf = ({ deadline }: Dated): string[] => (isCertain(deadline) ? dueKeys(deadline.reading) : []);

/** The same of a deadline that may be missing. */
export const unsureDueOf = ({ deadline }: Dated): string[] => (isUnsure(deadline) ? dueKeys(deadline.reading) : []);
