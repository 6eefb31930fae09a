import type { NoticeData } from './model.ts';

/**
 * What a notice has pages for: a page that would be empty is not made, and nothing links to it. A notice may be text
 * alone, without an annex and without tasks.
 */
export const hasAnnex = ({ notice }: Pick<NoticeData, 'notice'>): boolean => notice.annexTitle !== null;
export const hasTasks = ({ tasks }: Pick<NoticeData, 'tasks'>): boolean => tasks.length > 0;
