import { holdersOf } from '../holders.ts';
import type { Library } from '../search-desk.ts';
import { type Engine, startEngine } from './engine.ts';

let starting: Promise<Engine> | undefined;

/** So few notices are opened sooner than more of the index. */
const FEW = 2;

/**
 * The ids of the notices that may hold all of some words. Each word may take another piece of the index to load: the
 * others are asked only while the first leave many, and each leaves fewer.
 *
 * @throws where the index cannot load; the next call tries again
 */
async function holding(words: readonly string[]): Promise<ReadonlySet<string>> {
  starting ??= startEngine().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  const engine = await starting;
  let held: ReadonlySet<string> | undefined;
  for (let count = 1; count <= words.length; count++) {
    const counts = await engine(words.slice(0, count).join(' '));
    const left = new Set(Object.keys(counts).filter((id) => (counts[id] ?? 0) > 0));
    const same = left.size === held?.size;
    held = left;
    if (same || left.size <= FEW) break;
  }
  return held ?? new Set();
}

/** Asks Pagefind which notices may answer some wants. */
export const holders: NonNullable<Library['holders']> = (notices, wants, fold, some) =>
  holdersOf(holding, notices, wants, fold, some);
