import { type DueItem, deadlineGroups } from './deadline-groups.ts';
import type { NoticeData, NoticeHead } from './model.ts';
import { yearOf } from './months.ts';

/** The tasks of one notice that stand under a heading of its page of deadlines. */
export interface DueOf {
  notice: NoticeHead;
  due: DueItem[];
  /** Open deadlines one of whose candidates falls here; never part of `due`. */
  maybe: number;
}

/** A month, or what has none, with the notices that have tasks there; `anchor` is that of their pages. */
export interface DueLine {
  /** `2022-08`, `ongoing`, `open`, `undated` */
  key: string;
  anchor: string;
  title: string;
  notices: DueOf[];
}

/** A year of the deadlines of many notices. */
export interface DueYear {
  /** `2022` */
  year: string;
  /** Its months, the earliest first. */
  months: DueLine[];
  /** What names no month, of the notices that were issued in it. */
  others: DueLine[];
}

/**
 * The deadlines of many notices by years, the latest first. What names no month stands under the year of its notice's
 * own date; a notice without a date counts to the year of its earliest month, or to none (`''`).
 */
export function dueYears(all: readonly NoticeData[]): DueYear[] {
  const years = new Map<string, Map<string, DueLine>>();
  for (const { notice, tasks } of all) {
    const groups = deadlineGroups(tasks).map((group) => ({ ...group, key: group.anchor.replace(/^m-/u, '') }));
    const monthOf = ({ anchor, key }: (typeof groups)[number]) => (anchor.startsWith('m-') ? key : undefined);
    const own = yearOf(notice.dated ?? groups.map(monthOf).find((month) => month !== undefined) ?? '');
    for (const group of groups) {
      const { key, anchor, title, due, maybe } = group;
      const year = yearOf(monthOf(group) ?? own);
      const lines = years.get(year) ?? new Map<string, DueLine>();
      const line = lines.get(anchor) ?? { key, anchor, title, notices: [] };
      line.notices.push({ notice, due, maybe: maybe.length });
      years.set(year, lines.set(anchor, line));
    }
  }
  const isMonth = ({ anchor }: DueLine) => anchor.startsWith('m-');
  return [...years]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, lines]) => {
      const sorted = [...lines.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
      return { year, months: sorted.filter(isMonth), others: sorted.filter((line) => !isMonth(line)) };
    });
}
