import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CORPUS, importText } from './testing.ts';

const issued = readFileSync(`${CORPUS}/shihong-2022-8/shihong-2022-8.txt`, 'utf8');

/** What the import tells of the notice with some words of it changed. */
async function toldOf(from: string, to: string): Promise<string[]> {
  expect(issued).toContain(from);
  const { told, refused, notice } = await importText(issued.replace(from, to));
  expect([refused, notice?.tasks.length]).toEqual([false, 20]);
  return told;
}

test('the notice as issued leaves nothing to tell', async () => {
  expect(await toldOf('石政办发', '石政办发')).toEqual([]);
});

test.each([
  ['a date of signing that is none', '2022年3月11日', '2022年13月45日', '2022年13月45日 is no date', 15],
  ['a deadline that is no date', '2022年9月1日前', '2022年9月31日前', '2022年9月31日 is no date', 33],
  ['a month that no year has', '2022年6月底前', '2022年16月底前', '2022年16月 is no date', 22],
  [
    'an annex of another year than announced',
    '附件\n石泓县2022年',
    '附件\n石泓县2023年',
    'announces 附件：石泓县2022年',
    18,
  ],
  ['an annex of another name', '重点工作任务清单\n\n石泓县', '重点任务表\n\n石泓县', 'this annex is headed', 18],
  ['a quotation that never ends', '各牵头单位要', '“各牵头单位要', '“ has no counterpart', 8],
  ['a quotation that never began', '实行销号管理', '实行销号”管理', '” has no counterpart', 9],
  ['a title that never ends', '建立台账', '建立《台账', '《 has no counterpart', 9],
  ['a section that is cut off', '整改情况向社会公开。', '整改情况向社', 'they may be cut off', 9],
])('%s is told, with its line', async (_, from, to, words, line) => {
  expect(await toldOf(from, to)).toEqual([
    expect.stringMatching(new RegExp(`${words}[\\s\\S]*notice\\.txt:${line}:`, 'u')),
  ]);
});
