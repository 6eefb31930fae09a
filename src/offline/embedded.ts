import type { Coverage, NoticeData, UnitEntry } from '../notice/model.ts';
import { simplifiedPairs } from '../search/index/simplified.ts';
import { soundsOf } from '../search/index/sounds.ts';
import type { Searchable, Synonym } from '../search/model.ts';
import { recordsOf } from '../search/records.ts';

/** What the search of a single file needs and the words of the file do not say: the rest is read off it. */
export interface Embedded {
  simplified: string;
  /** How the letters of the notice and of its units sound. */
  sounds: string;
  notice: Searchable['notice'];
  /** Everyday words, each with what it is about where that has a card, before what it stands for. */
  synonyms: [word: string, topic: string, ...targets: string[]][];
  /** Whom the collectives cover. */
  covers: Record<string, Coverage>;
}

/** Makes it of a notice, the whole authority file of units and the everyday words. */
export function embeddedOf(data: NoticeData, authority: readonly UnitEntry[], synonyms: readonly Synonym[]): Embedded {
  const { source: _source, ...notice } = data.notice;
  const texts = recordsOf(data).flatMap(({ fields }) => fields.flatMap((field) => field.texts));
  const names = authority.flatMap(({ name, aliases }) => [name, ...aliases]);
  const words = [...names, ...synonyms.map(({ word }) => word)];
  return {
    simplified: simplifiedPairs([...new Set(texts), ...words].join('')),
    sounds: soundsOf([...words, ...texts]),
    notice,
    synonyms: synonyms.map(({ word, targets, topic = '' }) => [word, topic, ...targets]),
    covers: Object.fromEntries(authority.flatMap(({ slug, covers }) => (covers ? [[slug, covers]] : []))),
  };
}
