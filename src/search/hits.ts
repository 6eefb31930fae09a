import { unitCard } from './cards.ts';
import { excerptsOf, phrasesOf } from './excerpt.ts';
import { applyFilters, countFacets } from './filters.ts';
import type { Answer, AnswerIndex, Expansion, Filters, Hit, SearchResult, Understood } from './model.ts';
import type { Desk } from './opened-library.ts';
import type { Shelf } from './plan.ts';
import type { Found } from './rank.ts';
import { paths } from './record-places.ts';

/** What one way of reading the query found. */
export interface Outcome {
  cards: Answer[];
  shelves: Shelf[];
  unopened: string[];
  /** The full-text index did not answer: only the newest notice was searched. */
  partial: boolean;
  /** The full-text index was not asked all: other notices may hold more. */
  unasked: boolean;
  expansions: Expansion[];
}

export const NO_OUTCOME: Outcome = {
  cards: [],
  shelves: [],
  unopened: [],
  partial: false,
  unasked: false,
  expansions: [],
};

export const isEmpty = ({ cards, shelves }: Outcome): boolean => cards.length === 0 && shelves.length === 0;

function hitOf({ units }: AnswerIndex, { record, matches, possible }: Found): Hit {
  const spans = matches.flatMap((match) => match.spans);
  const unit = units.find(({ slug }) => paths.unit(slug) === record.url);
  return {
    kind: record.kind,
    url: record.url,
    title: record.title,
    ...(record.kind === 'unit' ? {} : { notice: record.notice }),
    ...(unit ? { facts: unitCard(unit, units).facts } : {}),
    record,
    excerpts: excerptsOf(record, spans),
    phrases: phrasesOf(record, spans),
    ...(possible ? { possible: true } : {}),
  };
}

/** The hit of a card: with the record of its address, where there is one. */
function answerOf(index: AnswerIndex, { kind, url, title, facts }: Answer, shelf?: Shelf): Hit {
  const record = shelf?.book.records.find((each) => each.url === url);
  const notice = shelf ? { notice: shelf.book.head.id } : {};
  if (!record) return { kind, url, title, ...notice, facts, excerpts: [], phrases: [] };
  const found = shelf?.found.find((each) => each.record === record);
  const whole = { record, matches: found?.matches ?? [], possible: false, joined: true, step: 0 };
  const hit = hitOf(index, whole);
  return { ...hit, kind, title: kind === 'topic' ? title : hit.title, facts };
}

/** What a sentence or a task says, its marks left out. */
const wordsOf = ({ record }: Hit): string =>
  record ? record.notice + record.fields[0]?.texts[0]?.replace(/[^\p{L}\p{N}]/gu, '') : '';

/**
 * A task and the sentence of the body of the same words as one hit; a sentence that was asked for itself stays, and so
 * does one that says the words once more.
 */
function asOne(hits: readonly Hit[]): Hit[] {
  const tasks = new Map(
    hits.filter(({ record, possible }) => record?.kind === 'task' && !possible).map((hit) => [wordsOf(hit), hit]),
  );
  return hits.filter((hit) => {
    const task = hit.record?.kind === 'section' && !hit.facts ? tasks.get(wordsOf(hit)) : undefined;
    if (!task || task.same) return true;
    task.same = hit;
    return false;
  });
}

/**
 * Cards of units, then notice by notice its cards and places; a card and the record of its address are one hit. What is
 * only possible comes after all that is certain. Where sections alone are wanted no sentence is left to a task.
 */
export function hitsOf(
  index: AnswerIndex,
  { cards, shelves }: Pick<Outcome, 'cards' | 'shelves'>,
  { kind }: Filters,
): Hit[] {
  const hits = new Map<string, Hit>();
  const put = (url: string, make: () => Hit) => {
    if (!hits.has(url)) hits.set(url, make());
  };
  for (const card of cards) put(card.url, () => answerOf(index, card));
  for (const shelf of shelves) {
    for (const card of shelf.cards) put(card.url, () => answerOf(index, card, shelf));
    for (const found of shelf.found) put(found.record.url, () => hitOf(index, found));
  }
  const all = kind === 'section' ? [...hits.values()] : asOne([...hits.values()]);
  return [...all.filter(({ possible }) => !possible), ...all.filter(({ possible }) => possible)];
}

/** What a query found, as the pages show it. */
export function resultOf(
  { index, years }: Desk,
  query: string,
  filters: Filters,
  outcome: Outcome,
  exact: boolean,
  understood: Understood[],
): SearchResult {
  const hits = hitsOf(index, outcome, filters);
  return {
    query,
    exact,
    hits: applyFilters(hits, filters, years),
    unopened: outcome.unopened,
    partial: outcome.partial,
    unasked: outcome.unasked,
    facets: countFacets(hits, filters, years),
    understood,
    expansions: outcome.expansions,
  };
}
