import { expect, test } from 'vitest';
import { lineRuns } from './line-runs.ts';

test('joins lines that follow one another, each line once, in order', () => {
  expect(lineRuns([70, 62, 63, 62])).toEqual([
    [62, 63],
    [70, 70],
  ]);
  expect(lineRuns([])).toEqual([]);
});
