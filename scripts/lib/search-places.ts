import type { Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';

/**
 * The places of the search page that its script fills: filters, count, results, what comes near. The single file has
 * them too, so that one script serves both; the page's own head, its buttons and its ways into other pages stay behind.
 *
 * @param page the built search page
 * @throws when the page has no main part with results
 */
export function searchPlaces(page: Root): string {
  const main = select('main', page);
  if (!main || !select('#results', main)) throw new Error('The built search page has no place for results');
  const ways = select('#ways', main);
  if (ways) ways.children = [];
  return selectAll(':scope > :not(header)', main)
    .filter(({ tagName }) => tagName !== 'script' && tagName !== 'button')
    .map((place) => toHtml(place))
    .join('');
}
