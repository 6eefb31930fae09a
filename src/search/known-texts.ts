import type { Matcher } from './match.ts';
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

/** So many rows have the places of pairs of letters: a power of two. */
const ROWS = 1 << 14;
/** The row of the pair of letters at a place, which it shares with few others. */
const rowAt = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 31) + text.charCodeAt(at + 1)) & (ROWS - 1);

/**
 * Knows where each pair of letters stands, so that a long query is looked up in time that grows with its length alone: the
 * places of a row hang together, each with the one before it, which takes two lists of numbers for a whole text.
 */
export function createCorpus(records: readonly SearchRecord[], { textsOf }: Matcher): Corpus {
  const texts = new Set(records.flatMap((record) => textsOf(record).map(({ text }) => text)));
  const text = [...texts].join('\n');
  const last = new Int32Array(ROWS).fill(-1);
  const before = new Int32Array(text.length);
  for (let index = 0; index + 1 < text.length; index++) {
    const row = rowAt(text, index);
    before[index] = last[row] ?? -1;
    last[row] = index;
  }
  return {
    text,
    holds: (wanted) => text.includes(wanted),
    longestAt: (query, from) => {
      let best = 1;
      for (let place = last[rowAt(query, from)] ?? -1; place >= 0 && best < LONGEST; place = before[place] ?? -1) {
        let length = 0;
        while (length < LONGEST && from + length < query.length && query[from + length] === text[place + length])
          length++;
        best = Math.max(best, length);
      }
      return best > 1 ? best : 0;
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
