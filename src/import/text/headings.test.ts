import { expect, test } from 'vitest';
import { dutiesOf, importBytes, importPlan } from '../testing.ts';

/** How headings are told that have other numbers than 一、（一）1., or none. */

const outlineOf = async (...lines: string[]) => {
  const run = await importPlan('民生实事实施方案', ...lines);
  const sections = run.notice?.sections ?? [];
  const heads = sections.map(({ label, title, nodes = [] }) =>
    [`${label ?? ''}${title ?? '—'}`, ...nodes.map((node) => `${node.level} ${node.label}${node.title ?? ''}`)].join(
      ' / ',
    ),
  );
  return { heads, duties: dutiesOf(run), told: run.told, planTitle: run.notice?.head.planTitle };
};

test('headings without numbers head what stands under them, on one level, and the import says so', async () => {
  const { heads, duties, told, planTitle } = await outlineOf(
    '总体要求',
    '以人民为中心，办好民生实事。',
    '重点任务',
    '实施道路提升工程',
    '新建公路30公里。（县交通局负责）',
    '保障措施',
    '加强领导，强化保障。',
  );
  expect(planTitle).toBe('石泓县民生实事实施方案');
  expect(heads).toEqual(['总体要求', '重点任务', '实施道路提升工程', '保障措施']);
  expect(duties).toEqual([{ text: '新建公路30公里。', responsible: '县交通局' }]);
  expect(told).toEqual([expect.stringContaining('these headings have no numbers')]);
});

test('a heading without a number stands above numbers that begin anew', async () => {
  const { heads } = await outlineOf(
    '重点任务',
    '1.修路。新建公路。',
    '2.修桥。新建桥梁。',
    '保障措施',
    '1.领导。加强领导。',
  );
  expect(heads).toEqual(['重点任务 / 2 1.修路 / 2 2.修桥', '保障措施 / 2 1.领导']);
});

test.each([
  ['Ⅰ．任务', '⒈修路。新建公路。', 'Ⅰ．任务 / 2 ⒈修路'],
  ['１．任务', '（１）修路。新建公路。', '１．任务 / 2 （１）修路'],
  ['1.任务', '1）修路。新建公路。', '1.任务 / 3 1）修路'],
  ['一、任务', '⑴修路。新建公路。', '一、任务 / 4 ⑴修路'],
  ['一、任务', 'A．修路。新建公路。', '一、任务 / 4 A．修路'],
  ['第一部分 任务', '专栏1 修路工程', '第一部分任务 / 2 专栏1修路工程'],
])('%s heads %s', async (first, second, heads) => {
  expect((await outlineOf(first, second, '落实责任，按期完成。')).heads).toEqual([heads]);
});

test('a list of names, or of words without sentences, is no heading', async () => {
  const { heads } = await outlineOf('成立工作专班。', '县水利局', '县交通局', '各单位要抓好落实。');
  expect(heads).toEqual(['—']);
});

test('行动一： heads its own words, and lines without a sign between them stand apart', async () => {
  const { heads, duties } = await outlineOf(
    '一、行动',
    '行动一：城市更新行动',
    '改造小区60个。牵头单位：县住建局',
    '二、保障',
    '加强领导',
    '明确专人，落实责任。（县政府办负责）',
  );
  expect(heads).toEqual(['一、行动 / 3 行动一：城市更新行动', '二、保障']);
  expect(duties).toEqual([
    { text: '改造小区60个。', lead: '县住建局' },
    { text: '加强领导 明确专人，落实责任。', responsible: '县政府办' },
  ]);
});

test('headings without numbers stand on the levels that a web page gives them', async () => {
  const { notice } = await importBytes('test', [
    [
      'notice.html',
      new TextEncoder().encode(
        `<html><body><p>石泓县教育局2024年工作要点</p><p>2024年，全县教育工作重点抓好以下事项。</p>
<h2>提升质量</h2><h3>深化改革</h3><p>建设示范校20所，改进课堂教学。（县教育局负责）</p><h3>减轻负担</h3><p>控制作业总量。</p>
<h2>扩大供给</h2><p>新建学校5所。</p><p>石泓县教育局</p><p>2024年2月6日</p></body></html>`,
      ),
    ],
  ]);
  expect(notice?.sections.map(({ title, nodes = [] }) => [title, ...nodes.map((node) => node.title)])).toEqual([
    ['提升质量', '深化改革', '减轻负担'],
    ['扩大供给'],
  ]);
});

test('a short sentence in a line of its own heads the paragraph below it, beside others that are headed', async () => {
  const { heads } = await outlineOf(
    '一、保障措施',
    '（一）资金保障。统筹落实改造资金。',
    '（二）严格验收。',
    '逐户组织验收。',
    '二、其他事项',
    '（一）同意使用专项资金。',
    '（二）同意调整建设内容。',
    '专此批复。',
  );
  expect(heads).toEqual(['一、保障措施 / 2 （一）资金保障 / 2 （二）严格验收', '二、其他事项 / 2 （一） / 2 （二）']);
});

test('a number before a month is a label: 1.7月底前', async () => {
  const { heads, told } = await outlineOf('一、任务', '1.7月底前建成。', '2.10月上旬验收。', '3.2025年投用。');
  expect([heads, told]).toEqual([['一、任务 / 3 1. / 3 2. / 3 3.'], []]);
});

test('lines that a page wrapped are one, over the end of a page too, and an indent begins a paragraph', async () => {
  const { duties, told } = await outlineOf(
    '  一、任务',
    '  （一）改造锅炉。完成14台燃煤锅炉超低排放改造，淘汰35蒸吨以',
    '下锅炉9台。（县生态环境局牵头，县发展改革委配合，于 2024年',
    '10月底前完成）',
    '  （二）整治扬尘。落实“六个百分百”，每月开展1次检查。（县住房',
    '           — 2 —',
    '城乡建设局、县城市管理局、县交通运输局、县公安局和各乡镇政府',
    '按职责分工负责）',
    '  （三）管好车辆。新增新能源公交车60辆，路检路查柴油车2000辆以',
    '  上述工作由县政府办公室汇总，各乡镇、县政府各部门按月报送，不',
    '得延误。',
  );
  expect(duties).toEqual([
    {
      text: '完成14台燃煤锅炉超低排放改造，淘汰35蒸吨以下锅炉9台。',
      lead: '县生态环境局',
      support: '县发展改革委',
      deadline: '2024年10月底前',
    },
    {
      text: '落实“六个百分百”，每月开展1次检查。',
      responsible: '县住房城乡建设局、县城市管理局、县交通运输局、县公安局、各乡镇政府',
    },
  ]);
  expect(told).toEqual([]);
});
