import { expect, test } from 'vitest';
import { queryIn, readTyped } from './query-in-address.ts';

test.each([
  ['?q=%E6%89%A7%E7%85%A7', '执照'],
  ['?q=%D6%B4%D5%D5', '执照'],
  ['?q=%C1%AA%CD%A8', '联通'],
  ['?q=%u6267%u7167&kind=task', '执照'],
  ['?kind=task&q=1%2BN', '1+N'],
  ['?q=%E4%B8%80%E4%BB%B6%E4%BA%8B+%E7%AA%97%E5%8F%A3', '一件事 窗口'],
  ['?q=100%', '100%'],
  ['', ''],
])('%s asks for %s', (search, query) => {
  expect(queryIn(search)).toBe(query);
});

test('bytes that are no text are refused', () => {
  expect(queryIn('?q=%FF%FF%FF')).toBeUndefined();
});

test('what was copied out of an address is read as it was meant; a percentage stays one', () => {
  expect(readTyped('%E6%89%A7%E7%85%A7')).toBe('执照');
  expect(readTyped('三个100%')).toBe('三个100%');
});
