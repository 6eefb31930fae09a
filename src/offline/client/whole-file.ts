/** The script of the one file: search over the page's own words, and the way from a hit to its place. */
import '../../search/client/slash.ts';
import { askedIn } from '../../search/asked-in-address.ts';
import { openSearch } from '../../search/client/full-search.ts';
import { highlight } from '../../search/client/highlight.ts';
import { searchPage } from '../../search/client/page.ts';
import { visitHere } from '../../search/client/visit.ts';
import { createFirstCards } from '../../search/unit-cards.ts';
import { hitAnchor, unitPlaces } from '../places.ts';
import { describeLists } from './lists.ts';
import { readLibrary } from './read-library.ts';
import { completeSource } from './source.ts';

const { index, words, unnamed, sounds, notice } = readLibrary();
const units = unitPlaces(document);
const loaded = { index, cards: createFirstCards(index) };
const full = openSearch({
  index,
  words: () => Promise.resolve(words),
  unnamed: () => Promise.resolve(unnamed),
  sounds: () => Promise.resolve(sounds),
  notice: () => Promise.resolve(notice),
});

searchPage({
  addresses: {
    hit: (url) => hitAnchor(url, notice.notice.id, units),
    search: (params) => location.pathname + (params.size > 0 ? `?${params}` : ''),
  },
  loadIndex: () => Promise.resolve(loaded),
  loadSearch: () => Promise.resolve(full),
});

const root = document.documentElement;
const input = document.querySelector<HTMLInputElement>('form.search input');
const results = document.getElementById('results');

/** Where the text was left for a search. */
let place = 0;
/** Whether a link is being followed: what it leads to comes into view. Going back leads to where one was. */
let following = performance
  .getEntriesByType('navigation')
  .some((entry) => 'type' in entry && entry.type === 'navigate');

/** Whether the address asks for something; a query that others put there, such as where it was shared, asks nothing. */
function asks(): boolean {
  const { query, filters } = askedIn(location.search);
  return query !== '' || Object.keys(filters).length > 0;
}

/** A search stands in the address as its query; a place in the text as its fragment, which outranks it. */
function show(): void {
  const searching = location.hash === '' && asks();
  const leaving = root.hasAttribute('data-searching') && !searching;
  root.toggleAttribute('data-searching', searching);
  if (searching) return;
  if (following) document.querySelector(':target')?.scrollIntoView();
  // After the browser's own idea of where that was, which knew the page without its text.
  else if (leaving) requestAnimationFrame(() => scrollTo(0, place));
}

/** Words or filters show the results at once, and clearing them the text again; the way back leads there too. */
function typing(): void {
  const filters = [...document.querySelectorAll<HTMLSelectElement>('#filters select')];
  const searching = input?.value.trim() !== '' || filters.some(({ value }) => value !== '');
  if (searching === root.hasAttribute('data-searching')) return;
  if (searching) {
    place = scrollY;
    if (location.hash !== '' || !asks()) visitHere();
  }
  root.toggleAttribute('data-searching', searching);
  scrollTo(0, searching ? 0 : place);
}

document.querySelector('form.search')?.removeAttribute('hidden');
document.getElementById('search')?.removeAttribute('hidden');
input?.addEventListener('input', typing);
input?.form?.addEventListener('submit', typing);
document.getElementById('filters')?.addEventListener('change', typing);
addEventListener('popstate', show);
addEventListener('hashchange', () => {
  show();
  following = false;
});
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  following = link !== null;
  // In a frame that has no address of its own the browser would look for the place in the page around it.
  if (!link || location.protocol !== 'about:') return;
  event.preventDefault();
  dispatchEvent(new Event('hashchange'));
  document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView();
});
results?.addEventListener('click', ({ target }) => {
  const hit = target instanceof Element ? target.closest('article') : null;
  if (!hit) return;
  const phrases = [...hit.querySelectorAll('mark')].map((mark) => mark.textContent);
  // The place comes into view with the change of the fragment; what lights up there must wait for it.
  addEventListener('hashchange', () => highlight(phrases), { once: true });
});
completeSource();
describeLists(notice.tasks);
show();
following = false;
