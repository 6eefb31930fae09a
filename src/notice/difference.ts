/** A run of text that the body and the annex share, or that only one of them holds. */
export interface DifferenceRun {
  kind: 'same' | 'body' | 'annex';
  text: string;
}

const TOKEN = /\\(?<own>.)|(?<mark>\{[-+]|[-+]\})|[^\\]/gsu;

/**
 * Reads a task's `differsFromClause`: `{-only in the body-}` and `{+only in the annex+}` amid what they share; a `\` stands
 * before braces and backslashes of the texts themselves.
 *
 * @returns the runs in order, empty ones left out
 */
export function readDifference(marked: string): DifferenceRun[] {
  const runs: DifferenceRun[] = [];
  let kind: DifferenceRun['kind'] = 'same';
  for (const { 0: token, groups: { own, mark } = {} } of marked.matchAll(TOKEN)) {
    const text = own ?? token;
    const last = runs.at(-1);
    if (mark) kind = mark === '{-' ? 'body' : mark === '{+' ? 'annex' : 'same';
    else if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}

/** What is no difference of meaning: marks, and the word that closes an item of a list. */
const SLIGHT = /^(?:一件事)?[\p{P}\p{S}\s]*$/u;
/** How many characters are shown about a difference. */
const ABOUT = 8;

/**
 * As much of a task's `differsFromClause` as a reader needs: each difference of words with a few characters about it, ……
 * for the rest.
 *
 * @returns nothing where body and annex differ by marks or the closing 一件事 alone
 */
export function differingRuns(marked: string | undefined): DifferenceRun[] {
  const runs = readDifference(marked ?? '');
  if (runs.every(({ kind, text }) => kind === 'same' || SLIGHT.test(text))) return [];
  return runs.map(({ kind, text }, index) => {
    const letters = [...text];
    const edges = Number(index > 0) + Number(index < runs.length - 1);
    if (kind !== 'same' || letters.length <= ABOUT * edges + 2) return { kind, text };
    const before = index > 0 ? letters.slice(0, ABOUT).join('') : '';
    const after = index < runs.length - 1 ? letters.slice(-ABOUT).join('') : '';
    return { kind, text: `${before}……${after}` };
  });
}
