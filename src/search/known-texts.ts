import type { Fold } from './fold.ts';
import type { SearchRecord } from './model.ts';

/** Longer stretches of a query are looked up in pieces of this length. */
const LONGEST = 40;

/** The folded texts of some records, to look words up in. */
export interface Corpus {
  /** How many letters from a place of a text stand in the corpus as they are; 40 at most. */
  longestAt(text: string, from: number): number;
  /** Whether a text stands in it. */
  holds(text: string): boolean;
  /** The letter that stands before, or after, a text wherever it stands; nothing where there are several. */
  always(side: 'before' | 'after', text: string): string | undefined;
  /** Stretches that differ from a word by one letter inside it: another first or last letter makes another word. */
  oneOff(word: string): string[];
  readonly text: string;
}

/** Each of some words once, the most frequent first. */
export function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** Two letters as one number, which is found sooner than a text. */
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** Where each pair of letters stands, so that a long query is looked up in time that grows with its length alone. */
export function createCorpus(records: readonly SearchRecord[], fold: Fold): Corpus {
  const texts = new Set(
    records.flatMap(({ fields }) => fields.flatMap((field) => field.texts.map((each) => fold(each).text))),
  );
  const text = [...texts].join('\n');
  const places = new Map<number, number[]>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = pairAt(text, index);
    const known = places.get(pair);
    if (known) known.push(index);
    else places.set(pair, [index]);
  }
  return {
    text,
    holds: (wanted) => text.includes(wanted),
    longestAt: (query, from) => {
      let best = 0;
      for (const place of places.get(pairAt(query, from)) ?? []) {
        let length = 2;
        while (length < LONGEST && from + length < query.length && query[from + length] === text[place + length])
          length++;
        best = Math.max(best, length);
        if (best === LONGEST) break;
      }
      return best;
    },
    always: (side, wanted) => {
      const beside = new Set<string>();
      for (let at = text.indexOf(wanted); at >= 0 && beside.size < 2; at = text.indexOf(wanted, at + 1)) {
        beside.add(text[side === 'before' ? at - 1 : at + wanted.length] ?? '');
      }
      return beside.size === 1 ? [...beside][0] : undefined;
    },
    oneOff: (word) => {
      const found: string[] = [];
      for (let from = 0; from + word.length <= text.length; from++) {
        if (text[from] !== word[0] || text[from + word.length - 1] !== word.at(-1)) continue;
        let wrong = 0;
        for (let index = 1; index < word.length - 1 && wrong < 2; index++) {
          if (text[from + index] !== word[index]) wrong++;
        }
        if (wrong !== 1) continue;
        const stretch = text.slice(from, from + word.length);
        if (/^[\p{L}\p{N}]+$/u.test(stretch)) found.push(stretch);
      }
      return mostFrequent(found);
    },
  };
}
