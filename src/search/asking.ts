import { applyFilters } from './filters.ts';
import { hitsOf, isEmpty, NO_OUTCOME, type Outcome, resultOf } from './hits.ts';
import type { Allowance } from './holders.ts';
import type { Asked, Expansion, Filters, Loosened, NoticeLine, SearchResult } from './model.ts';
import type { Desk } from './opened-library.ts';
import { lookIn, type Want } from './plan.ts';
import { QueryReader, type Reading } from './reading.ts';

/** Notices that hold so many times what is asked for are enough, though all of it is only possible. */
const MUCH = 5;

/**
 * So many pieces of the full-text index, or as much else, load before the reader asks for more; the fewer, the longer the
 * lists of notices and pieces, which load first.
 */
const ALLOWANCE = 14.5;
const OF_NOTICES = 0.03;
const LEAST = 4;

/** So much more loads of itself where a first look found nothing, and something may yet be there. */
const FURTHER = 5.8;
const FURTHER_OF_NOTICES = 0.0116;
const LEAST_FURTHER = 2;

/** A notice weighs as much as so many pieces of the full-text index. */
const NOTICE = 6;

/** For what is as long and asked as typed, a notice may take the place of what else would load for a further look. */
const LONG = 8;

/** What may load for one query. */
interface Budget extends Allowance {
  /** What a further look may load beside what is left. */
  further: number;
}

/** How many hits there are. */
interface Count {
  certain: number;
  possible: number;
}
const NONE: Count = { certain: 0, possible: 0 };
const plus = (a: Count, b: Count): Count => ({ certain: a.certain + b.certain, possible: a.possible + b.possible });

/** One query: what its readings find, one reading at a time. */
export class Asking {
  readonly desk: Desk;
  readonly query: string;
  /** The query folded. */
  readonly text: string;
  readonly read: QueryReader;
  /** What may still load before the reader asks for more. */
  readonly allowance: Budget;
  /** A reading found nothing where not all was asked that might hold it. */
  short = false;
  /** The notices that the filters leave, newest first. */
  readonly scope: readonly NoticeLine[];
  readonly #asked: Asked;
  readonly #filters: Filters;
  readonly #most: number;
  readonly #early: ((result: SearchResult) => void) | undefined;
  #apart: Promise<Reading | undefined> | undefined;

  /** @param allowance another asking's, which this one uses up too */
  constructor(desk: Desk, query: string, asked: Asked, allowance?: Budget) {
    const { filters = {}, most, sparing = false, early } = asked;
    this.#asked = asked;
    this.desk = desk;
    this.query = query;
    this.text = desk.fold(query).text;
    this.read = new QueryReader(query, desk.index);
    this.scope = desk.scope(filters);
    this.#filters = filters;
    this.#most = most ?? Number.POSITIVE_INFINITY;
    const count = desk.index.notices.length;
    const first = Math.max(LEAST, ALLOWANCE - count * OF_NOTICES);
    const further = Math.max(LEAST_FURTHER, FURTHER - count * FURTHER_OF_NOTICES);
    this.allowance = allowance ?? { left: sparing ? first : Number.POSITIVE_INFINITY, further };
    this.#early = early;
  }

  /** The same once more, where a first look found nothing: a little more may load. */
  again(): Asking {
    const { left, further } = this.allowance;
    return new Asking(this.desk, this.query, this.#asked, { left: left + further, further: 0 });
  }

  /** The same asked in other words. */
  instead(query: string): Asking {
    return new Asking(this.desk, query, this.#asked, this.allowance);
  }

  /** The words of the query apart, where there are several. */
  apart(): Promise<Reading | undefined> {
    this.#apart ??= this.desk.know().then(({ lexicon }) => this.read.apart(this.desk.fold, lexicon));
    return this.#apart;
  }

  /** What the query finds as it was typed, all of it as one: if it finds anything, also what holds each of its words. */
  async asTyped(): Promise<SearchResult | undefined> {
    const { lexicon } = await this.desk.know();
    return this.found(this.read.whole(this.text, lexicon), undefined, (await this.apart())?.wants);
  }

  /**
   * What one reading finds, if it finds anything.
   *
   * @param loosened how the reading differs from the query as typed
   * @param also beside what the whole of the reading finds
   */
  async found(reading: Reading, loosened?: Loosened, also: readonly Want[] = []): Promise<SearchResult | undefined> {
    const outcome = await this.look(reading, also, loosened === undefined);
    if (!isEmpty(outcome)) return this.done(outcome, reading, loosened === undefined, loosened);
    this.short ||= outcome.unasked || outcome.unopened.length > 0;
    return undefined;
  }

  /**
   * Looks in the newest notice, then in those that the full-text index names, the newest first, until there is enough or
   * the allowance is used up. The index is asked once the newest has answered: what it loads is heavy, and would keep
   * the first hits waiting.
   *
   * @param thorough whether it is asked as typed
   */
  async look(reading: Reading, also: readonly Want[] = [], thorough = false): Promise<Outcome> {
    const { wants, cards, among } = reading;
    const outcome: Outcome = { ...NO_OUTCOME, cards, shelves: [], unopened: [] };
    const [newest, ...others] = this.scope.filter(({ id }) => among?.includes(id) ?? true);
    if (wants.length === 0 || !newest) return outcome;
    let found = await this.#lookInto(newest.id, reading, also, outcome);
    outcome.expansions = this.#expansions(wants, outcome);
    if (!isEmpty(outcome)) this.#early?.(this.done(outcome, reading, true));
    const { allowance } = this;
    const least = thorough && this.text.length >= LONG && isEmpty(outcome) ? NOTICE - allowance.further : NOTICE;
    const by = outcome.shelves[0]?.found[0]?.matches.map(({ needle }) => needle);
    const looked = new Set<string>();
    // Where little may load, some that the index names are enough; all of them, once those are done with.
    // With no other notice, the index is not asked again for each looser reading: many of them find nothing.
    const ways = others.length > 0 ? [true, false] : thorough ? [false] : [];
    for (const some of Number.isFinite(allowance.left) ? ways : ways.slice(-1)) {
      if (outcome.unopened.length > 0) break;
      const holders = await this.desk.holders(others, wants, { allowance, some, by }).catch(() => undefined);
      outcome.partial = holders === undefined;
      for (const { id } of others) {
        if (!holders?.ids.has(id) || looked.has(id)) continue;
        looked.add(id);
        const isNew = !this.desk.isOpen(id);
        // Those that stay closed are the oldest: hits come notice by notice.
        const isLast = isNew && allowance.left < least;
        if (outcome.unopened.length > 0 || isLast || this.#isEnough(found)) {
          outcome.unopened.push(id);
          continue;
        }
        if (isNew) allowance.left -= NOTICE;
        found = plus(found, await this.#lookInto(id, reading, also, outcome));
      }
      outcome.unasked = holders?.whole === false && looked.size < others.length;
    }
    outcome.expansions = this.#expansions(wants, outcome);
    return outcome;
  }

  /** What is only possible comes last: notices are opened for what is certain, unless there is very much of the other. */
  #isEnough({ certain, possible }: Count): boolean {
    return certain >= this.#most || possible >= this.#most * MUCH;
  }

  /** How many places of the newest notice hold some letters. */
  async inNewest(text: string): Promise<number> {
    const [newest] = this.scope;
    if (!newest) return 0;
    const { fold, matcher } = this.desk;
    return lookIn(await this.desk.open(newest.id), [{ text, meanings: [], literal: true }], false, fold, matcher).found
      .length;
  }

  /** Looks in one notice. @returns how many hits it gives */
  async #lookInto(id: string, { wants, answers }: Reading, also: readonly Want[], outcome: Outcome): Promise<Count> {
    const { index, fold, matcher, years } = this.desk;
    const book = await this.desk.open(id);
    const shelf = lookIn(book, wants, answers, fold, matcher);
    if (shelf.found.length > 0 && also.length > 0) {
      const known = new Set(shelf.found.map(({ record }) => record));
      shelf.found.push(...lookIn(book, also, false, fold, matcher).found.filter(({ record }) => !known.has(record)));
    }
    if (shelf.found.length + shelf.cards.length === 0) return NONE;
    outcome.shelves.push(shelf);
    const hits = applyFilters(hitsOf(index, { cards: [], shelves: [shelf] }, this.#filters), this.#filters, years);
    const possible = hits.filter((hit) => hit.possible).length;
    return { certain: hits.length - possible, possible };
  }

  /** Everyday words and what they stand for; applied where the notices do not print them. */
  #expansions(wants: readonly Want[], { shelves }: Outcome): Expansion[] {
    return wants.flatMap(({ text, meanings, sounds }): Expansion[] => {
      const listed = meanings.flatMap((meaning) => (meaning.kind === 'word' ? meaning.word.targets : []));
      const targets = [...new Set([...(sounds ?? []), ...listed])].filter((each) => this.desk.fold(each).text !== text);
      if (targets.length === 0) return [];
      const steps = shelves.flatMap(({ found }) => found).some(({ step }) => step > 0);
      return [{ word: text, targets, applied: listed.length === 0 || wants.length > 1 || steps }];
    });
  }

  /** What was found by a reading, as the pages show it. */
  done(outcome: Outcome, reading: Reading, exact: boolean, loosened?: Loosened): SearchResult {
    return {
      ...resultOf(this.desk, this.query, this.#filters, outcome, exact, reading.understood),
      // A reading before this one may still be answered by a notice that was not opened.
      unasked: outcome.unasked || this.short,
      ...(loosened ? { loosened } : {}),
    };
  }
}
