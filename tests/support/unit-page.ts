import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { listedTasks, MARKS, taskLinked } from './shown-cells.ts';
import { textIn } from './site.ts';

/** What a page of a unit lists, as `<part> <role> <task>`; in `open` as `open <task>`. */
export type Listed = `${'own' | 'through' | 'maybe-through'} ${'lead' | 'support'} ${string}` | `open ${string}`;

export const roleIn = (words: string): 'lead' | 'support' => (words.includes('牵头') ? 'lead' : 'support');

const tasksIn = (part: Element) =>
  selectAll('a[href*="/task/"]', part).map((link) => /\/task\/([\d-]+)\//.exec(String(link.properties['href']))?.[1]);

const markOf = (group: Element) => textIn(group, '.mark');

/** The numbers and the list under the collectives; a number marked open is one that only may be theirs. */
function throughIn(through: Element): Listed[] {
  const listed = selectAll('ul.tasks > li', through).map(
    (item): Listed => `through ${roleIn(textOf(select('.role', item) ?? item))} ${taskLinked(item)}`,
  );
  const numbered = selectAll('.duty-ids > div', through).flatMap((line) => {
    const role = roleIn(textOf(select('dt', line) ?? line));
    return selectAll('.ids', line).flatMap((group) => {
      const part = markOf(group) === MARKS.open ? 'maybe-through' : 'through';
      return tasksIn(group).map((id): Listed => `${part} ${role} ${id}`);
    });
  });
  return [...listed, ...numbered];
}

/** What an item of a unit's desk says of its task. */
const dutiesOf = (item: Element): Listed[] =>
  String(item.properties['dataDuty'])
    .split(' ')
    .map((duty) => `${duty.replace(/-(lead|support|responsible)$/u, ' $1')} ${taskLinked(item)}` as Listed);

/** Everything that a page says that the unit has or may have to do, each once, in order of its words. */
export function listedOn(page: Root): Listed[] {
  const desk = selectAll('[data-duty]', page);
  if (desk.length > 0) return [...new Set(desk.flatMap(dutiesOf))].sort();
  const part = (id: string) => select(`section[aria-labelledby=${id}]`, page);
  const through = part('through');
  const open = part('open');
  const all: Listed[] = [
    ...listedTasks(part('leads')).map((id): Listed => `own lead ${id}`),
    ...listedTasks(part('supports')).map((id): Listed => `own support ${id}`),
    ...(through ? throughIn(through) : []),
    ...(open ? selectAll('.tasks > li, .duty-links > li', open).map((item): Listed => `open ${taskLinked(item)}`) : []),
  ];
  return [...new Set(all)].sort();
}
