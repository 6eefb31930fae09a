const LETTERS = /[\p{L}\p{N}]+/gu;

/** How many letters a phrase asks for; the core checks the rest of a longer query on the record itself. */
export const PHRASE_LETTERS = 30;

/**
 * A folded text as Pagefind must be given it to be exact: every letter and digit stands apart by U+200B, so that
 * index and query are cut alike, whatever the segmenter of the machine.
 */
export const spread = (folded: string): string => folded.replace(/[\p{L}\p{N}]/gu, '\u200B$&');

/** The exact Pagefind query for a folded text: its longest stretch of letters, as a quoted phrase of single ones. */
export function phraseOf(folded: string): string | undefined {
  const stretches = [...folded.matchAll(LETTERS)].map(([stretch]) => [...stretch]);
  const longest = stretches.reduce((best, each) => (each.length > best.length ? each : best), []);
  return longest.length > 0 ? `"${longest.slice(0, PHRASE_LETTERS).join(' ')}"` : undefined;
}
