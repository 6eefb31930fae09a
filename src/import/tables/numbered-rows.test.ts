import { expect, test } from 'vitest';
import { dutiesOf, importText } from '../testing.ts';

/** A table that a page lost, a line a cell, some cells several lines long. */
const read = async (heads: string, rows: string, behind = '') => {
  const run = await importText(
    `石泓县人民政府关于办好2024年民生实事的通知
石政发〔2024〕7号
各乡镇人民政府：
现将2024年民生实事分解下达，请认真落实。
石泓县人民政府
2024年3月9日
附件
2024年民生实事任务分解表
${[...heads.split(' '), ...rows.split(' ')].join('\n\n')}
${behind}`,
  );
  return { ...run, duties: dutiesOf(run) };
};

test('numbers begin the rows, and what lines say tells their columns', async () => {
  const { duties, told } = await read(
    '序号 工作任务 责任单位 完成时限',
    '一、民生 1 新建桥梁2座。 县住建局 县水利局 10月底前 2 建成残疾人服务中心。 县残联 5月底前 二、产业 3 新建文化中心 县文旅局 6月底前',
  );
  expect(duties).toEqual([
    { text: '新建桥梁2座。', responsible: '县住建局、县水利局', deadline: '10月底前' },
    { text: '建成残疾人服务中心。', responsible: '县残联', deadline: '5月底前' },
    { text: '新建文化中心', responsible: '县文旅局', deadline: '6月底前' },
  ]);
  expect(told).toEqual([]);
});

test('a row whose lines could be dealt otherwise is open', async () => {
  const { notice, told } = await read(
    '序号 工作任务 牵头单位 配合单位 完成时限',
    '1 新建桥梁。 县住建局 县水利局 10月底前 2 建设学校。 县教育局 县财政局 县住建局 5月底前 3 修路。 县交通运输局 县财政局 年底前',
  );
  expect(
    notice?.tasks.map(({ lead, support, deadline }) => [lead, support, deadline].map((cell) => cell?.status)),
  ).toEqual(Array.from({ length: 3 }, () => ['open', 'open', 'open']));
  expect(told).toHaveLength(3);
});

test('who signs behind the table is none of its units; where that cannot be told, the table is refused', async () => {
  const rows = '1 新建桥梁2座。 县住建局 县水利局 10月底前 2 建设学校。 县教育局 5月底前';
  const signed = await read('序号 工作任务 责任单位 完成时限', rows, '\n石泓县人民政府\n\n2024年3月9日');
  expect(signed.duties[1]).toEqual({ text: '建设学校。', responsible: '县教育局', deadline: '5月底前' });
  const unsure = await read(
    '序号 工作任务 完成时限 责任单位',
    '1 新建桥梁。 5月 县住建局 县水利局 2 建学校。 6月 县教育局',
    '\n石泓县人民政府',
  );
  expect(unsure.refused).toBe(true);
});

test('a head behind the known ones is of the table where the rows then fit it', async () => {
  const { notice, duties, told } = await read(
    '序号 工作任务 责任单位 备注',
    '1 新建桥梁2座。 县住建局 续建 2 建设学校。 县教育局 新建',
  );
  expect(duties).toEqual([
    { text: '新建桥梁2座。', responsible: '县住建局' },
    { text: '建设学校。', responsible: '县教育局' },
  ]);
  expect([notice?.tasks.map(({ other }) => other), told]).toEqual([[{ 备注: '续建' }, { 备注: '新建' }], []]);
});
