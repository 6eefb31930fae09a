import { factsOf, matchRow } from '../notice/annex-match.ts';
import { readView, writeView } from '../notice/annex-view.ts';
import { kindAnchor } from '../notice/units.ts';
import { element } from '../search/client/dom.ts';
import { siteAddress } from '../search/client/site-address.ts';
import { fetchedData } from './fetched.ts';
import { unitBox } from './unit-box.ts';

/**
 * Narrows the lists of deadlines to the tasks of a unit, which stands in the address. What only may be its own is
 * counted, and left to the unit's page.
 *
 * @param said where it is told what is shown
 * @throws when the notice's data is not to be had
 */
export async function dueFilter(box: HTMLInputElement, said: HTMLElement): Promise<void> {
  const data = await fetchedData(box.closest<HTMLElement>('[data-json]')?.dataset['json']);
  const facts = new Map(data.tasks.map((task) => [task.id, factsOf(task)]));
  const kinds = new Map(data.units.map(({ slug, kind }) => [slug, kindAnchor(kind)]));
  const items = [...document.querySelectorAll<HTMLElement>('.due > li, .possible tbody tr')].flatMap((item) => {
    const id = item.querySelector<HTMLAnchorElement>('a[href*="/task/"]')?.pathname.split('/').at(-2);
    return facts.has(id ?? '') ? [{ item, id: id ?? '' }] : [];
  });
  const unit = unitBox(box, data.units, () => {
    history.replaceState(null, '', location.pathname + writeView(unit.chosen() === '' ? {} : { unit: unit.chosen() }));
    show();
  });

  function show() {
    const chosen = unit.chosen();
    const matchOf = (id: string) => {
      const row = facts.get(id);
      return row && chosen !== '' ? matchRow(row, { unit: chosen }, (slug) => kinds.get(slug)) : 'yes';
    };
    for (const { item, id } of items) item.hidden = matchOf(id) !== 'yes';
    for (const group of document.querySelectorAll<HTMLElement>('section.group')) {
      group.hidden = chosen !== '' && !group.querySelector('li:not([hidden]), tbody tr:not([hidden])');
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.jump a')) {
      const group = document.getElementById(link.hash.slice(1))?.closest<HTMLElement>('section.group');
      if (link.parentElement) link.parentElement.hidden = group?.hidden === true;
    }
    // Counts and notes are those of all tasks.
    for (const count of document.querySelectorAll<HTMLElement>('main .count, .group > .note')) {
      count.hidden = chosen !== '';
    }
    const counted = (match: string) => [...facts.keys()].filter((id) => matchOf(id) === match).length;
    const maybe = counted('maybe');
    const page = kinds.has(chosen) ? siteAddress(`units/${chosen}/`) : siteAddress('units/');
    const more = maybe > 0 ? [`；另有 ${maybe} 项只是可能，见`, element('a', { href: page }, '单位的页面')] : [];
    said.replaceChildren(...(chosen === '' ? [] : [`${counted('yes')} 项`, ...more]));
  }

  const { unit: asked = '' } = readView(new URLSearchParams(location.search));
  if (unit.has(asked)) {
    unit.fill(asked);
    show();
  }
}
