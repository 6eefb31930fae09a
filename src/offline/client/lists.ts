import { firstWords } from '../../notice/first-words.ts';
import { gradeOf } from '../../notice/grades.ts';
import { STATUS_NAMES } from '../../notice/statuses.ts';
import { element } from '../../search/client/dom.ts';
import type { Searchable, SearchableCell } from '../../search/model.ts';

/** A deadline in short, its grade with it. */
const due = (cell: SearchableCell) =>
  cell.text === null
    ? `时限${STATUS_NAMES.open}`
    : cell.text + (cell.status === 'printed' ? '' : `（${STATUS_NAMES[gradeOf(cell)]}）`);

/**
 * Says beside each number in the lists of units and deadlines what its row says: first words, and when it is due or
 * who leads, whichever the list does not tell. The file holds these words once, in the rows.
 */
export function describeLists(tasks: Searchable['tasks']): void {
  const byAddress = new Map(tasks.map((task) => [`#t-${task.id}`, task]));
  for (const list of document.querySelectorAll<HTMLElement>('[data-listed]')) {
    for (const link of list.querySelectorAll<HTMLAnchorElement>('.ids > a')) {
      const task = byAddress.get(link.hash);
      if (!task) continue;
      const more = list.dataset['listed'] === 'deadline' ? due(task.deadline) : task.lead.text;
      link.append(` ${firstWords(task.text)}`, element('span', { class: 'count' }, more ?? ''));
    }
    list.classList.add('described');
  }
}
