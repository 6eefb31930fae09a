import { type Held, type Holding, holdersOf } from '../holders.ts';
import type { Library } from '../search-desk.ts';
import { type Engine, startEngine } from './engine.ts';

let starting: Promise<Engine> | undefined;

/** So few notices are opened sooner than more of the index. */
const FEW = 1;

/** Nor is more asked where so many words in a row have left so few as they were: a passage that two years share. */
const SEVERAL = 4;
const STEADY = 2;

/** So many words tell enough where some notices too many do no harm. */
const ROUGHLY = 4;

/**
 * The ids of the notices that may hold all of some words. Each word may take another piece of the index to load: the
 * others are asked only while the first leave any and the allowance lasts.
 *
 * @throws where the index cannot load; the next call tries again
 */
const holding: Holding = async (words, allowance, roughly) => {
  starting ??= startEngine().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  const engine = await starting;
  let held: Held = { whole: true };
  let steady = 0;
  for (const word of roughly ? words.slice(0, ROUGHLY) : words) {
    const lacking = engine.lacks(word);
    if (lacking > allowance.left) return { ...held, whole: false };
    allowance.left -= lacking;
    // Of several words at once the engine leaves out those that it does not know.
    const counts = await engine.ask(word);
    const { ids: before } = held;
    const ids = new Set(Object.keys(counts).filter((id) => (counts[id] ?? 0) > 0 && (before?.has(id) ?? true)));
    held = { ids, whole: true };
    steady = ids.size === before?.size ? steady + 1 : 0;
    if (ids.size <= FEW || (steady >= STEADY && ids.size <= SEVERAL) || (roughly && steady > 0)) break;
  }
  return held;
};

/** Asks Pagefind which notices may answer some wants. */
export const holders: NonNullable<Library['holders']> = (notices, wants, fold, asked) =>
  holdersOf(holding, notices, wants, fold, asked);
