import { expect, test } from 'vitest';
import { createFold } from '../search/fold.ts';
import { createSpell } from '../search/spelling.ts';
import { lettersOf, packedPairs, packedSounds, spelledPairs, spelledSounds } from './letters.ts';

const SOUNDS = "ban办版 bao保 chong重 dian点 qing庆;重点zhong'dian";
const PAIRS = '辦办辧办點点慶庆';
const letters = lettersOf(['重庆版', null, '重点，办']);

test('letters stand once, in the order of their codes, and nothing else does', () => {
  expect(letters.join('')).toBe('办庆点版重');
});

test('texts sound as before, those with letters that the page lacks too', () => {
  const packed = packedSounds(SOUNDS, letters);
  expect(packed.split(';')[0]).not.toMatch(/\p{Script=Han}/u);
  const spell = createSpell(spelledSounds(packed, letters));
  expect(spell('保版办重庆')).toEqual(createSpell(SOUNDS)('保版办重庆'));
  expect(spell('重点')).toEqual(['zhong', 'dian']);
});

test('traditional letters are read as before, those of letters that the page lacks too', () => {
  const fold = createFold(spelledPairs(packedPairs(PAIRS, letters.slice(1)), letters.slice(1)));
  expect(fold('辦辧點慶').text).toBe('办办点庆');
});

test('on another page than it was made for a table says nothing of its letters rather than something wrong', () => {
  const others = letters.slice(1);
  expect(createSpell(spelledSounds(packedSounds(SOUNDS, letters), others))('办庆')).toEqual(['', '']);
  expect(spelledPairs(packedPairs(PAIRS, letters), others)).toBe('');
});
