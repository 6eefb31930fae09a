import type { Coverage } from '../notice/model.ts';
import type { AnswerIndex, NoticeAnswers, Searchable, Synonym } from '../search/model.ts';

/** What the search needs and the words of the page do not say: the rest is read off the page. */
export interface Embedded extends Omit<AnswerIndex, 'units' | 'notices'> {
  /** What the small index knows of the notice; its sections stand in the page, its head in `notice`. */
  answers: Pick<NoticeAnswers, 'months' | 'ongoing'>;
  notice: Searchable['notice'];
  /** Everyday words, each before what it stands for. */
  synonyms: string[][];
  /** Slugs of all units, in the order of their places in the file, with spaces between. */
  slugs: string;
  /** Whom the collectives cover. */
  covers: Record<string, Coverage>;
}

/** Picks it out of the site's search data. */
export function embeddedOf(
  { notices, units, ...rest }: AnswerIndex,
  synonyms: Synonym[],
  notice: Searchable['notice'],
): Embedded {
  const own = notices.find(({ id }) => id === notice.id);
  if (!own) throw new Error(`The search data of the site knows no notice ${notice.id}. Build the site again.`);
  return {
    ...rest,
    notice,
    synonyms: synonyms.map(({ word, targets }) => [word, ...targets]),
    answers: { months: own.months, ongoing: own.ongoing },
    slugs: units.map(({ slug }) => slug).join(' '),
    covers: Object.fromEntries(units.flatMap(({ slug, covers }) => (covers ? [[slug, covers]] : []))),
  };
}
