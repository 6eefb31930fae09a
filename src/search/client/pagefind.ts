import type { Fold } from '../fold.ts';
import type { RecordSource, SearchRecord } from '../model.ts';

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

/**
 * Pagefind as a source of records.
 *
 * Pagefind itself takes more than 90 kB to download, four times what the whole text of a notice does, so the pages
 * scan (`scan.ts`) and the index serves programs and larger collections.
 *
 * @param records what the index was made of
 * @param fold the folding that the index was made with
 * @param find asks Pagefind a query and gives the addresses of its results
 */
export function pagefindSource(
  records: readonly SearchRecord[],
  fold: Fold,
  find: (query: string) => Promise<readonly string[]>,
): RecordSource {
  return {
    candidates: async (needles) => {
      const phrases = needles.map((needle) => ('text' in needle ? phraseOf(fold(needle.text).text) : undefined));
      if (phrases.length === 0 || phrases.includes(undefined)) return records;
      const found = await Promise.all(phrases.map((phrase) => find(phrase ?? '')));
      const urls = new Set(found.flat());
      return records.filter(({ url }) => urls.has(url));
    },
  };
}
