import { expect, test } from 'vitest';
import { docx, paragraph } from './official/document-testing.ts';
import { importBytes } from './testing.ts';

/** One notice in two files, as an office hands in the Word file beside the page that shows it. */

const LINES = [
  '平山县人民政府办公室关于印发平山县2023年整改方案的通知',
  '平政办〔2023〕44号',
  '各乡镇人民政府，县直各单位：',
  '现将《平山县2023年整改方案》印发给你们。',
  '平山县人民政府办公室',
  '2023年7月11日',
  '平山县2023年整改方案',
  '一、压缩时限。登记压缩至2个工作日。（县自然资源局牵头，县住建局配合，2023年8月底前）',
  '二、降低费用。减免中介费用。（县财政局、县发改局，2023年9月底前）',
];
const both = (text: string[], word: string[]) =>
  importBytes('test', [
    ['通知.txt', new TextEncoder().encode(text.join('\n'))],
    ['通知.docx', docx(word.map(paragraph).join(''))],
  ]);

test('two files that say the same are one notice, with what either alone prints', async () => {
  const { notice, told } = await both(['首页 > 文件', ...LINES, '发布日期：2023-07-12', '打印本页'], LINES);
  expect(told).toEqual([]);
  expect(notice?.head).toMatchObject({ number: '平政办〔2023〕44号', published: '2023-07-12' });
  expect(notice?.sections.map(({ title }) => title)).toEqual(['压缩时限', '降低费用']);
  expect(notice?.tasks).toHaveLength(2);
});

test.each([
  ['a deadline', LINES.map((line) => line.replace('9月底', '10月底')), /一?二、降低费用[\s\S]*10月底前/u],
  ['the date of issue', LINES.map((line) => line.replace('7月11日', '7月12日')), /dated is 2023-07-12/u],
  ['the notice', LINES.map((line) => line.replace('整改方案的', '工作方案的')), /2023年工作方案的通知/u],
])('two files that differ in %s are refused, with what each says', async (_, word, says) => {
  const { refused, told } = await both(LINES, word);
  expect([refused, told.join('\n')]).toEqual([true, expect.stringMatching(says) as string]);
  expect(told.join('\n')).toContain('contradict each other');
});
