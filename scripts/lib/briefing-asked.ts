import { loadAuthority, loadNotice, noticeIds } from '../../src/load.ts';
import { factsOf, type Match, matchRow } from '../../src/notice/annex-match.ts';
import { type AnnexView, writeView } from '../../src/notice/annex-view.ts';
import type { Role } from '../../src/notice/duties.ts';
import type { NoticeData, Task } from '../../src/notice/model.ts';
import { fromNumeral } from '../../src/notice/numerals.ts';
import { NoticeError } from '../../src/notice/problem.ts';
import type { Briefing } from '../../src/offline/briefing.ts';
import { type Group, groupsOf } from '../../src/offline/groups.ts';
import { annexDrafts, tasksIn, tasksNumbered } from '../../src/offline/selection.ts';
import { unitBriefing } from '../../src/offline/unit-briefing.ts';
import { viewInWords, viewTitle } from '../../src/offline/words.ts';
import type { BriefingOptions } from './export-options.ts';
import { unitNamed } from './unit-named.ts';

const ROLES: Record<string, Role> = { 牵头: 'lead', lead: 'lead', 配合: 'support', support: 'support' };

function roleOf(role: string): Role {
  const known = ROLES[role];
  if (!known) throw new NoticeError(`“${role}” is no role`, 'Write --role 牵头 or --role 配合.');
  return known;
}

function sectionOf(section: string, { sections }: NoticeData): number {
  const [, said = ''] = /^第?(.+?)(?:部分)?$/u.exec(section) ?? [];
  const number = /^\d+$/.test(said) ? Number(said) : fromNumeral(said);
  if (!sections.some((each) => each.number === number)) {
    throw new NoticeError(
      `the notice has no section “${section}”`,
      `Sections are numbered from 1 to ${sections.length}.`,
    );
  }
  return number ?? 0;
}

function dueOf(month: string): string {
  if (month === '持续推进' || month === 'ongoing') return 'ongoing';
  const [, year, number] = /^(\d{4})[-年](\d{1,2})月?$/u.exec(month) ?? [];
  if (!year || !number || Number(number) < 1 || Number(number) > 12) {
    throw new NoticeError(`“${month}” is no month`, 'Write --month 2022-10 or --month 持续推进.');
  }
  return `${year}-${number.padStart(2, '0')}`;
}

/**
 * A month that no deadline names holds nothing, not even a deadline that the extraction dropped.
 *
 * @throws NoticeError for such a month, with those that there are
 */
function checkDue({ due }: AnnexView, { tasks }: NoticeData): void {
  const named = [...new Set(tasks.map(factsOf).flatMap((row) => [...row.due, ...row.maybeDue]))].sort();
  if (due === undefined || named.includes(due)) return;
  const months = named.filter((key) => key !== 'ongoing').join(', ');
  throw new NoticeError(`no task fits: no deadline of the notice names ${due}`, `There are ${months} and 持续推进.`);
}

/** The filters as the annex page has them. */
const viewOf = ({ role, section, month }: BriefingOptions, data: NoticeData): AnnexView => ({
  ...(role === undefined ? {} : { role: roleOf(role) }),
  ...(section === undefined ? {} : { section: sectionOf(section, data) }),
  ...(month === undefined ? {} : { due: dueOf(month) }),
});

/** A unit's tasks, those apart whose deadline only may fall within the filters, being open or perhaps missing. */
function unitPart(name: string, view: AnnexView, picked: (task: Task) => boolean, data: NoticeData): Briefing {
  const authority = loadAuthority();
  const unit = unitNamed(name, authority);
  const { role, ...rest } = view;
  const part = (match: Match) => {
    const keep = (task: Task) => picked(task) && matchRow(factsOf(task), rest, () => undefined) === match;
    return unitBriefing(unit, data, authority, { role, keep });
  };
  const apart = part('maybe').groups.map((group) => ({
    ...group,
    heading: `${group.heading}（时限原件待查或可能漏录，可能符合）`,
    maybe: true,
  }));
  const sure = part('yes');
  const narrowed = Object.keys(view).length > 0;
  return {
    ...sure,
    ...(narrowed ? { title: viewTitle({ ...view, unit: unit.slug }, data, authority) } : {}),
    under: [...sure.under, ...viewInWords(view, data)],
    groups: [...sure.groups, ...apart],
  };
}

/** The annex as a view shows it, the rows that only may belong to it among them. */
const annexPage = (view: AnnexView, { notice }: NoticeData): string =>
  `${notice.id}/annex/${writeView(Object.keys(view).length > 0 ? { ...view, maybe: true } : view)}`;

function briefingOf(options: BriefingOptions, data: NoticeData): Briefing {
  if (options.role !== undefined && options.unit === undefined) {
    throw new NoticeError('--role is a unit’s, and no unit is named', 'Add --unit, such as --unit 市民政局.');
  }
  const view = viewOf(options, data);
  checkDue(view, data);
  const numbered = options.rows && tasksNumbered(options.rows, data);
  const picked = (task: Task) => numbered === undefined || numbered.includes(task);
  if (options.unit !== undefined) return unitPart(options.unit, view, picked, data);
  const { sure, maybe } = tasksIn(data, view);
  return {
    title: viewTitle(view, data),
    under: viewInWords(view, data),
    groups: groupsOf(annexDrafts(sure.filter(picked), maybe.filter(picked))),
    page: annexPage(view, data),
  };
}

/** Whether there is anything to write: rows, or for a unit by itself what it may have a part in. */
function holdsRows(groups: readonly Group[], { role, section, month, rows }: BriefingOptions): boolean {
  const narrowed = [role, section, month, rows].some((option) => option !== undefined);
  return groups.some(({ brief }) => !(narrowed && brief));
}

/**
 * What the command line asks for, and of which notice.
 *
 * @throws NoticeError on an unknown notice, unit, row or value, and when nothing is left to write
 */
export function briefingAsked(options: BriefingOptions): { data: NoticeData; briefing: Briefing } {
  const ids = noticeIds();
  const [only = '', ...others] = ids;
  if (options.notice === undefined && others.length > 0) {
    throw new NoticeError(`there are ${ids.length} notices, and none is named`, `Add --notice: ${ids.join(', ')}.`);
  }
  const id = options.notice ?? only;
  if (!ids.includes(id)) throw new NoticeError(`there is no notice ${id}`, `There are: ${ids.join(', ')}.`);
  const data = loadNotice(id);
  const { under, ...briefing } = briefingOf(options, data);
  if (!holdsRows(briefing.groups, options)) {
    const listed = briefing.groups.flatMap(({ tasks }) => tasks.map((task) => task.id));
    throw new NoticeError(
      'no task fits, so nothing was written',
      listed.length > 0
        ? `Through collectives the unit may have a part in ${listed.join('、')}: --unit alone lists them.`
        : 'Ask for less, such as without --month or --role; or for a unit that the notice names.',
    );
  }
  const held = new Set(briefing.groups.flatMap(({ tasks, elsewhere }) => [...tasks, ...elsewhere]).map(({ id }) => id));
  const strange = options.rows?.find((row) => !held.has(row));
  if (strange) {
    throw new NoticeError(`task ${strange} does not fit the other options`, 'Leave it out, or ask for less.');
  }
  const by = options.rows ? [`只取编号 ${options.rows.join('、')}`] : [];
  const title = options.title === undefined ? {} : { title: options.title };
  return { data, briefing: { ...briefing, ...title, under: [...under, ...by] } };
}
