/** Runs in a page of a made library: the search core over its files, through Pagefind as the pages ask it, all that it names. */
import { arrived, arrivedIndex, type Carried, type CarriedIndex } from '../../src/search/carried.ts';
import { arrivedSounds } from '../../src/search/carried-sounds.ts';
import { holders } from '../../src/search/client/pagefind.ts';
import { createFold } from '../../src/search/fold.ts';
import type { UnitAnswer, Words } from '../../src/search/model.ts';
import * as more from '../../src/search/more.ts';
import { createSearch } from '../../src/search/search.ts';
import { readSearchFile, searchFile } from '../../src/search/search-file.ts';

export interface Found {
  urls: string[];
  /** Notices that the index named. */
  named: number;
  ms: number;
}

async function open(base: string) {
  const data = async <T>(name: string) =>
    readSearchFile<T>(await (await fetch(`${base}${searchFile(name)}`)).arrayBuffer());
  const index = arrivedIndex(await data<CarriedIndex>('answers'));
  let named = 0;
  const search = createSearch({
    index,
    words: () => data<Words>('words'),
    unnamed: () => data<UnitAnswer[]>('unnamed'),
    sounds: async () => arrivedSounds(await data<string>('sounds')),
    more: async () => more,
    notice: async (id) => arrived(await data<Carried>(id), index.units),
    holders: async (...asked) => {
      const held = await holders(...asked);
      named = held.ids.size;
      return held;
    },
  });
  return { search, fold: createFold(index.simplified), named: () => named };
}

let opening: ReturnType<typeof open> | undefined;

/** The places of each query, whose words stand in them as typed. */
export async function ask(base: string, queries: readonly string[], most?: number): Promise<Found[]> {
  opening ??= open(base);
  const { search, fold, named } = await opening;
  const all: Found[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { hits } = await search.run(query, most === undefined ? {} : { most });
    const ms = performance.now() - start;
    const asked = fold(query).text;
    // Where a run is an everyday word too, other words are found for it, which the page says: they are no find of text.
    const isRun = (text: string) => text !== '' && (text.includes(asked) || asked.startsWith(text));
    const textual = hits.filter(
      ({ kind, excerpts }) =>
        kind !== 'unit' &&
        excerpts.some(({ pieces }) => pieces.some(({ text, found }) => found && isRun(fold(text).text))),
    );
    const urls = textual.flatMap(({ url, same }) => [url, ...(same ? [same.url] : [])]);
    all.push({ urls, named: named(), ms });
  }
  return all;
}
