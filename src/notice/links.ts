import type { Clause } from './model.ts';

/** Task and clause must share at least this many letters in a row for it to count as shared text. */
const RUN = 4;
/** More than this part of a task, or of a clause, must be shared for them to be linked. */
const SHARE = 0.5;

type ClauseText = Pick<Clause, 'id' | 'text'>;

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Letters that two texts share in runs of at least {@link RUN}, in the same order. */
function shared(a: string, b: string): number {
  if (a.length < RUN || b.length < RUN) return 0;
  let best = 0;
  let endA = 0;
  let endB = 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (let j = 1; j <= b.length; j++) {
      if (a[i - 1] !== b[j - 1]) continue;
      const run = (row[j - 1] ?? 0) + 1;
      next[j] = run;
      if (run > best) [best, endA, endB] = [run, i, j];
    }
    row = next;
  }
  if (best < RUN) return 0;
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
    .map((clause) => ({ clause, whole: letters(clause.text), letters: shared(own, letters(clause.text)) }))
    .filter((link) => link.letters > Math.min(own.length, link.whole.length) * SHARE)
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

type Step = 'same' | 'body' | 'annex';

const ANCHOR = 3;
const begins = (text: string) => letters(text).slice(0, ANCHOR);
const ends = (text: string) => letters(text).slice(-ANCHOR);

/**
 * The cheapest way from a part of `body` to `annex`. What stands before and behind that part costs
 * nothing, unless both begin, or both end, with the same letters.
 */
function align(body: string, annex: string): { step: Step; char: string }[] {
  const width = body.length + 1;
  const cost = new Float64Array((annex.length + 1) * width);
  const open = 0.5;
  const whole = { start: begins(body) === begins(annex), end: ends(body) === ends(annex) };
  const from = new Uint8Array(cost.length);
  const SAME = 1;
  const BODY = 2;
  const ANNEX = 3;
  for (let i = 0; i <= annex.length; i++) {
    for (let j = 0; j < width; j++) {
      const here = i * width + j;
      if (i === 0) {
        if (whole.start) cost[here] = j;
        if (whole.start && j > 0) from[here] = BODY;
        continue;
      }
      const options: [number, number][] = [];
      const up = here - width;
      options.push([(cost[up] ?? 0) + 1 + (from[up] === ANNEX ? 0 : open), ANNEX]);
      if (j > 0) options.push([(cost[here - 1] ?? 0) + 1 + (from[here - 1] === BODY ? 0 : open), BODY]);
      if (j > 0 && annex[i - 1] === body[j - 1]) options.push([cost[up - 1] ?? 0, SAME]);
      const [least, step] = options.reduce((a, b) => (b[0] <= a[0] ? b : a));
      cost[here] = least;
      from[here] = step;
    }
  }
  let j = whole.end ? body.length : 0;
  const last = annex.length * width;
  for (let end = j; end < width; end++) if ((cost[last + end] ?? 0) < (cost[last + j] ?? 0)) j = end;
  const steps: { step: Step; char: string }[] = [];
  const behind = body[j] ?? '';
  for (let i = annex.length; i > 0 || (whole.start && j > 0); ) {
    const step = from[i * width + j];
    if (step === BODY) steps.push({ step: 'body', char: body[--j] ?? '' });
    else if (step === ANNEX) steps.push({ step: 'annex', char: annex[--i] ?? '' });
    else {
      steps.push({ step: 'same', char: annex[--i] ?? '' });
      j--;
    }
  }
  const [end] = steps;
  if (end?.step === 'annex' && end.char === '。' && /^\p{P}/u.test(behind))
    steps.unshift({ step: 'body', char: behind });
  return steps.reverse();
}

/**
 * Where a task differs from the part of the body that it repeats, to the character:
 * `{-only in the body-}`, `{+only in the annex+}` amid the text they share.
 *
 * @returns `undefined` where the task stands in the body to the letter, or is linked to no clause
 */
export function difference(task: string, clauses: ClauseText[]): string | undefined {
  const body = clauses.map(({ text }) => text).join('');
  if (body === '' || body.includes(task)) return undefined;
  const steps = align(body, task);
  let shown = '';
  for (let index = 0; index < steps.length; ) {
    const step = steps[index]?.step;
    let removed = '';
    let added = '';
    if (step === 'same') {
      shown += steps[index++]?.char ?? '';
      continue;
    }
    for (let next = steps[index]; next && next.step !== 'same'; next = steps[++index]) {
      if (next.step === 'body') removed += next.char;
      else added += next.char;
    }
    shown += (removed ? `{-${removed}-}` : '') + (added ? `{+${added}+}` : '');
  }
  return shown;
}
