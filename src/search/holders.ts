import type { Fold } from './fold.ts';
import type { NoticeLine } from './model.ts';
import { isFileNumber } from './numbers.ts';
import { askedOf, factWord } from './pairs.ts';
import type { Want } from './plan.ts';

/** The months that a meaning speaks of, each by its two digits. */
function monthsOf({ month, until = month }: { month: string; until?: string }): string[] {
  const count = Number(until) - Number(month) + 1;
  return Array.from({ length: count }, (_, at) => String(Number(month) + at).padStart(2, '0'));
}

/** What the full-text index can be asked for a meaning: nothing where any notice may have it. */
function factsOf(meaning: Want['meanings'][number], fold: Fold): string[][] {
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
    case 'word':
      return meaning.word.targets.map((target) => askedOf(fold(target).text));
    case 'text':
    case 'unknown':
      return [];
    default:
      return [[]];
  }
}

/** The ways in which a notice may answer a want, each by words that all have to stand in it. */
function waysOf({ text, literal, meanings, sounds = [] }: Want, fold: Fold): string[][] {
  return [
    ...(literal ? [askedOf(text)] : []),
    ...sounds.map((word) => askedOf(fold(word).text)),
    ...meanings.flatMap((meaning) => factsOf(meaning, fold)),
  ];
}

/** Asks an index which notices may hold all of some words (`pairs.ts`). */
export type Holding = (words: readonly string[]) => Promise<ReadonlySet<string>>;

/** So many words of any but the letters themselves tell enough where some notices will do. */
const FIRST_WORDS = 2;

/** The notices that a want's ways name: by all of them, or by the first that names any. */
async function heldBy(holding: Holding, ways: readonly string[][], some: boolean): Promise<ReadonlySet<string>[]> {
  if (!some) return Promise.all(ways.map(holding));
  for (const [at, way] of ways.entries()) {
    const held = await holding(at === 0 ? way : way.slice(0, FIRST_WORDS));
    if (held.size > 0) return [held];
  }
  return [];
}

/**
 * The notices among some that may answer every want, as the full-text index has them.
 *
 * @param some those that one way names are enough where there is one want, since each way takes more of the index to load
 * @throws what keeps the index from answering
 */
export async function holdersOf(
  holding: Holding,
  notices: readonly NoticeLine[],
  wants: readonly Want[],
  fold: Fold,
  some = false,
): Promise<ReadonlySet<string>> {
  const sets = wants.map(async (want) => {
    const ways = waysOf(want, fold);
    const told = ways.filter((words) => words.length > 0);
    const held = await heldBy(holding, told, some && wants.length === 1);
    const named = notices
      .filter(({ number }) => number !== null && isFileNumber(want.text, number))
      .map(({ id }) => id);
    const all = told.length < ways.length ? notices.map(({ id }) => id) : [];
    return new Set([...named, ...all, ...held.flatMap((each) => [...each])]);
  });
  const held = await Promise.all(sets);
  return new Set(notices.map(({ id }) => id).filter((id) => held.every((set) => set.has(id))));
}
