import type { Trial } from '../../notice/model.ts';
import type { ImportedNotice } from './import-notice.ts';
import { placements } from './placements.ts';

/** A column of a page as it was recorded: how many rows it has, its printed cells, and those out of place. */
export interface RecordedColumn {
  rows: number;
  values: readonly string[];
  loose: readonly string[];
}

/** How often a column is filled and read. */
const RUNS = 300;
const SEED = 20220312;

/** Numbers from 0 up to but without 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in a random order. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** A full column as the page may have had it: what was recorded in its order, each gap filled with one of its values. */
function truthOf({ rows, values, loose }: RecordedColumn, random: () => number): string[] {
  const places = shuffled([...Array(rows).keys()], random);
  const inOrder = places.slice(0, values.length).sort((a, b) => a - b);
  const apart = places.slice(values.length, values.length + loose.length);
  const known = [...values, ...loose];
  const truth = places.map(() => known[Math.floor(random() * known.length)] ?? '');
  for (const [index, place] of inOrder.entries()) truth[place] = values[index] ?? '';
  for (const [index, place] of apart.entries()) truth[place] = loose[index] ?? '';
  return truth;
}

/** What order would say of each row, once the column has lost as many cells as the page did; nothing where it leaves several. */
function saidOf(truth: readonly string[], { values, loose }: RecordedColumn, random: () => number) {
  const places = shuffled([...truth.keys()], random);
  const apart = places.slice(0, loose.length);
  const kept = places.slice(loose.length, loose.length + values.length).sort((a, b) => a - b);
  const cells = [...kept, ...apart].map((place) => truth[place] ?? '');
  const rows = truth.map(() => ({ takes: () => true, mayLose: true }));
  const lines = cells.slice(0, kept.length).map((text) => [[text]]);
  const placed = placements({ lines, loose: cells.slice(kept.length), rows }) ?? [];
  return placed.map((choice) => {
    const texts = new Set(choice.cells.map((cell) => cells[cell]));
    return texts.size === 1 && choice.mayBeMissing ? [...texts][0] : undefined;
  });
}

/**
 * How often a value is wrong that order leaves alone to a row whose own cell may be missing: columns like that of the
 * page, filled with its values, lose as many cells as it lost, at random, and are read as the annex is.
 *
 * @returns the same for the same column; nothing shown where it lost no cell
 */
export function trialOf(column: RecordedColumn): Trial {
  const random = randomFrom(SEED);
  const trial = { shown: 0, wrong: 0 };
  if (column.values.length + column.loose.length >= column.rows) return trial;
  for (let run = 0; run < RUNS; run++) {
    const truth = truthOf(column, random);
    for (const [row, said] of saidOf(truth, column, random).entries()) {
      if (said === undefined) continue;
      trial.shown++;
      if (said !== truth[row]) trial.wrong++;
    }
  }
  return trial;
}

/** The account of a notice with a trial of each of its pages; a second's work, which no cell rests on. */
export function withTrials(notice: ImportedNotice): ImportedNotice {
  const blocks = notice.account.blocks.map((block) => {
    const { leads: rows, values, displaced } = block;
    const support = trialOf({ rows, values: values.support, loose: displaced.map(({ text }) => text) });
    const deadline = trialOf({ rows, values: values.deadline, loose: [] });
    return { ...block, trial: { runs: RUNS, support, deadline } };
  });
  return { ...notice, account: { ...notice.account, blocks } };
}
