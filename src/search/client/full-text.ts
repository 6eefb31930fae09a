import type { AnswerIndex, SearchText } from '../model.ts';
import { recordsOf } from '../records.ts';
import { scan } from '../scan.ts';
import { createSearch, type Search } from '../search.ts';
import { showFilters } from './show-filters.ts';
import { showExpansions, showNearby } from './show-nearby.ts';

/** What loads only after the answer cards: the search itself, and what shows more than hits. */
export interface FullText {
  search: Search;
  showFilters: typeof showFilters;
  showExpansions: typeof showExpansions;
  showNearby: typeof showNearby;
}

export function openFullText(answers: AnswerIndex, { notices, synonyms }: SearchText): FullText {
  const search = createSearch({ answers, synonyms, source: scan(notices.flatMap(recordsOf)) });
  return { search, showFilters, showExpansions, showNearby };
}
