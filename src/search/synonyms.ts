import { NoticeError, type Place } from '../notice/problem.ts';
import { readYamlList, type YamlFile } from '../notice/yaml.ts';
import { createFold } from './fold.ts';
import type { Synonym } from './model.ts';

/** An entry of `seeds/synonyms.yaml`. */
export interface SynonymEntry extends Synonym {
  /** Why the word and its targets mean the same; Chinese, fit to show. */
  reason: string;
  place: Place;
}

const SHAPE = 'Write each entry as { word: 社保卡, targets: [社会保障卡], reason: 社会保障卡的通行简称。 }.';

/**
 * Reads the file of everyday words.
 *
 * @throws NoticeError where an entry has no word, target or reason, or a word comes twice
 */
export function readSynonyms(file: YamlFile): SynonymEntry[] {
  const seen = new Set<string>();
  const items = readYamlList(file);
  if (items.length === 0) throw new NoticeError(`${file.file} holds no entry`, SHAPE);
  return items.map(({ value, place }) => {
    const isMap = typeof value === 'object' && value !== null;
    const { word, targets, reason }: Record<string, unknown> = isMap ? { ...value } : {};
    const texts = Array.isArray(targets) ? targets.filter((each) => typeof each === 'string' && each !== '') : [];
    if (typeof word !== 'string' || word === '' || texts.length === 0 || typeof reason !== 'string' || reason === '') {
      throw new NoticeError('an entry needs a word, targets and a reason', SHAPE, place);
    }
    if (seen.has(word)) throw new NoticeError(`“${word}” comes twice`, 'Keep one entry for each word.', place);
    seen.add(word);
    return { word, targets: texts, reason, place };
  });
}

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
 *
 * @throws NoticeError with the nearest text
 */
export function checkSynonyms(entries: readonly SynonymEntry[], text: string): void {
  const fold = createFold('');
  const folded = fold(text).text;
  for (const { word, targets, place } of entries) {
    const missing = targets.find((target) => !folded.includes(fold(target).text));
    if (missing === undefined) continue;
    const near = nearest(fold(missing).text, folded);
    throw new NoticeError(
      `no notice contains “${missing}”, which “${word}” is said to stand for`,
      near === '' ? 'Take words that the notice prints, or drop the entry.' : `The nearest text is “${near}”.`,
      place,
    );
  }
}
