import type { Nearby, SearchResult } from '../model.ts';
import { element } from './dom.ts';
import type { Addresses } from './host.ts';
import { searchLink } from './show-expansions.ts';

const listed = (items: HTMLElement[]) =>
  element('ul', { class: 'jump' }, ...items.map((item) => element('li', {}, item)));

function unnamed({ unnamed: cards }: Nearby, addresses: Addresses): HTMLElement[] {
  return cards.map(({ title, url, facts }) =>
    element(
      'div',
      { class: 'pointer' },
      element('p', {}, '通知没有点名 ', element('a', { href: addresses.hit(url, []) }, title), '。'),
      ...facts.slice(1).map((fact) => element('p', { class: 'note' }, fact)),
    ),
  );
}

/** Where else to turn to, as `site.yaml` has it: the page holds the words ready. */
function guides(): HTMLElement[] {
  const words = document.querySelector<HTMLTemplateElement>('#no-guide')?.content.firstElementChild?.cloneNode(true);
  return words instanceof HTMLElement ? [words] : [];
}

/**
 * What comes near a query that the notice does not hold; none of it is a hit, and its heading says so.
 *
 * @param several whether there are notices beside the newest, whose letters are counted
 */
export function showNearby(
  nearby: Nearby,
  { hits }: SearchResult,
  addresses: Addresses,
  several: boolean,
): HTMLElement[] {
  const { parts, foreign } = nearby;
  return [
    ...unnamed(nearby, addresses),
    ...(parts.length > 0
      ? [
          element('h3', {}, `其中的这些字，${several ? '最新的' : ''}通知里有`),
          listed(parts.map(({ text, count }) => searchLink(addresses, text, `${text}（${count} 处）`))),
        ]
      : []),
    ...(foreign
      ? [element('p', { lang: 'en' }, 'This site and the notices on it are in Chinese only. Please search in Chinese.')]
      : []),
    ...(hits.length === 0 ? guides() : []),
  ];
}
