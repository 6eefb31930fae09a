import { expect, test } from 'vitest';
import { importSeed, pageRulings, seedBytes } from './seed-testing.ts';
import { trialOf, withTrials } from './trial.ts';

const share = (values: string[], rows: number) => {
  const { shown, wrong } = trialOf({ rows, values, loose: [] });
  return wrong / shown;
};
const runs = (...lengths: number[]) => lengths.flatMap((length, index) => Array(length).fill(`值${index}`) as string[]);

test('comes to the same each time', () => {
  const column = { rows: 10, values: runs(3, 2, 2), loose: ['——'] };
  expect(trialOf(column)).toEqual(trialOf(column));
  expect(trialOf(column).shown).toBeGreaterThan(0);
});

test('finds nothing wrong where nothing was lost, or where every cell says the same', () => {
  expect(trialOf({ rows: 7, values: runs(3, 2, 2), loose: [] })).toEqual({ shown: 0, wrong: 0 });
  expect(trialOf({ rows: 7, values: runs(3, 2), loose: ['值0', '值1'] })).toEqual({ shown: 0, wrong: 0 });
  expect(trialOf({ rows: 7, values: runs(5), loose: [] })).toEqual({ shown: 7 * 300, wrong: 0 });
});

test('is wrong the more often, the more cells were lost', () => {
  expect(share(runs(6, 6), 13)).toBeGreaterThan(0);
  expect(share(runs(3, 3), 12)).toBeGreaterThan(2 * share(runs(6, 6), 13));
});

test('stands with each page of the account: only where cells were lost', () => {
  const { blocks } = withTrials(importSeed(seedBytes, pageRulings)).account;
  for (const { leads, supports, displaced, deadlines, trial } of blocks) {
    expect(trial?.support.shown === 0).toBe(supports + displaced.length === leads);
    expect(trial?.deadline.shown === 0).toBe(deadlines === leads);
  }
  const [first] = blocks;
  expect(first?.trial?.deadline.wrong).toBeGreaterThan(0);
});
