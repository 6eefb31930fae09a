import { Asking } from './asking.ts';
import { keepQuotes } from './fold.ts';
import { NO_OUTCOME, resultOf } from './hits.ts';
import { createMatcher } from './match.ts';
import type { Asked, Filters, SearchResult } from './model.ts';
import type { Desk } from './opened-library.ts';
import { lookIn, type Shelf } from './plan.ts';
import { createDesk, type Library } from './search-desk.ts';

export interface Search {
  /** Everything that a query and filters find. With filters and no query: all that the filters leave. */
  run(query: string, asked?: Asked): Promise<SearchResult>;
}

/** The search over a library: the same query gives the same hits in the same order, wherever the data come from. */
export function createSearch(library: Library): Search {
  const desk = createDesk(library);
  return {
    run: async (query, asked = {}) => {
      const { filters = {} } = asked;
      if (!/\S/u.test(query)) return browse(desk, filters);
      if (desk.fold(query).text === '') return quoteMarks(desk, query, filters);
      const look = async (asking: Asking) => (await asking.asTyped()) ?? (await library.more()).readOtherwise(asking);
      const asking = new Asking(desk, query, asked);
      const first = await look(asking);
      const mayHold = asked.sparing && (first.unasked || first.unopened.length > 0);
      return first.hits.length === 0 && mayHold ? look(asking.again()) : first;
    },
  };
}

const quotes = createMatcher(keepQuotes);

/** Nothing but quote marks: the places that print them. */
async function quoteMarks(desk: Desk, query: string, filters: Filters): Promise<SearchResult> {
  const opened = await Promise.all(desk.scope(filters).map(({ id }) => desk.open(id)));
  const want = { text: query.trim(), meanings: [], literal: true };
  const shelves = opened.map((book) => lookIn(book, [want], false, keepQuotes, quotes));
  const exact = shelves.some(({ found }) => found.length > 0);
  return resultOf(desk, query, filters, { ...NO_OUTCOME, shelves }, exact, []);
}

async function browse(desk: Desk, filters: Filters): Promise<SearchResult> {
  const any = Object.keys(filters).length > 0;
  const opened = any ? await Promise.all(desk.scope(filters).map(({ id }) => desk.open(id))) : [];
  const shelves = opened.map((book): Shelf => {
    const found = book.records.map((record) => ({ record, matches: [], possible: false, joined: false, step: 0 }));
    return { book, cards: [], found };
  });
  return resultOf(desk, '', filters, { ...NO_OUTCOME, shelves }, true, []);
}
