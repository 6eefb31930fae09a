import { withMayFall } from '../../notice/may-fall.ts';
import type { NoticeData, UnitEntry } from '../../notice/model.ts';
import { nameOfNotice } from '../../notice/names.ts';
import { newestFirst } from '../../notice/order.ts';
import { readPeriod } from '../../notice/period.ts';
import { unitNotices } from '../../notice/unit-notices.ts';
import { neededAliases } from '../bare-names.ts';
import type { AnswerIndex, UnitAnswer } from '../model.ts';
import { unitDuties } from '../unit-duties.ts';

/**
 * A unit counts what one notice gives it, the one that its page shows: the tasks of several years are no sum of
 * anything that it owes.
 *
 * @param notices the newest first, open deadlines with the months that they may name
 */
function unitAnswer(unit: UnitEntry, notices: readonly NoticeData[], authority: readonly UnitEntry[]): UnitAnswer {
  const { shown } = unitNotices(unit, notices, authority);
  const { slug, name, kind, aliases, covers, place, proposed } = unit;
  const named = notices.some(({ units }) => units.some((each) => each.slug === slug));
  return {
    slug,
    name,
    kind,
    ...(place === undefined ? {} : { place }),
    ...(proposed ? { proposed } : {}),
    aliases: neededAliases(name, aliases, kind, named),
    ...unitDuties(slug, shown?.tasks ?? []),
    ...(shown && notices.length > 1 ? { of: nameOfNotice(shown.notice) } : {}),
    ...(covers ? { covers } : {}),
    named,
  };
}

/** The small index behind the first cards, over all notices and the whole authority file of units. */
export function answersOf(
  notices: readonly NoticeData[],
  authority: readonly UnitEntry[],
  simplified: string,
): AnswerIndex {
  // Once a notice: each unit is counted in its tasks.
  const sorted = newestFirst(notices).map((notice) => ({
    ...notice,
    tasks: notice.tasks.map((task) => ({ ...task, deadline: withMayFall(task.deadline, readPeriod) })),
  }));
  return {
    notices: sorted.map(({ notice: { id, title, number, planTitle, dated } }) => ({
      id,
      title,
      number,
      planTitle,
      dated,
    })),
    units: authority.map((unit) => unitAnswer(unit, sorted, authority)),
    simplified,
  };
}
