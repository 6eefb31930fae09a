import { describe, expect, test } from 'vitest';
import { Seed } from '../import/seed.ts';
import { NoticeError, placeAt } from './problem.ts';

describe('an error points at its character:', () => {
  const shown = (text: string, at: string) =>
    new NoticeError('错', '改', placeAt(new Seed('a.txt', text), text.indexOf(at))).format().split('\n').slice(1, -1);

  test('by columns of characters, and of a terminal under its line', () => {
    expect(shown('A甲𠮷乙', '乙')).toEqual(['  --> a.txt:1:4', '  |', '1 | A甲𠮷乙', '  |      ^']);
  });

  test('past tabs, and past what nobody sees', () => {
    expect(shown('甲\t\u2066\u200b乙', '乙')).toEqual([
      '  --> a.txt:1:5',
      '  |',
      '1 | 甲 ‹U+2066›‹U+200B›乙',
      '  |                    ^',
    ]);
  });

  test('far down a long line', () => {
    expect(shown(`${'字'.repeat(100)}甲`, '甲').slice(2)).toEqual([
      `1 | ${'字'.repeat(12)}甲`,
      `  | ${' '.repeat(24)}^`,
    ]);
  });
});
