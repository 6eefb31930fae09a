import { holdersOf } from '../holders.ts';
import type { Library } from '../search-desk.ts';
import { siteAddress } from './site-address.ts';

/** As much of Pagefind as is asked. */
interface Pagefind {
  options(options: { noWorker: boolean }): Promise<void>;
  filters(): Promise<unknown>;
  search(query: string): Promise<{ filters: { notice?: Record<string, number> } }>;
}

let loading: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ siteAddress('pagefind/pagefind.js'));
  // A worker would load the engine's script once more.
  await pagefind.options({ noWorker: true });
  // Results count by the filters that are loaded: so no record has to be.
  await pagefind.filters();
  return pagefind;
}

/** So few notices are opened sooner than more of the index. */
const FEW = 5;

/**
 * The ids of the notices that may hold all of some words. Each word may take another piece of the index to load: the
 * others are asked only while the first leave many.
 *
 * @throws where Pagefind cannot load; the next call tries again
 */
async function holding(words: readonly string[]): Promise<ReadonlySet<string>> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  const pagefind = await loading;
  let held = new Set<string>();
  for (let count = 1; count <= words.length; count++) {
    const { filters } = await pagefind.search(words.slice(0, count).join(' '));
    held = new Set(Object.entries(filters.notice ?? {}).flatMap(([id, hits]) => (hits > 0 ? [id] : [])));
    if (held.size <= FEW) break;
  }
  return held;
}

/** Asks Pagefind which notices may answer some wants. */
export const holders: NonNullable<Library['holders']> = (notices, wants, fold) =>
  holdersOf(holding, notices, wants, fold);
