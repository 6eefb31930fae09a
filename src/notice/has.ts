import type { NoticeData, Task } from './model.ts';

interface Tasks {
  tasks: readonly Pick<Task, 'origin'>[];
}

/**
 * What a notice has pages for: a page that would be empty is not made, and nothing links to it. A notice may be text
 * alone, without an annex and without tasks.
 */
export const hasTasks = ({ tasks }: Tasks): boolean => tasks.length > 0;

/** Whether tasks stand in a table of the notice's own; else they are those that its text gives. */
export const hasAnnex = ({ tasks }: Tasks): boolean => tasks.some(({ origin }) => origin !== 'text');

/** What the pages call the table of a notice's tasks. */
export const tableName = (all: Tasks): string => (hasAnnex(all) ? '附件' : '任务表');

/** The annexes behind the first that hold text or tasks: each has a page. */
export const furtherAnnexes = ({
  parts = [],
  sections,
  tasks,
}: Pick<NoticeData, 'parts' | 'sections' | 'tasks'>): { number: number; title: string | null }[] =>
  parts
    .map(({ id, title }) => ({ number: Number(/^annex-(\d+)$/u.exec(id)?.[1] ?? 0), title }))
    .filter(
      ({ number }) =>
        number > 1 &&
        (sections.some(({ part }) => part === `annex-${number}`) || tasks.some(({ annex }) => annex === number)),
    );
