import { createKnowledge, type Knowledge } from './answers.ts';
import { excerptsOf, phrasesOf } from './excerpt.ts';
import { applyFilters, countFacets } from './filters.ts';
import { createFold, keepQuotes } from './fold.ts';
import { createMatcher, type Match, type Matcher } from './match.ts';
import type {
  Answer,
  AnswerIndex,
  Expansion,
  Filters,
  Hit,
  Nearby,
  Needle,
  RecordSource,
  SearchRecord,
  SearchResult,
  Synonym,
} from './model.ts';
import { slipsOf } from './nearby.ts';
import { contentOf, partsOf, wordsOf } from './query.ts';
import { type Found, rank } from './rank.ts';

export interface Search {
  /** Everything that a query and filters find. With filters and no query: all that the filters leave. */
  run(query: string, filters?: Filters): Promise<SearchResult>;
}

export interface SearchParts {
  /** The small index (`/search/answers.json`). */
  answers: AnswerIndex;
  /** Everyday words. */
  synonyms: readonly Synonym[];
  /** Where records come from. */
  source: RecordSource;
}

/** What the words of a query found. */
interface Outcome {
  /** Where the records of the cards are looked for. */
  records: readonly SearchRecord[];
  found: Found[];
  expansions: Expansion[];
}

/**
 * The search, over any source of records: the same query gives the same hits in the same order.
 */
export function createSearch({ answers, synonyms, source }: SearchParts): Search {
  const fold = createFold(answers.simplified);
  const knowledge = createKnowledge(answers, fold, synonyms);
  const matcher = createMatcher(fold);
  const quotes = createMatcher(keepQuotes);

  return {
    run: async (query, filters = {}) => {
      const words = wordsOf(query, fold);
      if (words.length === 0 && /\S/u.test(query)) return quoteMarks(query, filters);
      if (words.length === 0) return browse(filters);
      const cards = knowledge.answers(words.join(''));
      const needles = words.flatMap((word) => [{ text: word }, ...knowledge.needles(word)]);
      const places = cards.flatMap(({ needle }) => needle ?? []);
      const outcome = await look(words, [{ text: words.join('') }, ...needles, ...places]);
      if (outcome.found.length > 0 || cards.length > 0) return result(query, filters, cards, outcome);
      return question(query, words, filters);
    },
  };

  async function look(words: readonly string[], needles: readonly Needle[]): Promise<Outcome> {
    const records = await source.candidates(needles);
    return words.length === 1 ? lookForOne(words[0] ?? '', records) : lookForAll(words, records);
  }

  /** One word: its own letters; where no text holds them, what the word stands for. */
  function lookForOne(word: string, records: readonly SearchRecord[]): Outcome {
    const own = matchesOf(records, [{ text: word }], matcher);
    const needles = knowledge.needles(word);
    const applied = own.every(({ record }) => record.kind === 'unit');
    const other = applied ? matchesOf(records, needles, matcher).filter((found) => !holds(own, found.record)) : [];
    const inOrder = needles.flatMap((needle) => rank(other.filter(({ matches }) => matches[0]?.needle === needle)));
    return { records, found: [...rank(own), ...inOrder], expansions: expansionsOf(word, knowledge, applied) };
  }

  /** Several words: all of them in one record, each by its own letters or by what it stands for. */
  function lookForAll(words: readonly string[], records: readonly SearchRecord[]): Outcome {
    const joined = matchesOf(records, [{ text: words.join('') }], matcher);
    const expansions = new Map<string, Expansion>();
    const wanted = words.map((word) => [{ text: word }, ...knowledge.needles(word)]);
    const apart = records.flatMap((record): Found[] => {
      if (holds(joined, record)) return [];
      const matches = wanted.flatMap((needles) => firstMatch(record, needles) ?? []);
      return matches.length === words.length ? [{ record, matches, joined: false }] : [];
    });
    for (const word of words) {
      for (const each of expansionsOf(word, knowledge, true)) expansions.set(each.word, each);
    }
    return { records, found: rank([...joined, ...apart]), expansions: [...expansions.values()] };
  }

  function firstMatch(record: SearchRecord, needles: readonly Needle[]): Match | undefined {
    for (const needle of needles) {
      const match = matcher.match(record, needle);
      if (match) return match;
    }
    return undefined;
  }

  /** Only where the query as typed finds nothing: what a question is about, or what comes near. */
  async function question(query: string, words: string[], filters: Filters): Promise<SearchResult> {
    const records = await source.candidates([]);
    const inText = (word: string) => records.some((record) => matcher.match(record, { text: word }) !== undefined);
    const known = (word: string) => knowledge.knows(word) || inText(word);
    const content = contentOf(query, fold, known);
    if (content) {
      const cards = content.length === 1 ? knowledge.answers(content[0] ?? '') : [];
      const outcome = await look(content, []);
      if (outcome.found.length > 0 || cards.length > 0) return result(query, filters, cards, outcome);
    }
    const isUnnamed = (word: string) => knowledge.unnamed(word).length > 0;
    const unnamed = words
      .flatMap((word) => (isUnnamed(word) ? [word] : partsOf(word, isUnnamed)))
      .flatMap((word) => knowledge.unnamed(word));
    const nearby: Nearby = {
      unnamed,
      parts: words
        .filter((word) => !isUnnamed(word))
        .flatMap((word) => partsOf(word, inText))
        .map((text) => ({ text, count: matchesOf(records, [{ text }], matcher).length })),
      meant: unnamed.length > 0 ? [] : words.flatMap((word) => slipsOf(word, knowledge.vocabulary())),
    };
    return { ...result(query, filters, [], NOTHING), exact: false, nearby };
  }

  /** Nothing but quote marks: the places that print them. */
  async function quoteMarks(query: string, filters: Filters): Promise<SearchResult> {
    const records = await source.candidates([]);
    const found = rank(matchesOf(records, [{ text: query }], quotes));
    return { ...result(query, filters, [], { records, found, expansions: [] }), exact: found.length > 0 };
  }

  async function browse(filters: Filters): Promise<SearchResult> {
    const any = Object.keys(filters).length > 0;
    const records = any ? await source.candidates([]) : [];
    const found = [...records]
      .sort((a, b) => a.order - b.order)
      .map((record): Found => ({ record, matches: [], joined: false }));
    return result('', filters, [], { records, found, expansions: [] });
  }

  function hitOf({ record, matches }: Found): Hit {
    const spans = matches.flatMap((match) => match.spans);
    const facts = knowledge.card(record.url)?.facts;
    return {
      kind: record.kind,
      url: record.url,
      title: record.title,
      ...(facts ? { facts } : {}),
      record,
      excerpts: excerptsOf(record, spans),
      phrases: phrasesOf(record, spans),
    };
  }

  /** Cards first; a card and the record of its address are one hit. */
  function result(query: string, filters: Filters, cards: readonly Answer[], outcome: Outcome): SearchResult {
    const { records, found, expansions } = outcome;
    const answered = cards.map(({ kind, url, title, facts }): Hit => {
      const record = records.find((each) => each.url === url);
      if (!record) return { kind, url, title, facts, excerpts: [], phrases: [] };
      return { ...hitOf(found.find((each) => each.record === record) ?? { record, matches: [], joined: true }), facts };
    });
    const others = found.filter(({ record }) => !cards.some(({ url }) => url === record.url)).map(hitOf);
    const hits = [...answered, ...others];
    return {
      query,
      exact: true,
      hits: applyFilters(hits, filters),
      facets: countFacets(hits, filters),
      expansions,
    };
  }
}

const NOTHING: Outcome = { records: [], found: [], expansions: [] };

const holds = (found: readonly Found[], record: SearchRecord) => found.some((each) => each.record === record);

/** The records that fit any of the needles. */
const matchesOf = (records: readonly SearchRecord[], needles: readonly Needle[], matcher: Matcher): Found[] =>
  records.flatMap((record) => {
    const matches = needles.flatMap((needle) => matcher.match(record, needle) ?? []);
    return matches.length > 0 ? [{ record, matches, joined: true }] : [];
  });

/** Everyday words and names of units that a word stands for beside itself. */
function expansionsOf(word: string, knowledge: Knowledge, applied: boolean): Expansion[] {
  const targets = knowledge.targets(word);
  return targets.length > 0 ? [{ word, targets, applied }] : [];
}
