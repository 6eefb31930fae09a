import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning } from './cut.ts';
import { firstWords } from './first-words.ts';
import { anyText } from './hostile.ts';

test('a text is cut where it should be, or before the character that stands across', () => {
  expect([0, 1, 2, 3, 4, 5].map((length) => beginning('甲𠮷乙', length))).toEqual([
    '',
    '甲',
    '甲',
    '甲𠮷',
    '甲𠮷乙',
    '甲𠮷乙',
  ]);
  fc.assert(
    fc.property(anyText, fc.nat(60), (text, length) => {
      const cut = beginning(text, length);
      expect(cut.isWellFormed() && text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
    }),
  );
});

test('the first words of a task end with a whole character', () => {
  expect(firstWords(`甲${'𠮷'.repeat(20)}`)).toBe(`甲${'𠮷'.repeat(9)}……`);
});
