import { expect, test } from 'vitest';
import { dutiesOf, importText } from './testing.ts';

/** Who must do it, as the words of the text say it without a bracket or a table. */

const HEAD = `石泓县人民政府办公室关于印发石泓县2024年森林防火工作方案的通知
石政办发〔2024〕6号
各乡镇人民政府，县政府各部门：
现将《石泓县2024年森林防火工作方案》印发给你们，请认真组织实施。
石泓县人民政府办公室
2024年2月20日
石泓县2024年森林防火工作方案
`;

const told = async (body: string, head = HEAD) => {
  const run = await importText(head + body);
  return { notice: run.notice, duties: dutiesOf(run), findings: run.told };
};

test('由A牵头，B、C配合 says who of the sentences before it, or of its own words', async () => {
  const { duties, findings } = await told(
    `一、主要任务
（一）改造管网。新建管网180公里，改造管网120公里。由县住建局牵头，县财政局、县自然资源局配合，2024年11月底前完成。
（二）推进河长制。县水利局牵头负责，各乡镇人民政府配合。
（三）整治排污口。对排污口分类整治，由市生态环境局石泓分局牵头，县水利局配合。`,
  );
  expect(duties).toEqual([
    {
      text: '新建管网180公里，改造管网120公里。',
      lead: '县住建局',
      support: '县财政局、县自然资源局',
      deadline: '2024年11月底前',
    },
    { text: '推进河长制', lead: '县水利局', support: '各乡镇人民政府' },
    { text: '对排污口分类整治', lead: '市生态环境局石泓分局', support: '县水利局' },
  ]);
  expect(findings).toEqual([]);
});

test('a sentence that tells what a body is for, or how one is set up, gives no duty', async () => {
  const { notice } = await told(
    `一、组织领导
（一）加强领导。成立由县政府办牵头，县林业局参与的工作专班。领导小组办公室设在县林业局，由县林业局牵头负责。
（二）强化执法。县公安局负责打击违法犯罪，县司法局做好监督。经费由县财政局负责保障。所需物资由县应急局负责。`,
  );
  expect(notice?.tasks).toEqual([]);
});

test('under a heading 职责分工 each unit of a list answers for what stands behind it, however the list is written', async () => {
  const { duties } = await told(
    `一、职责分工
县林业局：负责防火日常工作，12月底前完成隐患清零。县气象局负责发布预警。
县公安局牵头侦破火案；县应急管理局配合做好扑救，维护秩序。
二、任务分工
（一）镇党政办：负责统筹协调。
（二）各村（社区）：负责发动群众。
三、工作要求
县财政局负责保障经费。`,
  );
  expect(duties).toEqual([
    { text: '负责防火日常工作，12月底前完成隐患清零。', responsible: '县林业局' },
    { text: '负责发布预警。', responsible: '县气象局' },
    { text: '牵头侦破火案；', lead: '县公安局' },
    { text: '配合做好扑救，维护秩序。', support: '县应急管理局' },
    { text: '负责统筹协调。', responsible: '镇党政办' },
    { text: '负责发动群众。', responsible: '各村（社区）' },
    { text: '负责保障经费。', responsible: '县财政局' },
  ]);
});

test('labels that blanks alone part are labels, and a bracket at the end of a name is of the name', async () => {
  const { duties } = await told(
    `一、任务
（一）建设林道。新建林道12公里。
牵头单位：县林业局  责任单位：县财政局、各街道（镇）  完成时限：2024年6月底
（二）采购装备。采购灭火机30台。
责任单位：县应急管理局、各街道（镇）`,
  );
  expect(duties).toEqual([
    { text: '新建林道12公里。', lead: '县林业局', responsible: '县财政局、各街道（镇）', deadline: '2024年6月底' },
    { text: '采购灭火机30台。', responsible: '县应急管理局、各街道（镇）' },
  ]);
});

test('the name of the notice’s own place may hold what begins a verb elsewhere', async () => {
  const { duties } = await told(
    '一、规划\n编制规划。由将乐县自然资源局牵头，将乐县财政局配合。',
    HEAD.replaceAll('石泓县', '将乐县'),
  );
  expect(duties).toEqual([{ text: '编制规划。', lead: '将乐县自然资源局', support: '将乐县财政局' }]);
});

test('whom to ask makes no duty', async () => {
  const { notice } = await told('一、要求\n请于6月10日前报送总结。联系人：周某，联系电话：0998-12345678。');
  expect(notice?.tasks).toEqual([]);
});

test('bodies that sign side by side are told apart by two blanks, and must be as many as the title says', async () => {
  const joint = (signatures: string) =>
    importText(
      `江州省教育厅等四部门关于印发《协同育人方案》的通知\n江教发〔2023〕9号\n各市教育局：\n现印发给你们。\n${signatures}\n2023年6月1日\n协同育人方案\n一、家访。落实家访制度。（教育厅牵头，妇联、宣传部、团委配合）`,
    );
  const four = await joint('江州省教育厅  中共江州省委宣传部\n江州省妇女联合会 共青团江州省委');
  expect(four.notice?.head.issuers).toEqual([
    '江州省教育厅',
    '中共江州省委宣传部',
    '江州省妇女联合会',
    '共青团江州省委',
  ]);
  expect(four.names(four.notice?.tasks[0], 'support')).toEqual(['省妇联', '省委宣传部', '团省委']);
  expect(four.told).toEqual([]);
  const three = await joint('江州省教育厅  江州省妇女联合会\n江州省民政厅');
  expect(three.told).toEqual([expect.stringContaining('names 四 bodies, and 3 signatures were read')]);
});

test('a deadline without a year is of the plan’s own year, inferred, where all of the notice is of that one', async () => {
  const readings = async (body: string, head = HEAD) =>
    (await told(body, head)).notice?.tasks.map(({ deadline }) => [deadline?.status, deadline?.reading]);
  const two = '一、任务\n（一）建林道。（县林业局负责，9月底前完成）\n（二）修预案。（县应急管理局负责，1月底前完成）';
  expect(await readings(two)).toEqual([
    ['inferred', { kind: 'by', date: '2024-09-30' }],
    ['printed', undefined],
  ]);
  const unread = ['printed', undefined];
  expect(await readings(two.replace('1月底前', '2025年1月底前'))).toContainEqual(unread);
  expect(await readings(two, HEAD.replaceAll('2024年森林', '2024—2026年森林'))).toEqual([unread, unread]);
  expect(await readings(two, HEAD.replace('2024年2月', '2023年12月'))).toEqual([unread, unread]);
});

test('前言 heads the words before the first number, and is no part of the title', async () => {
  const { notice } = await told('前　言\n森林防火事关大局。\n一、任务\n建林道。');
  expect(notice?.head).toMatchObject({
    planTitle: '石泓县2024年森林防火工作方案',
    preamble: { text: '森林防火事关大局。' },
  });
});

test('a body that a notice sets up is the unit that its short form stands for, and its own sentence gives no duty', async () => {
  const { duties } = await told(
    `成立石泓县防火领导小组（以下简称领导小组）。
一、职责分工
领导小组负责统一指挥。涉及经费的事项，由县财政局负责和协调。
二、任务
（一）建林道。新建林道12公里。（领导小组牵头，各乡镇具体落实）`,
  );
  expect(duties).toEqual([{ text: '新建林道12公里。', lead: '石泓县防火领导小组', responsible: '各乡镇' }]);
});

test('numbers and ends of pages are no words of the notice', async () => {
  const { notice } = await importText(
    `— 1 —\n${HEAD.replace('石泓县2024年森林防火工作方案\n', '')}— 2 —\n石泓县2024年森林防火工作方案\n一、任务\n建林道。\n—3—\n\f修预案。\u001a`,
  );
  expect(notice?.head.planTitle).toBe('石泓县2024年森林防火工作方案');
  expect(notice?.sections[0]?.clauses.map(({ text }) => text)).toEqual(['建林道。', '修预案。']);
});

test('a note below a table makes the first unit the lead, with that line as its reason', async () => {
  const { notice } = await told(
    '附件\n任务分工\n序号\t工作任务\t责任单位\n1\t修订预案。\t县应急局、县林业局\n注：责任单位列第一位的为牵头单位。',
    HEAD.replace(/\n[^\n]*\n$/u, '\n'),
  );
  expect(notice?.tasks[0]?.lead).toMatchObject({
    status: 'inferred',
    text: '县应急局',
    why: expect.stringContaining('第11行'),
  });
});

test('labels in 【】 are labels, and words behind one may give several roles', async () => {
  const { duties, findings } = await told(
    `一、修林道
【主要措施】新建林道12公里。
【责任单位】县林业局、县财政局
【完成时限】2024年12月底前
二、建队伍
组建扑火队。责任单位：县应急局牵头，县林业局、县公安局配合；完成时限：2024年8月
三、采购装备
采购灭火机。（责任科室：防火办，配合：各林场）`,
  );
  expect(duties).toEqual([
    { text: '【主要措施】新建林道12公里。', responsible: '县林业局、县财政局', deadline: '2024年12月底前' },
    { text: '组建扑火队。', lead: '县应急局', support: '县林业局、县公安局', deadline: '2024年8月' },
    { text: '采购灭火机。', responsible: '防火办', support: '各林场' },
  ]);
  expect(findings).toEqual([]);
});

test('members of a group are no units that answer for it, and a comma parts two shares where a unit follows', async () => {
  const { duties } = await told(
    `一、组织机构及职责
（一）组织机构
成员单位：县林业局、县公安局。
（二）成员单位职责
林业部门负责巡查，公安部门负责侦破，维护秩序。`,
  );
  expect(duties).toEqual([
    { text: '负责巡查，', responsible: '林业部门' },
    { text: '负责侦破，维护秩序。', responsible: '公安部门' },
  ]);
});

test('an office among a body’s own offices is no bureau of the place', async () => {
  const { duties } = await told(
    '一、任务\n（一）评估。开展评估。（督导办、教师工作处）\n（二）保障。做好保障。（督导办、财政局）',
  );
  expect(duties.map((duty) => duty['responsible'])).toEqual(['督导办、教师工作处', '县督导办、县财政局']);
});

test('第一部分 is a section; the body that made the plan is no part of its title', async () => {
  const { notice } = await told(
    '县林业局\n第一部分　总体要求\n坚持预防为主。\n第二部分　主要任务\n一、修林道。新建林道12公里。',
  );
  expect(notice?.head.planTitle).toBe('石泓县2024年森林防火工作方案');
  expect(notice?.sections.map(({ label, title }) => [label, title])).toEqual([
    ['第一部分', '总体要求'],
    ['第二部分', '主要任务'],
  ]);
});

test('an office of a street issues notices too', async () => {
  const { notice } = await importText(
    HEAD.replaceAll('石泓县人民政府办公室', '临溪区望江街道办事处').replace('办事处关于', '办事处\n关于') +
      '一、任务\n建林道。',
  );
  expect(notice?.head).toMatchObject({
    title: '临溪区望江街道办事处关于印发石泓县2024年森林防火工作方案的通知',
    place: '临溪区望江街道',
  });
});

test('同上 is what the task before it says, inferred; how long something takes is no deadline', async () => {
  const { notice, duties } = await told(
    `一、任务
1.修林道。新建林道12公里。
责任单位：县林业局、县民政局等13部门
办理时限：0.5个工作日
上线时间：2024年6月底前
2.建队伍。组建扑火队。
责任单位：同上`,
  );
  expect(duties).toEqual([
    { text: '新建林道12公里。', responsible: '县林业局、县民政局', deadline: '2024年6月底前' },
    { text: '组建扑火队。', responsible: '县林业局、县民政局' },
  ]);
  expect(notice?.tasks.map(({ responsible }) => responsible?.status)).toEqual(['printed', 'inferred']);
  expect(notice?.tasks[1]?.responsible?.why).toContain('上一项（b1-1）');
});

test('names in a bracket that may be of things are text, and noted', async () => {
  const { notice, findings } = await told('一、无障碍\n改造公共场所120处（中小学校、公立医院、社区服务站）。');
  expect(notice?.tasks).toEqual([]);
  expect(findings).toEqual([expect.stringContaining('may name who must do it')]);
});

test('what the first bracket says of all lists is no part of its own', async () => {
  const { notice, duties } = await told(
    '一、任务\n（一）造林。造林3000亩。〔责任单位：县林业局、县水利局。列首位的为牵头单位，下同〕\n（二）护林。巡护林区;修复步道。〔责任单位：县应急管理局、县林业局〕',
  );
  expect(duties).toEqual([
    { text: '造林3000亩。', lead: '县林业局', responsible: '县林业局、县水利局' },
    { text: '巡护林区;修复步道。', lead: '县应急管理局', responsible: '县应急管理局、县林业局' },
  ]);
  expect(notice?.tasks[0]?.other).toEqual({ 说明: '列首位的为牵头单位，下同' });
});

test('a sentence that gives two duties is parted at its ；, of either width', async () => {
  const { duties } = await told(
    '一、任务\n修林道3公里，县林业局牵头，县财政局配合，8月底前完成；修水池5处，县水利局牵头，各乡镇配合，9月底前完成。',
  );
  expect(duties).toEqual([
    { text: '修林道3公里', lead: '县林业局', support: '县财政局', deadline: '8月底前' },
    { text: '修水池5处', lead: '县水利局', support: '各乡镇', deadline: '9月底前' },
  ]);
  const narrow = await told('一、任务\n1. 修林道(县林业局、县财政局负责,8月底前完成);修水池(县水利局、各乡镇负责)。');
  expect(narrow.duties).toEqual([
    { text: '修林道', responsible: '县林业局、县财政局', deadline: '8月底前' },
    { text: '修水池', responsible: '县水利局、各乡镇' },
  ]);
});

test('numbered lines 牵头单位：… say who of the items above them, and a time behind other words is of its heading', async () => {
  const { duties } = await told(
    `一、修林道
（一）工作目标：新建林道12公里。
（二）牵头单位：县林业局
（三）完成时限：2024年10月底
二、任务
1.建队伍
牵头单位：县应急局
工作内容：组建扑火队。
完成时限：8月底`,
  );
  expect(duties).toEqual([
    { text: '（一）工作目标：新建林道12公里。', lead: '县林业局', deadline: '2024年10月底' },
    { text: '建队伍', lead: '县应急局', deadline: '8月底' },
  ]);
});

test('a sentence that begins with who must do it gives that, and one that speaks of all above belongs to it', async () => {
  const { duties, findings } = await told(
    `一、任务
（一）普查。由县交通运输局会同县财政局开展道路普查。
（二）建桥。由县水利局牵头、县财政局配合，新建桥3座。
（三）造林。由县林业局负责造林，县水利局负责河道清淤。
（四）建园。新建公园3个，县住建局、县财政局按职责分工负责。
二、督查
（一）定期督查。每月督查。
（二）严格考核。年底考核。
以上任务由县政府督查室负责。
三、队伍
县应急管理局：负责日常管理。
各乡镇：落实属地责任。`,
  );
  expect(duties).toEqual([
    { text: '开展道路普查。', responsible: '县交通运输局、县财政局' },
    { text: '新建桥3座。', lead: '县水利局', support: '县财政局' },
    { text: '负责造林，', responsible: '县林业局' },
    { text: '负责河道清淤。', responsible: '县水利局' },
    { text: '新建公园3个', responsible: '县住建局、县财政局' },
    { text: '（一）定期督查。每月督查。（二）严格考核。年底考核。', responsible: '县政府督查室' },
    { text: '负责日常管理。', responsible: '县应急管理局' },
    { text: '落实属地责任。', responsible: '各乡镇' },
  ]);
  expect(findings).toEqual([expect.stringContaining('behind 2 items of which no other says it')]);
});

test('running words that begin with a unit and what it answers for give that, unless a bracket or a line speaks of them', async () => {
  const body = `一、保障
（一）统筹。县林业局负责统筹协调，县财政局、县审计局负责监管资金，按月通报；各乡镇人民政府负责落实。
（二）宣传。县委宣传部牵头制定方案，县融媒体中心配合做好宣传。
（三）造林。县林业局负责选地，县财政局负责资金。
责任单位：县林业局`;
  const { duties, findings } = await told(body);
  expect(duties).toEqual([
    { text: '负责统筹协调，', responsible: '县林业局' },
    { text: '负责监管资金，按月通报；', responsible: '县财政局、县审计局' },
    { text: '负责落实。', responsible: '各乡镇人民政府' },
    { text: '牵头制定方案，', lead: '县委宣传部' },
    { text: '配合做好宣传。', support: '县融媒体中心' },
    { text: '县林业局负责选地，县财政局负责资金。', responsible: '县林业局' },
  ]);
  expect(findings).toEqual([]);
  const rules = await told(body, HEAD.replaceAll('工作方案', '管理办法'));
  expect(rules.duties).toEqual([duties.at(-1)]);
});

test.each([
  '县林业局负责造林，县水利局做好监督。',
  '县林业局负责造林，财政部门负责资金。',
  '县林业局负责造林，护林员张某负责巡查。',
  '县林业局牵头会同县财政局制定方案。',
  '县财政局负责人签字，建设单位负责施工。',
  '各单位明确一名专员，负责信息发布。',
  '各乡镇人民政府主要负责同志亲自部署。',
])('%s names no unit for each of its parts: it is text', async (line) => {
  expect((await told(`一、保障\n（一）统筹。${line}`)).notice?.tasks).toEqual([]);
});

test('words that say who and give no duty are told, whatever their form', async () => {
  const { notice, findings } = await told(
    `一、综合\n以上任务由县政府办负责。\n二、落实\n第一项由县交通运输局负责。县教育局要会同县卫健局做好体检。\n三、附则\n本方案由县政府办负责解释。`,
  );
  expect(notice?.tasks).toEqual([]);
  expect(findings).toEqual([
    expect.stringContaining('who must do numbered items or by when, and are read as text: 第一项由县交通运输局负责。'),
    expect.stringMatching(/2 sentences say what a unit does.*: lines 9, 11\n/u),
  ]);
});

test('a year of two digits is of this century where the notice was issued not long before, inferred', async () => {
  const { notice } = await told(
    '一、任务\n（一）建林道。（县林业局负责，24年6月底前）\n（二）修库。（县水利局负责，18年底前）',
  );
  expect(notice?.tasks.map(({ deadline }) => [deadline?.text, deadline?.status, deadline?.reading])).toEqual([
    ['24年6月底前', 'inferred', { kind: 'by', date: '2024-06-30' }],
    ['18年底前', 'printed', undefined],
  ]);
});

test('lines that ran together into one have no end of names: who they name is told, and soon', async () => {
  const { notice, findings } = await told(`一、任务\n${'由县林业局牵头，'.repeat(3000)}完成造林。`);
  expect([notice?.tasks, findings.length]).toEqual([[], 1]);
}, 5_000);

test('a time with no sign before it is no part of a name', async () => {
  const { duties } = await told(
    '一、任务\n（一）排查。完成排查（县应急管理局负责 6月底前）。\n（二）整改。完成整改（9月底前由县林业局负责）。\n（三）评估。完成评估（县林业局负责，6月底前完成方案、9月底前完成评估）。',
  );
  expect(duties).toEqual([
    { text: '完成排查', responsible: '县应急管理局', deadline: '6月底前' },
    { text: '完成整改', responsible: '县林业局', deadline: '9月底前' },
    { text: '完成评估', responsible: '县林业局', deadline: '6月底前完成方案、9月底前完成评估' },
  ]);
});

const lineAfter = (line: string) =>
  told(`一、任务\n（一）造林。造林3000亩，抚育1000亩。\n${line}\n（二）护林。巡护林区。\n责任单位：县应急管理局`);

test.each([
  ['[责任单位] 县林业局', { responsible: '县林业局' }],
  ['责任单位：县林业局，县水利局；6月底前', { responsible: '县林业局、县水利局', deadline: '6月底前' }],
  ['责任单位为县林业局，完成时限为6月底前。', { responsible: '县林业局', deadline: '6月底前' }],
  ['责任单位 | 县林业局', { responsible: '县林业局' }],
  ['责任单位：【县林业局】', { responsible: '县林业局' }],
  ['1.责任单位：县林业局\n2.完成时限：6月底前', { responsible: '县林业局', deadline: '6月底前' }],
  ['县林业局负责。', { responsible: '县林业局' }],
  ['主办：县林业局\n协办：县水利局', { lead: '县林业局', support: '县水利局' }],
  ['执行单位：县林业局', { responsible: '县林业局' }],
])('the line %s says who of the words before it', async (line, duty) => {
  const { duties, findings } = await lineAfter(line);
  expect(duties[0]).toMatchObject(duty);
  expect([duties.length, findings]).toEqual([2, []]);
});

test.each(['县林业局、县水利局', '分工：县林业局', '责任单位\t县林业局\t完成时限\t6月底前', '监管单位：县林业局'])(
  'the line %s may say who: it is told, and the next words keep their own duty alone',
  async (line) => {
    const { duties, findings } = await lineAfter(line);
    expect(duties).toEqual([{ text: '巡护林区。', responsible: '县应急管理局' }]);
    expect(findings).toEqual([
      expect.stringMatching(/names units|look like a role/u),
      expect.stringContaining('taken for the last one alone'),
    ]);
  },
);

test('who hosts a page is no duty at the end of a file, and is told there', async () => {
  const { duties, findings } = await told('一、任务\n造林3000亩。\n主办：县林业局');
  expect([duties, findings]).toEqual([[], [expect.stringContaining('a web page’s own, and may say who')]]);
});

test('a bracket in a line of its own behind items is of the node above them, and asked', async () => {
  const { duties, findings } = await told(
    '一、行动\n（一）造林行动\n1.造林。造林3000亩。\n2.抚育。抚育1000亩。\n（牵头单位：县林业局；完成时限：2024年12月）\n（二）护林行动\n3.巡护。巡护林区。（县应急管理局负责）',
  );
  expect(duties).toEqual([
    { text: '1.造林。造林3000亩。2.抚育。抚育1000亩。', lead: '县林业局', deadline: '2024年12月' },
    { text: '巡护林区。', responsible: '县应急管理局' },
  ]);
  expect(findings).toEqual([expect.stringContaining('they are taken for all of them')]);
});

const lineOf = async (line: string) => {
  const { duties, findings } = await told(`一、任务\n（一）造林。造林3000亩，抚育1000亩。${line}`);
  return { duties, told: findings.length > 0 };
};

test.each([
  ['县林业局、县水利局等部门按职责分工负责，6月底前完成。', { responsible: '县林业局、县水利局', deadline: '6月底前' }],
  ['由县委、县政府牵头推进，县林业局具体组织实施。', { lead: '县委、县政府', responsible: '县林业局' }],
  ['由县林业局牵头，各乡镇配合做好宣传工作。', { text: '做好宣传工作。', lead: '县林业局', support: '各乡镇' }],
])('%s says who', async (line, duty) => {
  expect((await lineOf(line)).duties).toEqual([expect.objectContaining(duty)]);
});

test('each item of a sentence ends with the bracket that names its units', async () => {
  const { duties } = await told(
    '一、任务\n（一）修路。①修林道3公里（县林业局）；②修桥2座（县水利局、县财政局）；③建站（县住建局，6月底前）。',
  );
  expect(duties).toEqual([
    { text: '①修林道3公里', responsible: '县林业局' },
    { text: '②修桥2座', responsible: '县水利局、县财政局' },
    { text: '③建站', responsible: '县住建局', deadline: '6月底前' },
  ]);
});

test.each([
  '县林业局：修林道3公里；县水利局：修桥2座。',
  '由县林业局或县水利局负责。',
  '由县林业局制定方案。',
  '由于县林业局负责的项目滞后，要加快。',
  '经费由县财政局承担。',
])('%s gives no duty, and is told', async (line) => {
  expect(await lineOf(line)).toEqual({ duties: [], told: true });
});

test.each(['由各部门负责人签字。', '由专人负责。', '由县长负责制改为分管负责制。'])('%s names nobody', async (line) => {
  expect(await lineOf(line)).toEqual({ duties: [], told: false });
});
