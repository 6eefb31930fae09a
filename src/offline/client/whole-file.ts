/** The script of the one file: search over the page's own words, and its rooms, of which it shows one at a time. */
import '../../search/client/slash.ts';
import { askedIn } from '../../search/asked-in-address.ts';
import { openSearch } from '../../search/client/full-search.ts';
import { highlight } from '../../search/client/highlight.ts';
import { searchPage } from '../../search/client/page.ts';
import { showNearby } from '../../search/client/show-nearby.ts';
import { keepHere, visitHere } from '../../search/client/visit.ts';
import { createHearing, readOtherwise } from '../../search/more.ts';
import type { Library } from '../../search/search-desk.ts';
import { createFirstCards } from '../../search/unit-cards.ts';
import { linkLines } from '../lines.ts';
import { hitAnchor, unitPlaces } from '../places.ts';
import { describeLists } from './lists.ts';
import { readLibrary } from './read-library.ts';
import { completeSource } from './source.ts';

linkLines(document);
const { index, words, unnamed, sounds, notice } = readLibrary();
const units = unitPlaces(document);
const loaded = { index, cards: createFirstCards(index) };
const library: Library = {
  index,
  words: () => Promise.resolve(words),
  unnamed: () => Promise.resolve(unnamed),
  sounds: () => Promise.resolve(sounds),
  more: async () => ({ createHearing, readOtherwise }),
  notice: () => Promise.resolve(notice),
};
const full = openSearch(library, () => Promise.resolve(showNearby));

/** The place that was left for a search: once nothing is asked any more, the address names it again. */
let leftAt = '';

searchPage({
  addresses: {
    hit: (url) => hitAnchor(url, notice.notice.id, units),
    search: (params) => location.pathname + (params.size > 0 ? `?${params}` : leftAt),
  },
  loadIndex: () => Promise.resolve(loaded),
  loadSearch: () => Promise.resolve(full),
});

const root = document.documentElement;
const input = document.querySelector<HTMLInputElement>('form.search input');
const results = document.getElementById('results');
const search = document.getElementById('search');
const name = document.querySelector<HTMLElement>('header h1');
const rooms = [...(document.querySelector('main')?.children ?? [])];
const first = rooms.find((room) => room !== search);

/** Whether the address asks for something; a query that others put there, such as where it was shared, asks nothing. */
function asks(): boolean {
  const { query, filters } = askedIn(location.search);
  return query !== '' || Object.keys(filters).length > 0;
}

/** The room that is shown, and where it was left for a search. */
let here = first;
let left = { room: first, y: 0 };

/** Shows one room. Each is a page of its own: it has a heading of the first level, and the way to it is marked. */
function enter(room = first): void {
  here = room;
  for (const each of rooms) each.classList.toggle('here', each === room);
  root.setAttribute('data-room', room === first ? 'first' : 'other');
  if (name) name.hidden = room?.querySelector('h1') !== null;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.links a')) {
    if (room?.contains(document.getElementById(link.hash.slice(1)))) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Keeps with its address how far one has read, for the way back. */
const keepPlace = () => keepHere({ y: scrollY });

/** In a frame that has no address of its own: the fragment that was followed last. */
let followed = '';

/**
 * Shows what the address names: a place, else the search that it asks for, else the first room. Where one has been
 * before, one is as far as one had read.
 */
function show(): void {
  const anchor = location.protocol === 'about:' ? followed : location.hash;
  const place = document.getElementById(anchor.slice(1));
  enter(anchor === '' && asks() ? (search ?? first) : rooms.find((room) => place && room.contains(place)));
  const { y } = (history.state ?? {}) as { y?: number };
  if (place && y === undefined) {
    place.scrollIntoView();
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    // After the browser's own idea of where that was, which knew the page by another room.
  } else requestAnimationFrame(() => scrollTo(0, y ?? 0));
}

/** Words or filters show the results at once, and clearing them the room again; the way back leads there too. */
function typing(): void {
  const filters = [...document.querySelectorAll<HTMLSelectElement>('#filters select')];
  const searching = input?.value.trim() !== '' || filters.some(({ value }) => value !== '');
  if (searching === (here === search)) return;
  if (searching) {
    left = { room: here, y: scrollY };
    leftAt = location.hash;
    if (location.hash !== '' || !asks()) {
      keepPlace();
      visitHere();
    }
  }
  enter(searching ? (search ?? first) : left.room);
  scrollTo(0, searching ? 0 : left.y);
}

document.querySelector('form.search')?.removeAttribute('hidden');
search?.removeAttribute('hidden');
input?.addEventListener('input', typing);
input?.form?.addEventListener('submit', typing);
document.getElementById('filters')?.addEventListener('change', typing);

addEventListener('popstate', show);
addEventListener('hashchange', show);
addEventListener('pagehide', keepPlace);
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (!link) return;
  if (location.protocol === 'about:') {
    // The browser would look for the place in the page around the frame.
    event.preventDefault();
    followed = link.hash;
    dispatchEvent(new Event('hashchange'));
  } else keepPlace();
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
history.scrollRestoration = 'manual';
show();
