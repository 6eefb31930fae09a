/** The script of the one file: search over the page's own words, and the way from a hit to its place. */
import '../../search/client/page.ts';
import '../../search/client/slash.ts';
import { highlight } from '../../search/client/highlight.ts';
import { describeLists } from './lists.ts';
import { index, notice, words } from './load.ts';
import { offerPartners } from './partners.ts';
import { completeSource } from './source.ts';

const root = document.documentElement;
const input = document.querySelector<HTMLInputElement>('form.search input');
const results = document.getElementById('results');

/** Where the text was left for a search. */
let place = 0;
/** Whether a link is being followed: what it leads to comes into view. Going back leads to where one was. */
let following = performance
  .getEntriesByType('navigation')
  .some((entry) => 'type' in entry && entry.type === 'navigate');

/** A search stands in the address as its query; a place in the text as its fragment, which outranks it. */
function show(): void {
  const searching = location.hash === '' && location.search !== '';
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
    if (location.hash !== '' || location.search === '') history.pushState(null, '', location.href);
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
document.addEventListener('click', ({ target }) => {
  following = target instanceof Element && target.closest('a[href^="#"]') !== null;
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
offerPartners(
  [...index.units, ...words.unnamed].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
  notice.tasks,
);
show();
following = false;
