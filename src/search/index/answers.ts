import type { NoticeData, UnitEntry } from '../../notice/model.ts';
import { newestFirst } from '../../notice/order.ts';
import type { AnswerIndex, UnitAnswer } from '../model.ts';
import { neededAliases } from '../names.ts';
import { unitDuties } from '../unit-duties.ts';

function unitAnswer(unit: UnitEntry, notices: readonly NoticeData[]): UnitAnswer {
  const tasks = notices.flatMap((notice) => notice.tasks);
  const { slug, name, kind, aliases, covers, place, proposed } = unit;
  const named = notices.some(({ units }) => units.some((each) => each.slug === slug));
  return {
    slug,
    name,
    kind,
    ...(place === undefined ? {} : { place }),
    ...(proposed ? { proposed } : {}),
    aliases: neededAliases(name, aliases, kind, named),
    ...unitDuties(slug, tasks),
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
  return {
    notices: newestFirst(notices).map(({ notice: { id, title, number, planTitle, dated } }) => ({
      id,
      title,
      number,
      planTitle,
      dated,
    })),
    units: authority.map((unit) => unitAnswer(unit, notices)),
    simplified,
  };
}
