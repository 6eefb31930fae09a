/** Runs in a page of a made library: the search core over its files, through Pagefind as the pages ask it. */
import { arrived, arrivedIndex, type Carried, type CarriedIndex } from '../../src/search/carried.ts';
import { arrivedSounds } from '../../src/search/carried-sounds.ts';
import { type Holding, holdersOf } from '../../src/search/holders.ts';
import type { UnitAnswer, Words } from '../../src/search/model.ts';
import * as more from '../../src/search/more.ts';
import { createSearch } from '../../src/search/search.ts';

interface Pagefind {
  options(options: { noWorker: boolean }): Promise<void>;
  filters(): Promise<unknown>;
  search(query: string): Promise<{ filters: { notice?: Record<string, number> } }>;
}

export interface Found {
  urls: string[];
  /** Notices that the index named. */
  named: number;
  ms: number;
}

async function open(base: string) {
  const json = async <T>(name: string) => (await fetch(`${base}search/${name}.json`)).json() as Promise<T>;
  const pagefind: Pagefind = await import(`${base}pagefind/pagefind.js`);
  await pagefind.options({ noWorker: true });
  await pagefind.filters();
  const index = arrivedIndex(await json<CarriedIndex>('answers'));
  let named = new Set<string>();
  const holding: Holding = async (words) => {
    const { filters } = await pagefind.search(words.join(' '));
    named = new Set(Object.entries(filters.notice ?? {}).flatMap(([id, hits]) => (hits > 0 ? [id] : [])));
    return { ids: named, whole: true };
  };
  const search = createSearch({
    index,
    words: () => json<Words>('words'),
    unnamed: () => json<UnitAnswer[]>('unnamed'),
    sounds: async () => arrivedSounds(await json<string>('sounds')),
    more: async () => more,
    notice: async (id) => arrived(await json<Carried>(id), index.units),
    holders: (...asked) => holdersOf(holding, ...asked),
  });
  return { search, named: () => named };
}

let opening: ReturnType<typeof open> | undefined;

/** The places of each query, whose words stand in them as typed. */
export async function ask(base: string, queries: readonly string[], most?: number): Promise<Found[]> {
  opening ??= open(base);
  const { search, named } = await opening;
  const all: Found[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { hits } = await search.run(query, most === undefined ? {} : { most });
    const ms = performance.now() - start;
    const textual = hits.filter(({ excerpts }) => excerpts.some(({ pieces }) => pieces.some(({ found }) => found)));
    const urls = textual.flatMap(({ url, same }) => [url, ...(same ? [same.url] : [])]);
    all.push({ urls, named: named().size, ms });
  }
  return all;
}
