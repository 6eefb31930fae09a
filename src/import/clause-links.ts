import type { Clause } from '../notice/model.ts';
import type { Effort } from './effort.ts';

/** Task and clause must share at least this many letters in a row for it to count as shared text. */
const RUN = 4;
/** More than this part of a task, or of a clause, must be shared for them to be linked. */
const SHARE = 0.5;
/** Of more clauses than this that may share so much, only those are looked at that stand in the task as a whole. */
const MOST_NEAR = 40;
/** A task does not repeat parts of more clauses than this. */
const MOST_ALIKE = 8;

/** What links and differences need of a clause. */
export type ClauseText = Pick<Clause, 'id' | 'text'>;

/** A text without its punctuation, quotes and spaces. */
export const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The longest run of letters that two texts share, the first of its length. */
function longestRun(a: string, b: string): { length: number; endA: number; endB: number } {
  let [longest, endA, endB] = [0, 0, 0];
  const row = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const length = letter === b.charCodeAt(j - 1) ? diagonal + 1 : 0;
      diagonal = row[j] as number;
      row[j] = length;
      if (length > longest) [longest, endA, endB] = [length, i, j];
    }
  }
  return { length: longest, endA, endB };
}

/** Letters that two texts share in runs of at least {@link RUN}, in the same order. */
function shared(a: string, b: string, effort: Effort): number {
  if (b.includes(a)) return a.length < RUN ? 0 : a.length;
  if (a.includes(b)) return b.length < RUN ? 0 : b.length;
  let sum = 0;
  for (const todo: [string, string][] = [[a, b]]; ; ) {
    const [left, right] = todo.pop() ?? [];
    if (left === undefined || right === undefined) return sum;
    if (left.length < RUN || right.length < RUN) continue;
    effort.spend(left.length * right.length);
    const { length, endA, endB } = longestRun(left, right);
    if (length < RUN) continue;
    sum += length;
    todo.push([left.slice(0, endA - length), right.slice(0, endB - length)], [left.slice(endA), right.slice(endB)]);
  }
}

/** The clauses of one section. */
export interface ClausesOfSection {
  number: number;
  clauses: ClauseText[];
}

/** A clause whose text a task repeats, its section, and how many letters they share. */
export interface Link {
  clause: ClauseText;
  section: number;
  letters: number;
}

/** A clause, its section, and its letters. */
interface BodyClause {
  clause: ClauseText;
  section: number;
  whole: string;
}

/** Each run of `length` letters of a text, with its place. */
function* runsOf(text: string, length: number): Generator<[run: string, at: number]> {
  for (let at = 0; at + length <= text.length; at++) yield [text.slice(at, at + length), at];
}

/** Finds which clauses of a body the tasks of its annex repeat. */
export class Linker {
  readonly #sections: ClausesOfSection[];
  readonly #effort: Effort;
  readonly #clauses: BodyClause[];
  /** The clauses that hold a run of {@link RUN} letters. */
  readonly #holders = new Map<string, Set<number>>();
  readonly #pairs = new Map<number, Set<string>>();

  /** @param effort a step is a pair of letters that is compared, about a nanosecond */
  constructor(sections: ClausesOfSection[], effort: Effort) {
    this.#sections = sections;
    this.#effort = effort;
    this.#clauses = sections.flatMap(({ number, clauses }) =>
      clauses.map((clause) => ({ clause, section: number, whole: letters(clause.text) })),
    );
    for (const [index, { whole }] of this.#clauses.entries()) {
      for (const [run] of runsOf(whole, RUN)) {
        const holders = this.#holders.get(run) ?? new Set();
        this.#holders.set(run, holders.add(index));
      }
    }
  }

  /** Each clause that shares a run with a text, and how many of the text's letters lie in such runs, which none can exceed. */
  #reach(own: string): [index: number, covered: number][] {
    const covered = new Uint32Array(this.#clauses.length);
    const ends = new Uint32Array(this.#clauses.length);
    for (const [run, at] of runsOf(own, RUN)) {
      const holders = this.#holders.get(run);
      if (!holders) continue;
      this.#effort.spend(holders.size * 10);
      for (const index of holders) {
        covered[index] = (covered[index] as number) + at + RUN - Math.max(ends[index] as number, at);
        ends[index] = at + RUN;
      }
    }
    return [...covered.entries()].filter(([, count]) => count > 0);
  }

  /** The clauses that say all of a text. */
  #saying(own: string): Link[] {
    const holders = own.length < RUN ? [] : (this.#holders.get(own.slice(0, RUN)) ?? []);
    return [...holders].flatMap((index) => {
      const { clause, section, whole } = this.#clauses[index] as BodyClause;
      return whole.includes(own) ? [{ clause, section, letters: own.length }] : [];
    });
  }

  /**
   * The clauses whose text a task repeats, in their order: those that say all of it, else such as share more than half
   * of the one or of the other. Where that holds of many, they are phrased alike, and none of them is told to be it.
   */
  linksOf(task: string): Link[] {
    const own = letters(task);
    const whole = this.#saying(own);
    if (whole.length > 0) return whole;
    const leastOf = ({ length }: string) => Math.min(own.length, length) * SHARE;
    const near = this.#reach(own).flatMap(([index, covered]) => {
      const clause = this.#clauses[index] as BodyClause;
      return covered > leastOf(clause.whole) ? [clause] : [];
    });
    const within = (clause: BodyClause) => own.includes(clause.whole);
    const compared = near.length > MOST_NEAR ? near.filter(within) : near;
    const links = compared.flatMap((each) => {
      const count = shared(own, each.whole, this.#effort);
      return count > leastOf(each.whole) ? [{ each, letters: count }] : [];
    });
    const alike = links.filter(({ each }) => !within(each)).length;
    return links
      .filter(({ each }) => alike <= MOST_ALIKE || within(each))
      .map(({ each: { clause, section }, letters: count }) => ({ clause, section, letters: count }));
  }

  #pairsOf(number: number): Set<string> {
    const texts = this.#sections.find((section) => section.number === number)?.clauses ?? [];
    const pairs =
      this.#pairs.get(number) ??
      new Set(texts.flatMap(({ text }) => [...runsOf(letters(text), 2)].map(([pair]) => pair)));
    this.#pairs.set(number, pairs);
    return pairs;
  }

  /** How many pairs of neighbouring letters a task shares with the clauses of a section. */
  #sharedPairs(task: string, number: number): number {
    const known = this.#pairsOf(number);
    return [...runsOf(letters(task), 2)].filter(([pair]) => known.has(pair)).length;
  }

  /**
   * The section of each task: that of the clauses it repeats, else that of its neighbours. Between two
   * sections (seed line 177) it is the one whose clauses share more of its words.
   *
   * @param tasks texts in printed order, each with its links
   * @returns a section number a task, `undefined` where nothing tells
   */
  sectionsOf(tasks: { text: string; links: Link[] }[]): (number | undefined)[] {
    const found = tasks.map(({ links }) => {
      const scores = new Map<number, number>();
      for (const link of links) scores.set(link.section, (scores.get(link.section) ?? 0) + link.letters);
      const [best] = [...scores].sort(([a, more], [b, less]) => less - more || a - b);
      return best?.[0];
    });
    const after = found.map(() => undefined as number | undefined);
    for (let index = found.length - 1; index >= 0; index--) after[index] = found[index] ?? after[index + 1];
    let before: number | undefined;
    return tasks.map(({ text }, index) => {
      before = found[index] ?? before;
      const next = after[index];
      if (before === undefined || next === undefined || before === next) return before ?? next;
      const [left, right] = [this.#sharedPairs(text, before), this.#sharedPairs(text, next)];
      return left === right ? undefined : left > right ? before : next;
    });
  }
}
