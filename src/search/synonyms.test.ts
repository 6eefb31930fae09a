import { describe, expect, test } from 'vitest';
import { NoticeError } from '../notice/problem.ts';
import { checkSynonyms, readSynonyms } from './synonyms.ts';

const file = 'synonyms.yaml';
const formatted = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof NoticeError) return error.format();
    throw error;
  }
  throw new Error('nothing was rejected');
};

describe('the file of everyday words', () => {
  test('gives words, targets and reasons', () => {
    const text = '- { words: [老人], targets: [老年人], reason: 口语。 }\n';
    expect(readSynonyms({ file, text })).toMatchObject([{ words: ['老人'], targets: ['老年人'], reason: '口语。' }]);
  });

  test.each([
    ['an entry without a reason', '- { words: [老人], targets: [老年人] }'],
    ['an entry without a target', '- { words: [老人], targets: [], reason: 口语。 }'],
    ['no list', 'words: [老人]'],
    ['broken YAML', '- { words: [老人'],
  ])('rejects %s', (_, text) => {
    expect(() => readSynonyms({ file, text })).toThrow(NoticeError);
  });

  test('rejects a word that comes twice', () => {
    const entry = '- { words: [老人], targets: [老年人], reason: 口语。 }\n';
    expect(formatted(() => readSynonyms({ file, text: entry + entry }))).toMatchInlineSnapshot(`
      "error: “老人” comes twice
        --> synonyms.yaml:2:3
        |
      2 | - { words: [老人], targets: [老年人], reason: 口语。
        |   ^
        help: Keep each word once."
    `);
  });

  test('accepts a target whatever the quote marks and width', () => {
    const text = '- { words: [一加恩], targets: ["1+N体系"], reason: 读音。 }\n';
    expect(() => checkSynonyms(readSynonyms({ file, text }), '落实“1＋N”体系', new Set())).not.toThrow();
  });

  test('rejects a target that the text does not contain, with the nearest text', () => {
    const text = '- { words: [社保卡], targets: [社会保险卡], reason: 简称。 }\n';
    const entries = readSynonyms({ file, text });
    expect(
      formatted(() => checkSynonyms(entries, '发行居民服务卡（第三代社会保障卡），建设', new Set())),
    ).toMatchInlineSnapshot(`
      "error: no notice contains “社会保险卡”, which “社保卡” is said to stand for
        --> synonyms.yaml:1:3
        |
      1 | - { words: [社保卡], targets: [社会保险卡], reason: 
        |   ^
        help: The nearest text is “第三代社会保障卡),建”."
    `);
  });

  test('holds the words of a place against that place’s notices alone', () => {
    const text = '- place: 重庆市\n- { words: [社保卡], targets: [社会保障卡], reason: 简称。 }\n';
    const entries = readSynonyms({ file, text });
    expect(() => checkSynonyms(entries, '另一市的通知', new Set(['澜平市']))).not.toThrow();
    expect(() => checkSynonyms(entries, '本市的通知', new Set(['重庆市']))).toThrow(NoticeError);
  });
});
