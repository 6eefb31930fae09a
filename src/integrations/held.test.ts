import { expect, test } from 'vitest';
import { NoticeError } from '../notice/problem.ts';
import { holdClauses } from './held.ts';

const CLAUSES = [
  { id: '1-1', text: '甲<乙>。' },
  { id: '1-2', text: '各区县政府不得推诿，也不得拖延，更不得以任何理由拒绝办理。' },
];
const page = (...clauses: string[]) => `<!doctype html><title>题</title><main><h1>题</h1>${clauses.join('')}</main>`;
const FIRST = '<p id="c-1-1">甲&lt;乙&gt;。</p>';
const SECOND = `<p id="c-1-2">${CLAUSES[1]?.text}</p>`;

function failureOf(html: string): string {
  try {
    holdClauses('a/section/1/', html, CLAUSES);
  } catch (error) {
    if (error instanceof NoticeError) return error.message;
    throw error;
  }
  return '';
}

test('a page that shows every clause to the letter is held, in tags of any style', () => {
  expect(failureOf(page(FIRST, SECOND))).toBe('');
  expect(failureOf(page('<p id=c-1-1>甲&lt;乙>。', SECOND))).toBe('');
});

test.each([
  ['a clause that is left out', page(SECOND), 'clause 1-1 is expected, and 1-2 stands there'],
  ['no clause at all', page(), 'clause 1-1 is expected, and none stands there'],
  ['a clause too many', page(FIRST, SECOND, SECOND), 'clause none is expected, and 1-2 stands there'],
  ['another order', page(SECOND, FIRST), 'clause 1-1 is expected, and 1-2 stands there'],
  [
    'another word',
    page(FIRST, SECOND.replace('更不得', '更可以')),
    'clause 1-2 differs: expected "，也不得拖延，更不得以任何理由拒绝办理。"',
  ],
  ['one letter less', page(FIRST.replace('。', ''), SECOND), 'clause 1-1 differs: expected "甲<乙>。", found "甲<乙>"'],
  ['a blank more', page(FIRST.replace('。', ' 。'), SECOND), 'clause 1-1 differs'],
  ['words struck out', page(FIRST, SECOND.replace('不得', '<del>不得</del>')), 'clause 1-2 holds <del>'],
  ['a comment', page(FIRST.replace('甲', '甲<!-- -->'), SECOND), 'clause 1-1 holds a comment'],
])('a page with %s is not, and is told with the clause', (_, html, message) => {
  expect(failureOf(html)).toContain(`a/section/1/: ${message}`);
});
