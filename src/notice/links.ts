import type { Clause } from './model.ts';

/** Task and clause must share at least this many letters in a row for it to count as shared text. */
const RUN = 4;
/** More than this part of a task, or of a clause, must be shared for them to be linked. */
const SHARE = 0.5;

/** What links and differences need of a clause. */
export type ClauseText = Pick<Clause, 'id' | 'text'>;

/** A text without its punctuation, quotes and spaces. */
export const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

const clauseLetters = new WeakMap<ClauseText, string>();

/** The letters of a clause, which every task is held against. */
function lettersOf(clause: ClauseText): string {
  const known = clauseLetters.get(clause) ?? letters(clause.text);
  clauseLetters.set(clause, known);
  return known;
}

/** Whether two texts share a run of {@link RUN} letters; most do not, and to count what they share is slow. */
function shareRun(a: string, b: string): boolean {
  for (let at = 0; at + RUN <= a.length; at++) if (b.includes(a.slice(at, at + RUN))) return true;
  return false;
}

/** Letters that two texts share in runs of at least {@link RUN}, in the same order. */
function shared(a: string, b: string): number {
  if (!shareRun(a, b)) return 0;
  let best = 0;
  let endA = 0;
  let endB = 0;
  // One row of the table is enough: each cell needs the one before it in the row above.
  const row = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    let above = 0;
    for (let j = 1; j <= b.length; j++) {
      const run = letter === b.charCodeAt(j - 1) ? above + 1 : 0;
      above = row[j] ?? 0;
      row[j] = run;
      if (run > best) [best, endA, endB] = [run, i, j];
    }
  }
  return best + shared(a.slice(0, endA - best), b.slice(0, endB - best)) + shared(a.slice(endA), b.slice(endB));
}

/** A clause that a task's text comes from, and how many letters they share. */
export interface Link {
  clause: ClauseText;
  letters: number;
}

/** The clauses whose text a task repeats, in their order: they share more than half of the one or of the other. */
export function linksOf(task: string, clauses: ClauseText[]): Link[] {
  const own = letters(task);
  return clauses
    .map((clause) => ({ clause, letters: shared(own, lettersOf(clause)) }))
    .filter((link) => link.letters > Math.min(own.length, lettersOf(link.clause).length) * SHARE)
    .map(({ clause, letters }) => ({ clause, letters }));
}

/** How many pairs of neighbouring letters a text shares with others. */
function sharedPairs(text: string, others: string[]): number {
  const pairs = (all: string) => [...letters(all)].map((_, index) => letters(all).slice(index, index + 2));
  const known = new Set(others.flatMap(pairs));
  return pairs(text).filter((pair) => pair.length === 2 && known.has(pair)).length;
}

/**
 * The section of each task: that of the clauses it repeats, else that of its neighbours. Between two
 * sections (seed line 177) it is the one whose clauses share more of its words.
 *
 * @param tasks texts in printed order
 * @param sections all clauses by section, in order
 * @returns a section number a task, `undefined` where nothing tells
 */
export function sectionsOf(
  tasks: string[],
  sections: { number: number; clauses: ClauseText[] }[],
): (number | undefined)[] {
  const found = tasks.map((task) => {
    const scores = sections.map(({ number, clauses }) => ({
      number,
      score: linksOf(task, clauses).reduce((sum, link) => sum + link.letters, 0),
    }));
    const best = scores.reduce((a, b) => (b.score > a.score ? b : a), { number: 0, score: 0 });
    return best.score > 0 ? best.number : undefined;
  });
  return found.map((section, index) => {
    if (section !== undefined) return section;
    const before = found.slice(0, index).findLast((number) => number !== undefined);
    const after = found.slice(index).find((number) => number !== undefined);
    if (before === undefined || after === undefined || before === after) return before ?? after;
    const words = (number: number) =>
      sharedPairs(
        tasks[index] ?? '',
        sections.find((section) => section.number === number)?.clauses.map(({ text }) => text) ?? [],
      );
    const [left, right] = [words(before), words(after)];
    return left === right ? undefined : left > right ? before : after;
  });
}
