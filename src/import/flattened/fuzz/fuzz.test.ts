import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRulings } from '../../rulings.ts';
import { rulingsText, seedLines, units } from '../seed-testing.ts';
import { fuzzCase } from './cases.ts';
import { judgeOf } from './judge.ts';

test('a spoilt notice is refused, or taken without a loss and with no cell surer than it was', () => {
  const rulings = readRulings({ file: 'rulings.yaml', text: rulingsText });
  const judge = judgeOf({ id: 'yfbf-2022-34', file: 'seed.txt', lines: seedLines, units, rulings }, 20_000);
  const outcomes = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(fuzzCase, (tried) => {
      const { outcome, wrong } = judge(tried);
      outcomes[outcome]++;
      expect(wrong).toEqual([]);
    }),
    { numRuns: 120, seed: 20220312 },
  );
  // Neither is the rule, or the cases would show little.
  expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(10);
});
