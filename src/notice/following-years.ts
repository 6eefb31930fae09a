import type { NoticeData, NoticeHead } from './model.ts';
import { nameOfNotice } from './names.ts';

type Named = Pick<NoticeHead, 'title' | 'planTitle' | 'dated'>;

const YEAR = /(20\d\d)年/u;

/** The year that a notice plans: the one in its name, else the one it was issued in. */
export function yearOf(notice: Named): number | undefined {
  const year = YEAR.exec(nameOfNotice(notice))?.[1] ?? YEAR.exec(notice.title)?.[1] ?? notice.dated?.slice(0, 4);
  return year === undefined ? undefined : Number(year);
}

const withoutYear = (notice: Named): string => nameOfNotice(notice).replaceAll(/20\d\d年?(?:度)?/gu, '');

/** Whether a notice may be the next year's of another: of the same issuer, one year on, both with tasks. */
export function isNextYears(
  was: Pick<NoticeData, 'notice' | 'tasks'>,
  is: Pick<NoticeData, 'notice' | 'tasks'>,
): boolean {
  const [before, after] = [yearOf(was.notice), yearOf(is.notice)];
  return (
    was.notice.issuer === is.notice.issuer &&
    before !== undefined &&
    after === before + 1 &&
    was.tasks.length > 0 &&
    is.tasks.length > 0
  );
}

/** Whether two notices have one name but for the year. */
export const haveOneName = (was: Named, is: Named): boolean => withoutYear(was) === withoutYear(is);
