import { createSearch, type Search } from '../search.ts';
import type { Library } from '../search-desk.ts';
import { showChips, showSummary } from './show-chips.ts';
import { showExpansions } from './show-expansions.ts';
import { showFilters } from './show-filters.ts';
import type { showNearby } from './show-nearby.ts';

/** What loads only after the first cards: the search itself, and what shows more than hits. */
export interface FullSearch {
  search: Search;
  showChips: typeof showChips;
  showFilters: typeof showFilters;
  showExpansions: typeof showExpansions;
  /** What shows what comes near where there is nothing: few queries need it. */
  nearby(): Promise<typeof showNearby>;
  showSummary: typeof showSummary;
}

export const openSearch = (library: Library, nearby: FullSearch['nearby']): FullSearch => ({
  search: createSearch(library),
  showChips,
  showFilters,
  showExpansions,
  nearby,
  showSummary,
});
