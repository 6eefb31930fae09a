import { siteAddress } from './site-address.ts';

/** A stretch of the engine's memory: where it begins, and how long it is. */
type Stretch = [at: number, length: number];

/** What Pagefind's engine exports, as far as it is asked here; the index is a number that every call renews. */
interface Exports {
  memory: WebAssembly.Memory;
  init_pagefind(...meta: Stretch): number;
  load_filter_chunk(index: number, ...chunk: Stretch): number;
  load_index_chunk(index: number, ...chunk: Stretch): number;
  request_all_filter_indexes(index: number): Stretch;
  request_indexes(index: number, ...query: Stretch): Stretch;
  search(
    index: number,
    ...asked: [...query: Stretch, ...asTyped: Stretch, ...filters: Stretch, ...sort: Stretch, exact: 0, diacritics: 0]
  ): Stretch;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_malloc(length: number, align: number): number;
  __wbindgen_free(at: number, length: number, align: number): void;
  __wbindgen_start(): void;
}

const SIGNATURE = 'pagefind_dcd'.length;

/** A file of the index without its packing, which some hosts take off before. @throws where it can't be had */
async function unpacked(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(siteAddress(`pagefind/${path}`));
  if (!response.ok) throw new Error(`pagefind/${path}: ${response.status}`);
  const packed = new Uint8Array(await response.arrayBuffer());
  if (packed[0] !== 0x1f) return packed.slice(SIGNATURE);
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer()).slice(SIGNATURE);
}

async function metaOfIndex(): Promise<Uint8Array> {
  const response = await fetch(siteAddress('pagefind/pagefind-entry.json'));
  if (!response.ok) throw new Error(`pagefind-entry.json: ${response.status}`);
  const { languages } = (await response.json()) as { languages: Record<string, { hash: string }> };
  const [language] = Object.values(languages);
  return unpacked(`pagefind.${language?.hash}.pf_meta`);
}

/** Pagefind's engine, as far as it is asked here. */
export interface Engine {
  /** How many pieces of the index it has to load before it can be asked a word. */
  lacks(word: string): number;
  /** Tells of each value of the filter `notice` how many records it has among those that hold a word. */
  ask(word: string): Promise<Record<string, number>>;
}

/**
 * Starts Pagefind's engine. Its own script is not asked: it is six times as heavy for what is used of it, loads one
 * file after another, and takes a piece of the index that does not arrive for an empty one, so that a page would say
 * for certain that no notice holds what only could not be looked up.
 *
 * @throws where the engine or the index can't be had
 */
export async function startEngine(): Promise<Engine> {
  const [meta, program] = await Promise.all([metaOfIndex(), unpacked('wasm.unknown.pagefind')]);
  const { instance } = await WebAssembly.instantiate(program, {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table: () => {
        const table = wasm.__wbindgen_externrefs;
        const from = table.grow(4);
        table.set(0, undefined);
        [undefined, null, true, false].forEach((value, index) => {
          table.set(from + index, value);
        });
      },
    },
  });
  const wasm = instance.exports as unknown as Exports;
  wasm.__wbindgen_start();
  const give = (bytes: Uint8Array): Stretch => {
    const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(wasm.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  };
  const say = (text: string) => give(new TextEncoder().encode(text));
  const read = <T>([at, length]: Stretch): T => {
    const text = new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, at >>> 0, length));
    wasm.__wbindgen_free(at, length, 1);
    return JSON.parse(text) as T;
  };
  let index = wasm.init_pagefind(...give(meta));
  const loaded = new Map<string, Promise<void>>();
  const load = (path: string, take: 'load_filter_chunk' | 'load_index_chunk'): Promise<void> => {
    const loading =
      loaded.get(path) ??
      unpacked(path).then((chunk) => {
        index = wasm[take](index, ...give(chunk));
      });
    loaded.set(path, loading);
    loading.catch(() => loaded.delete(path));
    return loading;
  };
  const filters = read<string[]>(wasm.request_all_filter_indexes(index));
  await Promise.all(filters.map((name) => load(`filter/${name}.pf_filter`, 'load_filter_chunk')));
  const piecesFor = (word: string) =>
    read<string[]>(wasm.request_indexes(index, ...say(word))).map((name) => `index/${name}.pf_index`);
  return {
    lacks: (word) => piecesFor(word).filter((path) => !loaded.has(path)).length,
    ask: async (word) => {
      await Promise.all(piecesFor(word).map((path) => load(path, 'load_index_chunk')));
      const { filtered_counts } = read<{ filtered_counts: { notice?: Record<string, number> } }>(
        wasm.search(index, ...say(word), ...say(word), ...say('{}'), ...say(''), 0, 0),
      );
      return filtered_counts.notice ?? {};
    },
  };
}
