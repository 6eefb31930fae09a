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
