import type { AnnexView } from '../notice/annex-view.ts';
import { COLUMN_NAMES } from '../notice/columns.ts';
import { ROLE_NAMES } from '../notice/duties.ts';
import type { Grade } from '../notice/grades.ts';
import type { NoticeData, UnitEntry } from '../notice/model.ts';
import { monthName } from '../notice/months.ts';
import { toNumeral } from '../notice/numerals.ts';
import { kindAnchor, kindName } from '../notice/units.ts';

/** What the tools over the annex call its filters by grade. */
export const STATUS_FILTERS: Record<Grade, string> = {
  printed: '各格都是原文可定',
  inferred: '有推定的格',
  unsure: '有推定·可能漏录的格',
  open: '有原件待查的格',
};
/** And its orders within the sections. */
export const SORTS = { due: COLUMN_NAMES.deadline, lead: COLUMN_NAMES.lead };
export const WITH_MAYBE = '也显示可能的';
const DUES: Record<string, string> = { ongoing: '持续推进', open: '时限原件待查' };

const dueName = (due: string): string => DUES[due] ?? monthName(due);

function unitName(wanted: string, units: readonly UnitEntry[]): string {
  const unit = units.find(({ slug }) => slug === wanted);
  if (unit) return unit.name;
  const kind = units.find((each) => kindAnchor(each.kind) === wanted)?.kind;
  return kind ? `所有${kindName(kind)}` : wanted;
}

/** A view of the annex in words, a filter each; empty for the whole annex. */
export function viewInWords({ unit, role, section, due, status, maybe, sort }: AnnexView, data: NoticeData): string[] {
  const words = [
    unit && `单位：${unitName(unit, data.units)}${role ? `（${ROLE_NAMES[role]}）` : ''}`,
    !unit && role && `职责：${ROLE_NAMES[role]}`,
    section !== undefined && `第${toNumeral(section)}部分`,
    due && `时限：${dueName(due)}`,
    status && `确定程度：${STATUS_FILTERS[status]}`,
    maybe && WITH_MAYBE,
    sort && `各部分内按${SORTS[sort]}排列`,
  ];
  return words.filter((word) => typeof word === 'string' && word !== '') as string[];
}

/**
 * A title for what a view shows: 市民政局 · 2022年10月 · 任务.
 *
 * @param units among which the view's unit is
 */
export function viewTitle(
  { unit, role, section, due }: AnnexView,
  data: NoticeData,
  units: readonly UnitEntry[] = data.units,
): string {
  const words = [
    unit && unitName(unit, units),
    role && ROLE_NAMES[role],
    section !== undefined && `第${toNumeral(section)}部分`,
    due && dueName(due),
  ].filter(Boolean);
  return words.length > 0 ? `${words.join(' · ')} · 任务` : (data.notice.annexTitle ?? data.notice.title);
}
