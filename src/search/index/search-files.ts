import type { NoticeData, UnitEntry } from '../../notice/model.ts';
import { carried, carriedIndex } from '../carried.ts';
import { carriedSounds, commonLetters } from '../carried-sounds.ts';
import { wordsIn } from '../everyday.ts';
import { createFold } from '../fold.ts';
import type { Synonym, UnitAnswer } from '../model.ts';
import { recordsOf } from '../records.ts';
import { searchFile } from '../search-file.ts';
import { answersOf } from './answers.ts';
import { gbkJson } from './gbk.ts';
import { pagefindFiles } from './pagefind.ts';
import { readingsOf } from './readings.ts';
import { simplifiedPairs } from './simplified.ts';
import { slim } from './slim.ts';
import { soundsOf } from './sounds.ts';
import { wordsOf } from './words.ts';

export interface SearchSources {
  notices: readonly NoticeData[];
  /** The whole authority file of units. */
  authority: readonly UnitEntry[];
  /** Everyday words. */
  synonyms: readonly Synonym[];
}

/** A file of the site, by its path from the site's root. */
export interface SearchFile {
  path: string;
  content: Uint8Array;
}

/**
 * All that the search loads: the small index of units and notices, everyday words, sounds, a file of text for each
 * notice, and the full-text index.
 *
 * @throws Error with what Pagefind reports
 */
export async function searchFiles({ notices, authority, synonyms }: SearchSources): Promise<SearchFile[]> {
  const slimmed = notices.map(slim);
  const records = new Map(slimmed.map((notice) => [notice.notice.id, recordsOf(notice)]));
  const texts = [
    ...new Set([...records.values()].flat().flatMap(({ fields }) => fields.flatMap((field) => field.texts))),
  ];
  const names = authority.flatMap(({ name, aliases }) => [name, ...aliases]);
  const words = synonyms.flatMap((each) => wordsIn(each.words.join(' ')));
  const simplified = simplifiedPairs([...texts, ...names, ...words].join(''));
  const answers = answersOf(notices, authority, simplified);
  const file = (name: string, data: unknown): SearchFile => ({ path: searchFile(name), content: gbkJson(data) });
  const pagefind = await pagefindFiles(records, createFold(simplified));
  return [
    file('answers', carriedIndex({ ...answers, units: answers.units.filter(({ named }) => named) })),
    file('words', wordsOf(synonyms)),
    file('unnamed', answers.units.filter(({ named }) => !named) satisfies UnitAnswer[]),
    // A slip may put any common letter in the place of another.
    file(
      'sounds',
      carriedSounds(
        soundsOf([...names, ...words, ...texts, ...commonLetters()], readingsOf(authority)),
        [...names, ...words, ...texts].join(''),
      ),
    ),
    ...slimmed.map((notice) => file(notice.notice.id, carried(notice))),
    ...pagefind.map(({ path, content }) => ({ path: `pagefind/${path}`, content })),
  ];
}
