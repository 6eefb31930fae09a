import type { Coverage, DeadlineReading, NoticeData, UnitEntry } from '../notice/model.ts';
import { readPeriod } from '../notice/period.ts';
import { carriedSounds, commonLetters } from '../search/carried-sounds.ts';
import { wordsIn } from '../search/everyday.ts';
import { readingsOf } from '../search/index/readings.ts';
import { simplifiedPairs } from '../search/index/simplified.ts';
import { slimHead } from '../search/index/slim.ts';
import { soundsOf } from '../search/index/sounds.ts';
import { wordsOf } from '../search/index/words.ts';
import type { SearchableHead, Synonym, Words } from '../search/model.ts';
import { recordsOf } from '../search/records.ts';

/** What the search knows of letters. */
export interface Letters {
  simplified: string;
  /** How common letters and those of the notice and its units sound. */
  sounds: string;
}

/** What the search of a single file needs and the words of the file do not say: the rest is read off it. */
export interface Embedded {
  letters: Letters;
  notice: SearchableHead;
  words: Words;
  /** What the words of deadlines say, each once. */
  periods: [words: string, says: DeadlineReading][];
  /** Whom the collectives cover. */
  covers: Record<string, Coverage>;
}

/** Makes it of a notice, the whole authority file of units and the everyday words. */
export function embeddedOf(data: NoticeData, authority: readonly UnitEntry[], synonyms: readonly Synonym[]): Embedded {
  const texts = recordsOf(data).flatMap(({ fields }) => fields.flatMap((field) => field.texts));
  const names = authority.flatMap(({ name, aliases }) => [name, ...aliases]);
  const said = [...names, ...synonyms.flatMap((each) => wordsIn(each.words.join(' ')))];
  const deadlines = new Set(
    data.tasks.flatMap(({ deadline: { text, candidates = [] } }) => [...(text === null ? [] : [text]), ...candidates]),
  );
  return {
    letters: {
      simplified: simplifiedPairs([...new Set(texts), ...said].join('')),
      sounds: carriedSounds(
        soundsOf([...said, ...texts, ...commonLetters()], readingsOf(authority)),
        [...said, ...texts].join(''),
      ),
    },
    notice: slimHead(data.notice),
    words: wordsOf(synonyms),
    periods: [...deadlines].flatMap((words) => {
      const says = readPeriod(words);
      return says ? [[words, says] as [string, DeadlineReading]] : [];
    }),
    covers: Object.fromEntries(authority.flatMap(({ slug, covers }) => (covers ? [[slug, covers]] : []))),
  };
}
