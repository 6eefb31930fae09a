import { expect, test } from 'vitest';
import { dutiesOf, importPlan } from './testing.ts';

/** Signs before items, and the brackets that say who must do it. */

const read = async (...lines: string[]) => {
  const run = await importPlan('2024年工作方案', ...lines);
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

test('由A牵头，B配合 at the beginning of a sentence gives what stands behind it', async () => {
  const { duties, told } = await read(
    '一、议定事项',
    '1.由县住建局牵头，县财政局、县水利局配合，于4月底前完成防涝工程初步设计。',
    '2.由县财政局负责，统筹安排项目资金3200万元。',
    '3.编制规划。由县林业局牵头，6月底前完成。',
    '4.由县领导牵头，成立工作专班，统筹推进各项工作。',
  );
  expect(duties).toEqual([
    {
      text: '于4月底前完成防涝工程初步设计。',
      lead: '县住建局',
      support: '县财政局、县水利局',
      deadline: '4月底前',
    },
    { text: '统筹安排项目资金3200万元。', responsible: '县财政局' },
    { text: '编制规划。', lead: '县林业局', deadline: '6月底前' },
  ]);
  expect(told).toEqual([]);
});

test('责任单位同上 is that of the duty before, and 请 is no word of a name', async () => {
  const { duties, notice } = await read(
    '一、任务',
    '1.修渠。（请县水利局牵头，县财政局配合提供资金）',
    '2.修坝。（请县水利局牵头，县财政局配合）',
    '3.修闸。牵头单位同上。',
  );
  expect(duties.map(({ lead }) => lead)).toEqual(['县水利局', '县水利局', '县水利局']);
  expect(notice?.tasks[2]?.lead).toMatchObject({ status: 'inferred' });
});

test('a bracket that names a unit, and more that is not read, is told', async () => {
  const { duties, told } = await read('一、任务', '1.推行帮办。（县政务服务中心、各乡镇，高考前后重点保障教育事项）');
  expect(duties).toEqual([]);
  expect(told).toEqual([expect.stringContaining('this bracket speaks of who must do it')]);
});

test('a line of who may end the sentence that it speaks of, and 组织部 leads as any other', async () => {
  const { duties, told } = await read(
    '一、任务',
    '1.完成中期评估，责任单位：县发改局、县统计局，完成时限：5月底。',
    '2.考核工作由县委组织部牵头，县人社局配合。',
  );
  expect(duties).toEqual([
    { text: '完成中期评估', responsible: '县发改局、县统计局', deadline: '5月底' },
    { text: '考核工作', lead: '县委组织部', support: '县人社局' },
  ]);
  expect(told).toEqual([]);
});

test('a sign beside a name is none of it: it marks the lead where a line says so, and else is told', async () => {
  const explained = await read(
    '标★的为牵头单位。',
    '一、任务',
    '1.治水。（县财政局、★县水利局）',
    '2.治气。（县住建局）',
  );
  expect(explained.duties).toEqual([
    { text: '治水', lead: '县水利局', responsible: '县财政局、县水利局' },
    { text: '治气', responsible: '县住建局' },
  ]);
  expect(explained.notice?.tasks[0]?.lead).toMatchObject({ status: 'inferred', text: '县水利局' });
  expect(explained.told).toEqual([]);
  const bare = await read('一、任务', '1.治水。（县财政局、县水利局*）');
  expect(bare.duties).toEqual([{ text: '治水', responsible: '县财政局、县水利局' }]);
  expect(bare.told).toEqual([expect.stringContaining('the sign * stands beside 县水利局')]);
});

test('roles that / parts are read, and a heading that speaks of roles is told', async () => {
  const { duties, told } = await read(
    '一、任务',
    '1.举办展会2场（县商务局牵头/县文旅局配合/9月）',
    '2.培育企业3家（县商务局）',
    '3.发展电商（由包联领导牵头推进）',
  );
  expect(duties).toEqual([
    { text: '举办展会2场', lead: '县商务局', support: '县文旅局', deadline: '9月' },
    { text: '培育企业3家', responsible: '县商务局' },
  ]);
  expect(told).toEqual([expect.stringContaining('this bracket speaks of who must do it')]);
});

test('a bracket may begin in the line of who, and end in that of when', async () => {
  const { duties } = await read('一、就业', '新增就业3000人。', '（责任单位：县人社局', '完成时限：2024年12月底前）');
  expect(duties).toEqual([{ text: '新增就业3000人。', responsible: '县人社局', deadline: '2024年12月底前' }]);
});
