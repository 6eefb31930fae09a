import { cellOf } from '../notice/absent.ts';
import { isUnsure } from '../notice/grades.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';
import type { Group } from './groups.ts';

/** What a part of a notice holds, as one file. */
export interface Briefing {
  title: string;
  /** Lines under the title: other names of a unit, the filters in words. */
  under: string[];
  groups: readonly Group[];
  /** Ids of sentences of the text. */
  clauses?: readonly string[];
  /** Titles of what else was found: units, sections, pages. */
  others?: readonly string[];
  /** Path of the page on the published site that shows the same or more, without a leading slash. */
  page: string;
}

/** The tasks of a group whose role in it may be missing. */
const unsureIn = ({ role, tasks }: Group): number =>
  role ? tasks.filter((task) => isUnsure(cellOf(task, role))).length : 0;

/** How much a file holds, in words; what an open cell may bring into it, or one that may be missing, is counted apart. */
export function countsInWords({ groups, clauses = [], others = [] }: Briefing): string[] {
  const count = (wanted: (group: Group) => boolean) =>
    groups.filter(wanted).reduce((sum, group) => sum + group.tasks.length - unsureIn(group), 0);
  const counts: [number, string][] = [
    [count(({ brief, maybe, through }) => !brief && !maybe && !through), '附件任务 # 项'],
    [count(({ brief, maybe, through }) => !brief && !maybe && through === true), '经统称的任务 # 项'],
    [groups.reduce((sum, group) => sum + unsureIn(group), 0), `${STATUS_NAMES.unsure}的任务 # 项`],
    [count(({ brief, maybe }) => !brief && maybe === true), '可能涉及的任务 # 项'],
    [count(({ brief, maybe }) => brief === true && !maybe), '只列编号和开头的任务 # 项'],
    [count(({ brief, maybe }) => brief === true && maybe === true), '只列编号和开头的可能任务 # 项'],
    [clauses.length, '条文 # 句'],
    [others.length, '其他结果 # 条'],
  ];
  return counts.filter(([number]) => number > 0).map(([number, words]) => words.replace('#', String(number)));
}
