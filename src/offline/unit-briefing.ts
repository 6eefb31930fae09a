import { dutiesOf, type Role } from '../notice/duties.ts';
import type { NoticeData, Task, UnitEntry } from '../notice/model.ts';
import { fullNames, kindName } from '../notice/units.ts';
import type { Briefing } from './briefing.ts';
import { dutyDrafts, groupsOf } from './groups.ts';

/** Which of a unit's tasks are asked for. */
export interface Asked {
  role?: Role | undefined;
  keep: (task: Task) => boolean;
}

/**
 * What a unit has to do by a notice: what it leads and supports, what reaches it only through a collective, and open
 * cells that may concern it, each apart.
 */
export function unitBriefing(
  unit: UnitEntry,
  { tasks }: NoticeData,
  authority: readonly UnitEntry[],
  { role, keep }: Asked = { keep: () => true },
): Briefing {
  const drafts = dutyDrafts(unit, dutiesOf(unit, tasks, authority))
    .filter((draft) => role === undefined || draft.role === role)
    .map((draft) => ({ ...draft, tasks: draft.tasks.filter(keep) }));
  const groups = groupsOf(drafts);
  const full = fullNames(unit);
  return {
    title: `${unit.name}的任务`,
    under: [full.length > 0 ? `${kindName(unit.kind)}，全称${full.join('、')}` : kindName(unit.kind)],
    groups,
    page: `units/${unit.slug}/`,
  };
}
