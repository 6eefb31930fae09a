import { type DueItem, deadlineGroups } from './deadline-groups.ts';
import type { NoticeData, NoticeHead } from './model.ts';

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

/** The deadlines of many notices: months, the earliest first, and what names no month. */
export function dueAcross(all: readonly NoticeData[]): { months: DueLine[]; others: DueLine[] } {
  const lines = new Map<string, DueLine>();
  for (const { notice, tasks } of all) {
    for (const { anchor, title, due, maybe } of deadlineGroups(tasks)) {
      const line = lines.get(anchor) ?? { key: anchor.replace(/^m-/u, ''), anchor, title, notices: [] };
      line.notices.push({ notice, due, maybe: maybe.length });
      lines.set(anchor, line);
    }
  }
  const sorted = [...lines.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const isMonth = ({ anchor }: DueLine) => anchor.startsWith('m-');
  return { months: sorted.filter(isMonth), others: sorted.filter((line) => !isMonth(line)) };
}
