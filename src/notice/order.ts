import type { NoticeHead } from './model.ts';

type Dated = { notice: Pick<NoticeHead, 'id' | 'dated'> };

/** Notices by their date of issue (成文日期), the newest first, undated ones last; those of one day by their ids. */
export const newestFirst = <T extends Dated>(notices: readonly T[]): T[] =>
  [...notices].sort((a, b) =>
    a.notice.dated === b.notice.dated
      ? compare(a.notice.id, b.notice.id)
      : compare(b.notice.dated ?? '', a.notice.dated ?? ''),
  );

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
