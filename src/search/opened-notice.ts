import { ABSENT } from '../notice/absent.ts';
import { GRADES, type Grade, gradeOf } from '../notice/grades.ts';
import { belongsTo, inBody, sectionHeading } from '../notice/names.ts';
import type { DueCount, NoticeAnswers, Searchable, SearchRecord } from './model.ts';
import { dueOf, unsureDueOf } from './record-places.ts';
import { recordsOf } from './records.ts';

/** A notice opened for search. */
export interface Book {
  head: NoticeAnswers;
  records: readonly SearchRecord[];
}

function answersIn({ notice, sections, tasks }: Searchable): NoticeAnswers {
  const counted = new Map<string, DueCount>();
  const count = (due: string) => {
    const known = counted.get(due) ?? { due: 0, unsure: 0, open: 0 };
    counted.set(due, known);
    return known;
  };
  for (const task of tasks) {
    for (const due of dueOf(task)) count(due).due++;
    for (const due of unsureDueOf(task)) count(due).unsure++;
    for (const due of task.deadline.mayFall ?? []) count(due).open++;
  }
  const having = (grade: Grade) =>
    tasks.filter(({ lead, support, responsible = ABSENT, deadline }) =>
      [lead, support, responsible, deadline].some((cell) => !cell.absent && gradeOf(cell) === grade),
    );
  const { id, title, number, planTitle, dated, annexTitle } = notice;
  return {
    id,
    title,
    number,
    planTitle,
    dated,
    annexTitle,
    sections: sections.filter(inBody).map((section) => ({
      number: section.number,
      title: sectionHeading(section).replace(/^.{1,3}?、/u, ''),
      tasks: tasks.filter((task) => belongsTo(task, section)).length,
    })),
    rows: tasks.map(({ id }) => id),
    statuses: Object.fromEntries(GRADES.map((grade) => [grade, having(grade).length])) as Record<Grade, number>,
    ongoing: counted.get('ongoing') ?? { due: 0, unsure: 0, open: 0 },
    months: [...counted]
      .filter(([due]) => due !== 'ongoing')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, counts]) => ({ month, ...counts })),
  };
}

/** Opens a notice: its records, and what its cards are made of. */
export const openBook = (data: Searchable): Book => ({ head: answersIn(data), records: recordsOf(data) });
