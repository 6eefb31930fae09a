import { expect, test } from 'vitest';
import { dutiesOf, importText } from './testing.ts';

/** Signs before items, and the brackets that say who must do it. */

const read = async (...lines: string[]) => {
  const run = await importText(
    `石泓县人民政府办公室关于印发石泓县2024年工作方案的通知
石政办发〔2024〕6号
各乡镇人民政府：
现印发给你们，请认真组织实施。
石泓县人民政府办公室
2024年2月20日
石泓县2024年工作方案
${lines.join('\n')}
`,
  );
  return { ...run, duties: dutiesOf(run) };
};

test.each([
  ['｛', '｝'],
  ['{', '}'],
  ['【', '】'],
  ['〔', '〕'],
  ['［', '］'],
  ['[', ']'],
  ['（', '）'],
])('%s%s says who, behind a sentence and alone in a line', async (open, close) => {
  const { duties, told } = await read(
    '一、水利',
    `1.新建水库3座。${open}责任单位：县水利局；完成时限：2024年6月底前${close}`,
    `2.新建渠道5公里。${open}县水利局牵头，县财政局配合${close}`,
    '3.新建泵站2座。',
    `${open}牵头单位：县水利局，配合单位：县财政局${close}`,
  );
  expect(duties).toEqual([
    { text: '新建水库3座', responsible: '县水利局', deadline: '2024年6月底前' },
    { text: '新建渠道5公里', lead: '县水利局', support: '县财政局' },
    { text: '新建泵站2座。', lead: '县水利局', support: '县财政局' },
  ]);
  expect(told).toEqual([]);
});

test.each(['★', '●', '◆', '■', '※', '——'])('%s begins an item, and is no word of its duty', async (sign) => {
  const { duties, told, notice } = await read(
    '一、水利',
    `${sign}新建水库3座。`,
    `${sign}新建渠道5公里。（县水利局负责）`,
    `${sign}新建泵站2座。`,
    '责任单位：县水利局',
  );
  expect(duties).toEqual([
    { text: '新建渠道5公里。', responsible: '县水利局' },
    { text: '新建泵站2座。', responsible: '县水利局' },
  ]);
  expect(notice?.sections[0]?.clauses[0]?.text).toBe(`${sign}新建水库3座。`);
  expect(told).toEqual([]);
});

test('a sign stands before a number, a line of who, and a share', async () => {
  const { duties, notice } = await read(
    '一、水利',
    '★（一）新建水库。新建水库3座。',
    '●责任单位：县水利局',
    '●完成时限：6月中旬',
    '二、职责分工',
    '●县水利局：负责防汛调度。',
    '●县公安局：负责交通管制。',
  );
  expect(duties).toEqual([
    { text: '新建水库3座。', responsible: '县水利局', deadline: '6月中旬' },
    { text: '负责防汛调度。', responsible: '县水利局' },
    { text: '负责交通管制。', responsible: '县公安局' },
  ]);
  expect(notice?.sections[0]?.nodes?.[0]).toMatchObject({ label: '★（一）', title: '新建水库' });
  expect(notice?.tasks[0]?.deadline).toMatchObject({
    status: 'inferred',
    reading: { kind: 'by', date: '2024-06-20' },
  });
});

test('a line of who behind several items of which none says it speaks of all of them, and the import asks', async () => {
  const { duties, told } = await read('一、会务', '●整理材料。', '●布置会场。', '责任单位：县机关事务中心');
  expect(duties).toEqual([{ text: '整理材料。布置会场。', responsible: '县机关事务中心' }]);
  expect(told).toEqual([expect.stringContaining('behind 2 items of which no other says it')]);
});
