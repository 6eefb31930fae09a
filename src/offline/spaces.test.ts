import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spacesOf, withSpaces } from './spaces.ts';

test('the spaces of any line come back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(' ', '“', '”', '办', '1')), (letters) => {
      const line = letters.join('');
      const told = line.includes(' ') ? spacesOf(line) : undefined;
      expect(withSpaces(line.replaceAll(' ', ''), told)).toBe(line);
    }),
    { numRuns: 2000 },
  );
});

test('those before quotation marks are told in few letters', () => {
  expect(spacesOf('推动 “照后减证 ”和简化审批，落实 “双告知”')).toBe('-3');
  expect(spacesOf('深化 “放管服 ”改革')).toBe('');
  expect(spacesOf('（ 2022年版）')).toBe('1');
});
