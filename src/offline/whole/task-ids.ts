import { GRADES, type Grade } from '../../notice/grades.ts';
import type { Task } from '../../notice/model.ts';
import { mark } from '../cells.ts';
import { type Html, html } from '../html.ts';

/** Tasks by number, the most certain first; what is not printed stands behind its mark. */
export function gradedIds(tasks: readonly { task: Task; status: Grade }[]): Html {
  return html`${GRADES.map((grade) => {
    const graded = tasks.filter(({ status }) => status === grade);
    return (
      graded.length > 0 &&
      html`${grade !== 'printed' && html`${mark(grade)} `}${graded.map(({ task }) => html`<a href="#t-${task.id}">${task.id}</a> `)}`
    );
  })}`;
}
