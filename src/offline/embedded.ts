import type { Coverage } from '../notice/model.ts';
import type { AnswerIndex, Searchable, Synonym } from '../search/model.ts';

/** What the search needs and the words of the page do not say: the rest is read off the page. */
export interface Embedded {
  simplified: string;
  /** How the letters of the notice and of its units sound. */
  sounds: string;
  notice: Searchable['notice'];
  synonyms: Synonym[];
  /** Slugs of all units, in the order of their places in the file, with spaces between. */
  slugs: string;
  /** Whom the collectives cover. */
  covers: Record<string, Coverage>;
}

/** Picks it out of the site's search data. */
export const embeddedOf = (
  { units, simplified }: AnswerIndex,
  synonyms: Synonym[],
  sounds: string,
  notice: Searchable['notice'],
): Embedded => ({
  simplified,
  sounds,
  notice,
  synonyms,
  slugs: units.map(({ slug }) => slug).join(' '),
  covers: Object.fromEntries(units.flatMap(({ slug, covers }) => (covers ? [[slug, covers]] : []))),
});
