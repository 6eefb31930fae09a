import { expect, test } from 'vitest';
import { readDifference } from './difference.ts';

test('tells what only the body and only the annex hold', () => {
  expect(readDifference('实现水电气讯{+报装、+}查询{-等-}。')).toEqual([
    { kind: 'same', text: '实现水电气讯' },
    { kind: 'annex', text: '报装、' },
    { kind: 'same', text: '查询' },
    { kind: 'body', text: '等' },
    { kind: 'same', text: '。' },
  ]);
});
