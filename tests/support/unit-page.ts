import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { listedTasks, taskLinked, tasksLinked } from './shown-cells.ts';

/** What a page of a unit lists, as `<part> <role> <task>`; in `open` as `open <task>`. */
export type Listed =
  | `${'own' | 'through' | 'maybe-through'} ${'lead' | 'support' | 'responsible'} ${string}`
  | `open ${string}`;

export const roleIn = (words: string): 'lead' | 'support' => (words.includes('牵头') ? 'lead' : 'support');

/** The list under the collectives. */
const throughIn = (through: Element): Listed[] =>
  selectAll('ul.tasks > li', through).map(
    (item): Listed => `through ${roleIn(textOf(select('.role', item) ?? item))} ${taskLinked(item)}`,
  );

/** What a part of a unit's desk says of its task, or of each of those that it says the same of. */
const dutiesOf = (item: Element): Listed[] =>
  String(item.properties['dataDuty'])
    .split(' ')
    .flatMap((duty) =>
      tasksLinked(item).map((task) => `${duty.replace(/-(lead|support|responsible)$/u, ' $1')} ${task}` as Listed),
    );

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
    ...listedTasks(part('responsibles')).map((id): Listed => `own responsible ${id}`),
    ...(through ? throughIn(through) : []),
    ...(open ? selectAll('.tasks > li, .duty-links > li', open).map((item): Listed => `open ${taskLinked(item)}`) : []),
  ];
  return [...new Set(all)].sort();
}
