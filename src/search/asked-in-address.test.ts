import { expect, test } from 'vitest';
import { askedIn, readTyped } from './asked-in-address.ts';
import { phrasesIn } from './client/highlight.ts';

test.each([
  ['?q=%E6%89%A7%E7%85%A7', '执照'],
  ['?q=%D6%B4%D5%D5', '执照'],
  ['?q=%C1%AA%CD%A8', '联通'],
  ['?q=%u6267%u7167&kind=task', '执照'],
  ['?kind=task&q=1%2BN', '1+N'],
  ['?q=%E4%B8%80%E4%BB%B6%E4%BA%8B+%E7%AA%97%E5%8F%A3', '一件事 窗口'],
  ['?q=100%', '100%'],
  ['?q=%zz&h=%zz&section=%zz', '%zz'],
  ['', ''],
])('%s asks for %s', (search, query) => {
  expect(askedIn(search).query).toBe(query);
});

test('bytes that are no text are refused', () => {
  expect(askedIn('?q=%FF%FF%FF').query).toBeUndefined();
});

test('what was copied out of an address is read as it was meant; a percentage stays one', () => {
  expect(readTyped('%E6%89%A7%E7%85%A7')).toBe('执照');
  expect(readTyped('三个100%')).toBe('三个100%');
});

test('what is no filter is left out', () => {
  expect(askedIn('?kind=%zz&section=1e1&role=boss&due=soon&year=22&unit=%3Cb%3E&notice=../x&status=').filters).toEqual(
    {},
  );
  expect(askedIn('?kind=task&section=13&unit=shi-min-zheng-ju&notice=yfbf-2022-34&due=2022-10').filters).toEqual({
    kind: 'task',
    section: 13,
    unit: 'shi-min-zheng-ju',
    notice: 'yfbf-2022-34',
    due: '2022-10',
  });
});

test('of phrases to light up no more are taken than a page links to', () => {
  expect(phrasesIn('?h=a&h=b')).toEqual(['a', 'b']);
  expect(phrasesIn(`?${'h=a&'.repeat(300)}`).length).toBeLessThan(10);
  expect(phrasesIn(`?h=${'字'.repeat(5000)}`)).toEqual([]);
});
