import { expect, test } from 'vitest';
import { packed, spelledOut, unpacked } from './everyday.ts';

test('words that share parts are written in one pattern', () => {
  expect(spelledOut('买/卖+房/房子')).toEqual(['买房', '买房子', '卖房', '卖房子']);
  expect(spelledOut('/社保+卡')).toEqual(['卡', '社保卡']);
  expect(spelledOut('老人')).toEqual(['老人']);
});

test('everyday words come out of the pack spelled out, a topic as one of its words', () => {
  const synonyms = [
    { topic: '房产', words: ['买/卖+房', '过户'], targets: ['二手房交易', '不动产登记'] },
    { words: ['老人'], targets: ['老年人'], aside: true as const },
  ];
  expect(unpacked(packed(synonyms))).toEqual([
    { topic: '房产', words: ['房产', '买房', '卖房', '过户'], targets: ['二手房交易', '不动产登记'] },
    { words: ['老人'], targets: ['老年人'], aside: true },
  ]);
  expect(unpacked(packed([]))).toEqual([]);
});
