import { expect, test } from 'vitest';
import { continues, joinRow } from './pdf.ts';

const row = (...texts: string[]) => texts.map((text) => ({ paragraphs: text === '' ? [] : [text] }));
const HEADS = row('序号', '工作任务', '牵头单位', '完成时限');

test('a row without a number at the top of a page goes on with the one above, where each above has a number', () => {
  const table = [
    HEADS,
    row('1', '改造道路3条。', '县住建局', '6月'),
    row('2', '建设服务设施，完善管理', '县财政局、县卫', '2024年8月'),
  ];
  const rest = row('', '制度并投入使用。', '生健康局', '底前');
  expect(continues(table, rest)).toBe(true);
  joinRow(table[2] ?? [], rest);
  expect(table[2]?.map(({ paragraphs }) => paragraphs)).toEqual([
    ['2'],
    ['建设服务设施，完善管理制度并投入使用。'],
    ['县财政局、县卫生健康局'],
    ['2024年8月底前'],
  ]);
});

test('a row with a number, or below rows without any, is one of its own', () => {
  expect(continues([HEADS, row('1', '甲。', '乙局', '')], row('2', '丙。', '丁局', ''))).toBe(false);
  expect(continues([HEADS, row('一类', '甲。', '乙局', '')], row('', '丙。', '丁局', ''))).toBe(false);
});
