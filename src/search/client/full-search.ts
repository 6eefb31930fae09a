import type { SearchResult } from '../model.ts';
import { createSearch, type Search } from '../search.ts';
import type { Library } from '../search-desk.ts';
import type { Addresses } from './host.ts';
import { showChips, showSummary } from './show-chips.ts';
import { showExpansions } from './show-expansions.ts';
import { showFilters } from './show-filters.ts';

/** What loads only after the first cards: the search itself, and what shows more than hits. */
export interface FullSearch {
  search: Search;
  showChips: typeof showChips;
  showFilters: typeof showFilters;
  showExpansions: typeof showExpansions;
  /** What comes near where nothing was found. */
  showNearby(result: SearchResult, addresses: Addresses): Promise<HTMLElement[]>;
  showSummary: typeof showSummary;
}

export const openSearch = (library: Library): FullSearch => ({
  search: createSearch(library),
  showChips,
  showFilters,
  showExpansions,
  showNearby: async (result, addresses) =>
    result.nearby ? (await import('./show-nearby.ts')).showNearby(result, addresses) : [],
  showSummary,
});
