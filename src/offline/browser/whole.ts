/** The script of the one file: search over the page's own words, and the way from a hit to its place. */
import '../../search/browser/page.ts';
import { highlight } from '../../search/browser/highlight.ts';
import { describeLists } from './lists.ts';
import { index, text } from './load.ts';
import { offerPartners } from './partners.ts';
import { completeSource } from './source.ts';

const root = document.documentElement;
const input = document.querySelector<HTMLInputElement>('form.search input');
const results = document.getElementById('results');

/** A search stands in the address as its query; a place in the text as its fragment, which outranks it. */
function show(): void {
  const searching = location.hash === '' && location.search !== '';
  root.toggleAttribute('data-searching', searching);
  if (searching) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.scrollIntoView();
}

/** Typing shows the results at once; the address follows after a pause. */
function typing(): void {
  root.toggleAttribute('data-searching', input?.value.trim() !== '');
}

document.querySelector('form.search')?.removeAttribute('hidden');
document.getElementById('search')?.removeAttribute('hidden');
input?.addEventListener('input', typing);
addEventListener('hashchange', show);
addEventListener('popstate', show);
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === input) return;
  event.preventDefault();
  input?.focus();
});
results?.addEventListener('click', ({ target }) => {
  const hit = target instanceof Element ? target.closest('article') : null;
  if (!hit) return;
  const phrases = [...hit.querySelectorAll('mark')].map((mark) => mark.textContent);
  // The place comes into view with the change of the fragment; what lights up there must wait for it.
  addEventListener('hashchange', () => highlight(phrases), { once: true });
});
completeSource();
for (const { tasks } of text.notices) {
  describeLists(tasks);
  offerPartners(index.units, tasks);
}
show();
