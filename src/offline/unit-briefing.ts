import type { NoticeData, Task, UnitEntry } from '../notice/model.ts';
import { dutiesOf } from '../views/duties.ts';
import type { Briefing } from './briefing.ts';
import { dutyDrafts, groupsOf } from './groups.ts';

/**
 * What a unit has to do by a notice: what it leads and supports, what reaches it only through a collective, and open
 * cells that may concern it, each apart.
 *
 * @param keep which rows further filters leave
 * @param filters these filters in words
 */
export function unitBriefing(
  unit: UnitEntry,
  { tasks }: NoticeData,
  authority: readonly UnitEntry[],
  keep: (task: Task) => boolean = () => true,
  filters: readonly string[] = [],
): Briefing {
  const aliases = unit.official.length > 0 ? `${unit.kind}，全称${unit.official.join('、')}` : unit.kind;
  return {
    title: `${unit.name}的任务`,
    under: [aliases, ...filters],
    groups: groupsOf(dutyDrafts(unit, dutiesOf(unit, tasks, authority), keep)),
    page: `units/${unit.slug}/`,
  };
}
