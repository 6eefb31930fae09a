/** Runs in the page of the single file, beside its own script: what it searches, and whether it finds all and only that. */
import { type Read, readLibrary } from '../../src/offline/client/read-library.ts';
import { createFold } from '../../src/search/fold.ts';
import type { Hit, Searchable } from '../../src/search/model.ts';
import * as more from '../../src/search/more.ts';
import { recordsOf } from '../../src/search/records.ts';
import { createSearch } from '../../src/search/search.ts';

const LONGEST = 6;

/** A card that nothing but its facts answers with is no find of text. */
const isText = ({ facts, excerpts }: Hit) => !facts || excerpts.some(({ pieces }) => pieces.some(({ found }) => found));

/** What the file's search is made of, read off the page; each value by itself, for Firefox's driver hands out but once what stands twice. */
export const library = (): Read => JSON.parse(JSON.stringify(readLibrary()));

/**
 * Asks for every run of one to six characters of the published text, and holds the records found against plain
 * containment. What answers a run as a unit's name or a month, and not by its letters, is no find of text and left out.
 *
 * @param every ask only every so many-th run
 */
export async function askRuns({
  published,
  every,
}: {
  published: Searchable;
  every: number;
}): Promise<{ runs: number; wrong: string[] }> {
  const { index, words, unnamed, sounds, notice } = readLibrary();
  const fold = createFold(index.simplified);
  const places = new Map<string, Set<string>>();
  for (const { url, fields } of recordsOf(published)) {
    for (const { texts, after = [] } of fields) {
      for (const own of texts.map((each) => fold(each).text)) {
        const whole = own + fold(after.join('')).text.slice(0, LONGEST);
        for (let from = 0; from < own.length; from++) {
          for (let to = from + 1; to <= Math.min(from + LONGEST, whole.length); to++) {
            const run = whole.slice(from, to);
            places.set(run, (places.get(run) ?? new Set()).add(url));
          }
        }
      }
    }
  }
  const search = createSearch({
    index,
    words: () => Promise.resolve(words),
    unnamed: () => Promise.resolve(unnamed),
    sounds: () => Promise.resolve(sounds),
    more: async () => more,
    notice: () => Promise.resolve(notice),
  });
  const wrong: string[] = [];
  const asked = [...places].filter((_, index) => index % every === 0);
  for (const [run, expected] of asked) {
    const { hits: shown, exact, understood } = await search.run(run);
    // A task and the sentence of the same words are one hit, which leads to both.
    const hits = shown.flatMap((hit) => (hit.same ? [hit, hit.same] : [hit]));
    // What stands for a unit, a month or a grade is found by that, and need not print it: 江北区 in 江北区、北碚区政府.
    const byLetters = understood.length > 0 ? hits.filter(({ url }) => expected.has(url)) : hits.filter(isText);
    const found = new Set(byLetters.map(({ url }) => url));
    const same = exact && found.size === expected.size && [...expected].every((url) => found.has(url));
    if (!same) wrong.push(run);
  }
  return { runs: asked.length, wrong };
}
