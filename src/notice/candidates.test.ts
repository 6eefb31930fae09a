import { expect, test } from 'vitest';
import { candidatesOf, separatorBehind, sharedUnits, spanOf } from './candidates.ts';
import type { Cell } from './model.ts';

const open = (rest: Partial<Cell>): Cell => ({ status: 'open', text: null, lines: [1], ...rest });
const words = (cell: Cell) => candidatesOf(cell).map(({ again, text }) => (again ? `(${again})${text}` : text));

test('deadlines come in order of time, the year once, what names no month last', () => {
  const candidates = ['持续推进', '2022年10月前', '2022年8月前完成并持续推进', '2023年3月前'];
  expect(words(open({ candidates }))).toEqual([
    '2022年8月前完成并持续推进',
    '(2022年)10月前',
    '2023年3月前',
    '持续推进',
  ]);
});

test('units stay in the order they came in, each with its own', () => {
  const cell = open({ candidates: ['——', '市民政局'], candidateUnits: [[], ['shi-min-zheng-ju']] });
  expect(candidatesOf(cell).map(({ text, units }) => [text, units])).toEqual([
    ['——', []],
    ['市民政局', ['shi-min-zheng-ju']],
  ]);
});

test('what all values share is certain, unless the cell’s own may be none of them', () => {
  const dates = { candidates: ['2022年12月前', '2022年8月前'] };
  expect(spanOf(open(dates))).toBe('最早8月，最迟12月');
  expect(spanOf(open({ candidates: ['2023年3月前', '2022年底前'] }))).toBe('最早2022年12月，最迟2023年3月');
  expect(spanOf(open({ ...dates, mayBeMissing: true }))).toBeUndefined();
  expect(spanOf(open({ candidates: ['2022年8月前', '持续推进'] }))).toBeUndefined();
  const units = { candidates: ['甲、乙', '乙'], candidateUnits: [['jia', 'yi'], ['yi']] };
  expect(sharedUnits(open(units))).toEqual(['yi']);
  expect(sharedUnits(open({ ...units, mayBeMissing: true }))).toEqual([]);
});

test('values stand apart by text, lists by a stronger mark, and nothing stands behind the last', () => {
  const listed = (values: string[], lists: boolean) =>
    values.map((value, at) => value + separatorBehind(at, values.length, lists)).join('');
  expect(listed(['甲', '乙', '丙'], false)).toBe('甲、乙，或丙');
  expect(listed(['甲、乙', '丙', '丁'], true)).toBe('甲、乙；丙；或丁');
  expect(listed(['甲'], true)).toBe('甲');
});
