import { NoticeError, type Place } from '../notice/problem.ts';
import { readYamlList, type YamlFile } from '../notice/yaml.ts';
import { PARTING, wordsIn } from './everyday.ts';
import { createFold } from './fold.ts';
import type { Synonym } from './model.ts';

/** An entry of `seeds/synonyms.yaml`. */
export interface SynonymEntry extends Synonym {
  /** Why the words and their targets mean the same; Chinese, fit to show. */
  reason: string;
  place: Place;
  /** The place whose notices hold its targets, where the file says so. */
  of?: string;
}

const SHAPE =
  'Write each entry as { words: [社保卡], targets: [社会保障卡], reason: 社会保障卡的通行简称。 }, with topic: 社保卡 where it has a card, aside: true where it says for whom, where or how.';

/**
 * Reads the file of everyday words. An item `place: 重庆市` alone says whose notices hold what those behind it stand for.
 *
 * @throws NoticeError where an entry has no words, targets or reason, where one holds a mark that parts them, or where
 * a word comes twice
 */
export function readSynonyms(file: YamlFile): SynonymEntry[] {
  const seen = new Set<string>();
  const items = readYamlList(file);
  let of: string | undefined;
  return items.flatMap(({ value, place }): SynonymEntry[] => {
    const isMap = typeof value === 'object' && value !== null;
    const { topic, words, targets, reason, aside, ...more }: Record<string, unknown> = isMap ? { ...value } : {};
    if (words === undefined && targets === undefined && isText(more['place'])) {
      of = more['place'];
      return [];
    }
    if (!isTexts(words) || !isTexts(targets) || !isText(reason) || (topic !== undefined && !isText(topic))) {
      throw new NoticeError('an entry needs words, targets and a reason', SHAPE, place);
    }
    const parted = [topic ?? '', ...words, ...targets].find((each) => PARTING.test(each));
    if (parted !== undefined) {
      throw new NoticeError(
        `“${parted}” holds white space, “:”, “>” or “;”`,
        'They part the words: do without.',
        place,
      );
    }
    for (const word of new Set(wordsIn([topic ?? '', ...words].join(' ')))) {
      if (seen.has(word)) throw new NoticeError(`“${word}” comes twice`, 'Keep each word once.', place);
      seen.add(word);
    }
    const own = { ...(topic === undefined ? {} : { topic }), ...(aside === true ? { aside: true as const } : {}) };
    const entry = { ...own, words, targets, reason, place };
    return [of === undefined ? entry : { ...entry, of }];
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText);

/** The stretch of a text that shares most letters with a target that it lacks. */
function nearest(target: string, text: string): string {
  const letters = new Set(target);
  let best = { shared: 0, from: 0 };
  for (let from = 0; from + target.length <= text.length; from++) {
    const window = text.slice(from, from + target.length);
    const shared = new Set([...window].filter((letter) => letters.has(letter))).size;
    if (shared > best.shared) best = { shared, from };
  }
  return best.shared > 1 ? text.slice(Math.max(0, best.from - 3), best.from + target.length + 3) : '';
}

/** The entries of which every target stands in the text of the notices. */
export function foundSynonyms(entries: readonly SynonymEntry[], text: string): SynonymEntry[] {
  const fold = createFold('');
  const folded = fold(text).text;
  return entries.filter(({ targets }) => targets.every((target) => folded.includes(fold(target).text)));
}

/**
 * Holds every entry against the text of the notices: a target that stands nowhere would promise places there are not.
 * An entry of a place that has no notice here speaks of none of them.
 *
 * @param places those of the notices
 * @throws NoticeError with the nearest text
 */
export function checkSynonyms(entries: readonly SynonymEntry[], text: string, places: ReadonlySet<string>): void {
  const fold = createFold('');
  const folded = fold(text).text;
  for (const { words, targets, place, of } of entries) {
    if (of !== undefined && !places.has(of)) continue;
    const missing = targets.find((target) => !folded.includes(fold(target).text));
    if (missing === undefined) continue;
    const near = nearest(fold(missing).text, folded);
    throw new NoticeError(
      `no notice contains “${missing}”, which “${words[0]}” is said to stand for`,
      near === '' ? 'Take words that the notice prints, or drop the entry.' : `The nearest text is “${near}”.`,
      place,
    );
  }
}
