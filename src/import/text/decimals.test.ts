import { expect, test } from 'vitest';
import { importPlan } from '../testing.ts';

/** The outline of a text: its labels and headings, two blanks a level, with the clauses under each. */
async function outline(...lines: string[]) {
  const { notice, refused, told } = await importPlan('地质灾害应急预案', ...lines);
  const headings = (notice?.sections ?? [])
    .filter(({ part }) => part === 'body')
    .flatMap(({ label, title, nodes = [] }) => [
      `${label} ${title}`,
      ...nodes.map((node) => `${'  '.repeat(node.level - 1)}${node.label} ${node.title ?? ''}`.trimEnd()),
    ]);
  return {
    headings,
    clauses: notice?.sections.flatMap(({ clauses }) => clauses.map(({ text }) => text)),
    refused,
    told,
  };
}

test.each([
  ['1 总则', '1.1 编制目的', '1.2 编制依据', '2 组织体系', '2.1 县指挥部', '2.1.1 职责'],
  ['1、总则', '1.1、编制目的', '1.2、编制依据', '2、组织体系', '2.1、县指挥部', '2.1.1、职责'],
  ['1.总则', '1.1编制目的', '1.2编制依据', '2.组织体系', '2.1县指挥部', '2.1.1职责'],
  ['1总则', '1．1编制目的', '1．2编制依据', '2组织体系', '2．1县指挥部', '2．1．1职责'],
  ['一、总则', '1.1 编制目的', '1.2 编制依据', '二、组织体系', '2.1 县指挥部', '2.1.1 职责'],
  ['第一章 总则', '1.1 编制目的', '1.2 编制依据', '第二章 组织体系', '2.1 县指挥部', '2.1.1 职责'],
])('%s, %s are an outline', async (...heads) => {
  const [first, second, third, fourth, fifth, sixth] = heads;
  const { headings, refused, told } = await outline(
    ...[
      first,
      second,
      '规范应急处置。',
      third,
      '依据法律法规。',
      fourth,
      fifth,
      '由县政府成立。',
      sixth,
      '统一指挥。',
    ].map((line) => line ?? ''),
  );
  const parted = (line = '', depth = 0) =>
    `${'  '.repeat(depth)}${line.replace(/ /gu, '').replace(/^([第章一二、\d.．]+)/u, '$1 ')}`;
  expect(headings).toEqual([
    parted(first),
    parted(second, 1),
    parted(third, 1),
    parted(fourth),
    parted(fifth, 1),
    parted(sixth, 2),
  ]);
  expect([refused, told]).toEqual([false, []]);
});

test('a number with a point that counts something, a date and a number out of turn begin no heading', async () => {
  const { headings, clauses, told } = await outline(
    '1 总则',
    '1.1 编制目的',
    '1.5万人以上受灾时启动响应。',
    '2.3亿元资金已到位。',
    '2024.5.1起施行。',
    '5月底前完成排查。',
    '1.2 适用范围',
    '适用于本县。',
  );
  expect(headings).toEqual(['1 总则', '  1.1 编制目的', '  1.2 适用范围']);
  expect(clauses).toEqual([
    '1.5万人以上受灾时启动响应。',
    '2.3亿元资金已到位。',
    '2024.5.1起施行。',
    '5月底前完成排查。',
    '适用于本县。',
  ]);
  expect(told).toEqual([]);
});

test('items numbered 1. and （1） stand below the decimal headings, and not among them', async () => {
  const { headings } = await outline(
    '1. 总则',
    '1.1 任务',
    '1. 开展巡查。',
    '2. 组织撤离。',
    '1.2 责任',
    '（1）落实责任。',
    '2. 保障',
    '2.1 物资',
    '储备物资。',
  );
  expect(headings).toEqual([
    '1. 总则',
    '  1.1 任务',
    '    1.',
    '    2.',
    '  1.2 责任',
    '      （1）',
    '2. 保障',
    '  2.1 物资',
  ]);
});

test('a number that follows from none before it refuses the text, at its line; one that is left out is told', async () => {
  const wrong = await outline('1 总则', '1.1 目的', '规范处置。', '3.2 级别', '分为四级。');
  expect([wrong.refused, wrong.told]).toEqual([true, [expect.stringMatching(/fits no outline[\s\S]*txt:11:/u)]]);
  const gap = await outline('1 总则', '1.1 目的', '规范处置。', '1.3 级别', '分为四级。');
  expect([gap.refused, gap.told]).toEqual([false, [expect.stringContaining('number 2 is missing before it')]]);
});

test('a plan that only begins some items with a year keeps them as items', async () => {
  const { headings } = await outline('一、任务', '1.2024年底前新建道路3公里。', '2.2024年6月底前修桥2座。');
  expect(headings).toEqual(['一、 任务', '    1.', '    2.']);
});

test('a number that the items around it tell from a decimal is an item: 2.50个小区', async () => {
  const { headings, told } = await outline(
    '1.加装电梯400台。',
    '2.50个小区新增充电设施。',
    '3.开设40个办班点。',
    '4.460个活动室开放。',
    '5.建成公园。',
  );
  expect(headings.map((line) => line.split(' ')[0])).toEqual(['1.', '2.', '3.', '4.', '5.']);
  expect(told).toEqual([]);
});

test('3.2 without any 3.1 is told', async () => {
  const { told } = await outline('1 总则', '1.1 目的', '规范处置。', '2 响应', '2.2 结束', '宣布结束。');
  expect(told).toEqual([expect.stringContaining('number 1 is missing before it')]);
});
