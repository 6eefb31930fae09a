import type { Fold } from './fold.ts';
import type { Needle, NoticeLine } from './model.ts';
import { isFileNumber } from './numbers.ts';
import { askedOf, factWord } from './pairs.ts';
import type { Want } from './plan.ts';

/** The months that a meaning speaks of, each by its two digits. */
function monthsOf({ month, until = month }: { month: string; until?: string }): string[] {
  const count = Number(until) - Number(month) + 1;
  return Array.from({ length: count }, (_, at) => String(Number(month) + at).padStart(2, '0'));
}

/** What the full-text index can be asked for a meaning: nothing where any notice may have it. */
function factsOf(meaning: Want['meanings'][number]): string[][] {
  switch (meaning.kind) {
    case 'unit':
      return meaning.units.map(({ slug }) => [factWord(`unit:${slug}`)]);
    case 'month':
      return monthsOf(meaning).map((month) => [
        factWord(meaning.year ? `due:${meaning.year}-${month}` : `month:${month}`),
      ]);
    case 'ongoing':
      return [[factWord('due:ongoing')]];
    case 'status':
      return [[factWord(`status:${meaning.status}`)]];
    case 'text':
    case 'unknown':
      return [];
    default:
      return [[]];
  }
}

/** A way in which a notice may answer a want. */
interface Way {
  /** The letters that it looks for; none where it looks for what they mean. */
  text?: string;
  /** Words that all have to stand in the notice; none where any notice may answer so. */
  words: string[];
}

/** The ways in which a notice may answer a want; the one that the newest notice answers by comes first. */
function waysOf({ text, literal, meanings, sounds = [] }: Want, fold: Fold, by: Needle | undefined): Way[] {
  const byText = (letters: string): Way => ({ text: letters, words: askedOf(fold(letters).text) });
  const ways = [
    ...(literal ? [byText(text)] : []),
    ...sounds.map(byText),
    ...meanings.flatMap((meaning) =>
      meaning.kind === 'word' ? meaning.word.targets.map(byText) : factsOf(meaning).map((words): Way => ({ words })),
    ),
  ];
  if (by === undefined) return ways;
  const isFirst = (way: Way) => way.text === ('text' in by ? by.text : undefined);
  return [...ways.filter(isFirst), ...ways.filter((way) => !isFirst(way))];
}

/** What one query may still load before its reader asks for more, counted in pieces of the full-text index. */
export interface Allowance {
  left: number;
}

/** What the full-text index says of some words. */
export interface Held {
  /** The notices that may hold all of them, which may be any where nothing is said. */
  ids?: ReadonlySet<string>;
  /** It was asked all that can tell. */
  whole: boolean;
}

/**
 * Asks an index which notices may hold all of some words (`pairs.ts`); `roughly` where that need not be narrowed down as
 * far as can be, since no notice need be opened.
 */
export type Holding = (words: readonly string[], allowance: Allowance, roughly: boolean) => Promise<Held>;

/** How the index is asked for some wants. */
export interface HoldersAsked {
  allowance: Allowance;
  /** Where there is one want, those notices are enough that one of its ways names: each takes more of the index to load. */
  some?: boolean;
  /** What the newest notice answers each want by, if it does. */
  by?: readonly (Needle | undefined)[] | undefined;
}

/** The notices that the index names for some wants; none where it was not asked at all. */
export interface Holders {
  ids: ReadonlySet<string>;
  /** It was asked all that can tell: no other notice answers, and none of these may be left out. */
  whole: boolean;
}

/**
 * The notices among some that may answer every want, as the full-text index has them; too many where the allowance ends
 * before all is asked, too few with `some` alone.
 *
 * @throws what keeps the index from answering
 */
export async function holdersOf(
  holding: Holding,
  notices: readonly NoticeLine[],
  wants: readonly Want[],
  fold: Fold,
  { allowance, some = false, by }: HoldersAsked,
): Promise<Holders> {
  const all = notices.map(({ id }) => id);
  let ids = all;
  let whole = true;
  let told = wants.length === 0;
  for (const [at, want] of wants.entries()) {
    // What the first wants leave none for, no other want can bring back.
    if (at > 0 && ids.length === 0) break;
    const ways = waysOf(want, fold, by?.[at]);
    const numbered = notices.filter(({ number }) => number !== null && isFileNumber(want.text, number));
    const named = new Set(numbered.map(({ id }) => id));
    for (const { words } of ways) {
      if (some && wants.length === 1 && named.size > 0) {
        whole = false;
        break;
      }
      const held: Held =
        words.length > 0 ? await holding(words, allowance, by !== undefined) : { ids: new Set(all), whole: true };
      if (!held.whole) whole = false;
      if (held.ids) told = true;
      for (const id of held.ids ?? all) named.add(id);
    }
    ids = ids.filter((id) => named.has(id));
  }
  return { ids: new Set(told ? ids : []), whole };
}
