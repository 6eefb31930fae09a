/** Runs in the page of the single file, beside its own script: what it searches, and whether it finds all and only that. */
import { readLibrary } from '../../src/offline/browser/read.ts';
import { createFold } from '../../src/search/fold.ts';
import type { Hit, SearchText } from '../../src/search/model.ts';
import { recordsOf } from '../../src/search/records.ts';
import { scan } from '../../src/search/scan.ts';
import { createSearch } from '../../src/search/search.ts';

const LONGEST = 6;

/** What the file's search is made of, read off the page. */
export const library = () => readLibrary();

/**
 * Asks for every run of one to six characters of the published text, and holds the records found against plain
 * containment. What answers a run as a unit's name or a month, and not by its letters, is no find of text and left out.
 */
export async function allRuns({ notices }: SearchText): Promise<{ runs: number; wrong: string[] }> {
  const { index, text } = readLibrary();
  const fold = createFold(index.simplified);
  const places = new Map<string, Set<string>>();
  for (const { url, fields } of notices.flatMap(recordsOf)) {
    for (const { texts, after = '' } of fields) {
      for (const own of texts.map((each) => fold(each).text)) {
        const whole = own + fold(after).text.slice(0, LONGEST);
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
    answers: index,
    synonyms: text.synonyms,
    source: scan(text.notices.flatMap(recordsOf)),
  });
  const wrong: string[] = [];
  for (const [run, expected] of places) {
    const { hits, exact } = await search.run(run);
    // A whole name finds the unit's rows also where the list prints the ending once: 江北区、北碚区政府.
    const slug = index.units.find(({ name }) => name === run)?.slug;
    const isUnits = (hit: Hit) => slug !== undefined && hit.record?.units.some((unit) => unit.slug === slug) === true;
    const byLetters = hits.filter((hit) => expected.has(hit.url) || (!hit.facts && !isUnits(hit)));
    const found = new Set(byLetters.map(({ url }) => url));
    const same = exact && found.size === expected.size && [...expected].every((url) => found.has(url));
    if (!same) wrong.push(run);
  }
  return { runs: places.size, wrong };
}
