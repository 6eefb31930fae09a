import { arrived, arrivedIndex, type Carried, type CarriedIndex } from '../carried.ts';
import type { UnitAnswer, Words } from '../model.ts';
import type { Library } from '../search-desk.ts';
import { readSearchFile, searchFile } from '../search-file.ts';
import { createFirstCards } from '../unit-cards.ts';
import type { FullSearch } from './full-search.ts';
import type { Loaded } from './host.ts';
import { siteAddress } from './site-address.ts';

async function fetchData<T>(name: string): Promise<T> {
  const path = searchFile(name);
  const response = await fetch(siteAddress(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // A copy of the site that opens from disk has it out of a script, which holds text.
  return window.siteCopy ? (response.json() as Promise<T>) : readSearchFile<T>(await response.arrayBuffer());
}

/** Runs once; a failure is forgotten, so that the next try can succeed. */
function once<T>(start: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}

/** The small index behind the first cards. */
export const loadIndex: () => Promise<Loaded> = once(async () => {
  const index = arrivedIndex(await fetchData<CarriedIndex>('answers'));
  return { index, cards: createFirstCards(index) };
});

/** The search over all texts, and what shows it. */
export const loadSearch: () => Promise<FullSearch> = once(async () => {
  const [{ index }, { openSearch }] = await Promise.all([loadIndex(), import('./full-search.ts')]);
  const library: Library = {
    index,
    words: () => fetchData<Words>('words'),
    unnamed: () => fetchData<UnitAnswer[]>('unnamed'),
    sounds: async () => {
      const [carried, { arrivedSounds }] = await Promise.all([
        fetchData<string>('sounds'),
        import('../carried-sounds.ts'),
      ]);
      return arrivedSounds(carried);
    },
    more: () => import('../more.ts'),
    notice: async (id) => arrived(await fetchData<Carried>(id), index.units),
    // A copy of the site that opens from disk cannot run the index; it opens every notice.
    ...(window.siteCopy ? {} : { holders: async (...asked) => (await import('./pagefind.ts')).holders(...asked) }),
  };
  return openSearch(library, async () => (await import('./show-nearby.ts')).showNearby);
});
