import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSearchFile } from '../search-file.ts';
import { gbkJson } from './gbk.ts';

test('whatever a text holds arrives as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readSearchFile(gbkJson({ text }))).toEqual({ text });
    }),
  );
});

test('letters that GBK lacks, or that not every decoder reads alike, are told by number', () => {
  const text = '市民政局“1＋N”——·€ḿ䶮龴𠮷';
  const bytes = gbkJson(text);
  expect(readSearchFile(bytes)).toBe(text);
  expect(new TextDecoder('gbk').decode(bytes)).toBe('"市民政局“1＋N”——·\\u20ac\\u1e3f\\u4dae\\u9fb4\\ud842\\udfb7"');
});
