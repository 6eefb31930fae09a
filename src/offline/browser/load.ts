/** Stands in for the site's loader: nothing is loaded, everything is in the page. */
import { type FullSearch, openSearch } from '../../search/client/full-search.ts';
import type { Loaded } from '../../search/client/load.ts';
import { createFirstCards } from '../../search/unit-cards.ts';
import { readLibrary } from './read.ts';

export const { index, words, sounds, notice } = readLibrary();
const loaded: Loaded = { index, cards: createFirstCards(index) };
const full = openSearch({
  index,
  words: () => Promise.resolve(words),
  sounds: () => Promise.resolve(sounds),
  notice: () => Promise.resolve(notice),
});

export const loadIndex = (): Promise<Loaded> => Promise.resolve(loaded);
export const loadSearch = (): Promise<FullSearch> => Promise.resolve(full);
