import { expect, test } from 'vitest';
import { createFold } from '../search/fold.ts';
import { lettersOf, packedPairs, spelledPairs } from './letters.ts';

const PAIRS = '辦办辧办點点慶庆';
const letters = lettersOf(['重庆版', null, '重点，办']);

test('letters stand once, in the order of their codes, and nothing else does', () => {
  expect(letters.join('')).toBe('办庆点版重');
});

test('traditional letters are read as before, those of letters that the page lacks too', () => {
  const fold = createFold(spelledPairs(packedPairs(PAIRS, letters.slice(1)), letters.slice(1)));
  expect(fold('辦辧點慶').text).toBe('办办点庆');
});

test('on another page than it was made for a table says nothing of its letters rather than something wrong', () => {
  const others = letters.slice(1);
  expect(spelledPairs(packedPairs(PAIRS, letters), others)).toBe('');
});
