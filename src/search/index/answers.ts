import type { NoticeData, UnitEntry } from '../../notice/model.ts';
import { maybeDueKeys } from '../../views/maybe-due.ts';
import type { AnswerIndex, DueCount, NoticeAnswers, UnitAnswer } from '../model.ts';
import { neededAliases } from '../names.ts';
import { dueOf } from '../places.ts';
import { unitDuties } from '../unit-duties.ts';
import { soundsOf } from './sounds.ts';

/** Longer names are typed in characters, hardly in pinyin. */
const isShort = ({ length }: string) => length <= 5;

function unitAnswer(unit: UnitEntry, notices: readonly NoticeData[]): UnitAnswer {
  const tasks = notices.flatMap((notice) => notice.tasks);
  const { slug, name, kind, aliases, covers } = unit;
  return {
    slug,
    name,
    kind,
    aliases: neededAliases(name, aliases, kind),
    ...unitDuties(slug, tasks),
    ...(covers ? { covers } : {}),
    named: notices.some(({ units }) => units.some((each) => each.slug === slug)),
  };
}

function noticeAnswers({ notice, sections, tasks }: NoticeData): NoticeAnswers {
  const counted = new Map<string, DueCount>();
  const count = (due: string) => {
    const known = counted.get(due) ?? { due: 0, open: 0 };
    counted.set(due, known);
    return known;
  };
  for (const task of tasks) {
    for (const due of dueOf(task)) count(due).due++;
    for (const due of maybeDueKeys(task.deadline)) count(due).open++;
  }
  return {
    id: notice.id,
    title: notice.title,
    number: notice.number,
    sections: sections.map(({ number, title }) => ({
      number,
      title,
      tasks: tasks.filter(({ section }) => section === number).length,
    })),
    ongoing: counted.get('ongoing') ?? { due: 0, open: 0 },
    months: [...counted]
      .filter(([due]) => due !== 'ongoing')
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([month, counts]) => ({ month, ...counts })),
  };
}

/** The small index behind the answer cards, over all notices and the whole authority file of units. */
export function answersOf(
  notices: readonly NoticeData[],
  authority: readonly UnitEntry[],
  simplified: string,
): AnswerIndex {
  return {
    notices: notices.map(noticeAnswers),
    units: authority.map((unit) => unitAnswer(unit, notices)),
    simplified,
    sounds: soundsOf(authority.flatMap(({ name, aliases }) => [name, ...aliases.filter(isShort)])),
  };
}
