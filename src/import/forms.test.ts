import { expect, test } from 'vitest';
import { dutiesOf, importBytes, importText } from './testing.ts';

/** Forms that offices use and the corpus does not hold: each was read wrong, or refused, before. */

const HEAD = `石泓县人民政府办公室关于印发石泓县2024年民生实事实施方案的通知
石政办发〔2024〕6号
各乡镇人民政府，县政府各部门：
现将《石泓县2024年民生实事实施方案》印发给你们，请认真组织实施。
石泓县人民政府办公室
2024年2月20日
`;

const told = async (text: string) => {
  const run = await importText(text);
  return { notice: run.notice, duties: dutiesOf(run), told: run.told };
};

test('a mark behind a name gives it a role of its own', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、新建农村公路\n新建农村公路20公里。\n责任单位：县交通运输局（牵头），县财政局、县自然资源局\n完成时限：2024年11月底\n二、建设社区食堂\n新建社区食堂3个。\n责任单位：县民政局`,
  );
  expect(duties[0]).toEqual({
    text: '新建农村公路20公里。',
    lead: '县交通运输局',
    responsible: '县财政局、县自然资源局',
    deadline: '2024年11月底',
  });
});

test('a heading ends before the bracket of its duty, and a deadline may end a list of units', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、实事内容\n（一）建设停车场。新增泊位300个。（责任单位：县住建局、县财政局，2024年三季度前）\n（二）建设口袋公园5个（牵头单位：县城管局；责任单位：县自然资源局；完成时限：9月底）。\n（三）改造小区。改造老旧小区12个。（县住建局负责）`,
  );
  expect(duties.slice(0, 2)).toEqual([
    { text: '新增泊位300个。', responsible: '县住建局、县财政局', deadline: '2024年三季度前' },
    { text: '建设口袋公园5个', lead: '县城管局', responsible: '县自然资源局', deadline: '9月底' },
  ]);
});

test('a bracket that speaks of roles and cannot be read is told', async () => {
  const { told: findings } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、工作内容\n（一）建设停车场。新增泊位300个。（由包联领导牵头统筹推进）\n（二）改造小区。改造老旧小区12个。（县住建局负责）`,
  );
  expect(findings.filter((line) => line.includes('由包联领导牵头统筹推进'))).toHaveLength(1);
});

test('bodies of the state sign with short names, and 等部门 in the title is none', async () => {
  const { notice } = await told(
    '国家数据局等部门关于印发《数据行动计划》的通知\n国数政策〔2023〕11号\n各省、自治区、直辖市数据管理部门：\n现将《数据行动计划》印发给你们，请认真贯彻执行。\n国家数据局\n中央网信办\n科技部\n2023年12月31日\n数据行动计划\n一、总体要求\n坚持创新引领。\n二、重点行动\n提升供给水平。（农业农村部牵头，国家数据局参与）',
  );
  expect(notice?.head.issuers).toEqual(['国家数据局', '中央网信办', '科技部']);
});

test('each annex of several keeps its own table and its own text', async () => {
  const { notice, duties } = await told(
    `${HEAD}附件1\n2024年重点任务\n序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t压减开办环节。\t县市场监管局\t县税务局\t2024年6月底前\n附件2\n2024年改革试点事项\n序号\t改革事项\t责任单位\t完成时间\n1\t推行一业一证。\t县行政审批局\t长期坚持\n附件3\n填报说明\n一、填报范围。有关单位均须填报。\n二、填报要求。每季度末前报县政府办公室。`,
  );
  expect(duties).toEqual([
    { text: '压减开办环节。', lead: '县市场监管局', support: '县税务局', deadline: '2024年6月底前' },
    { text: '推行一业一证。', responsible: '县行政审批局', deadline: '长期坚持' },
  ]);
  expect(notice?.tasks.map(({ annex }) => annex)).toEqual([undefined, 2]);
  expect(notice?.sections.map(({ part }) => part)).toEqual(['annex-3', 'annex-3']);
});

test('digits of full width are digits, in the number, the date and the deadlines', async () => {
  const { notice, duties } = await told(
    '滨江市人民政府\n滨政发〔２０２４〕３号\n滨江市人民政府关于做好稳就业工作的通知\n各县（市、区）人民政府：\n现就有关事项通知如下：\n一、强化政策落实。新增就业５万人。（市财政局负责，２０２４年１１月底前）\n二、附则。本通知自印发之日起施行。\n滨江市人民政府\n２０２４年２月５日',
  );
  expect(notice?.head).toMatchObject({ number: '滨政发〔２０２４〕３号', dated: '2024-02-05' });
  expect(duties).toHaveLength(1);
  expect(notice?.tasks[0]?.deadline?.reading).toEqual({ kind: 'by', date: '2024-11-30' });
});

test('a bracket of names behind a ； gives a duty, and is no heading', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、水域管护\n1、开展清四乱行动；（县水利局、县自然资源局，常态化）\n2、打击非法采砂；（县水利局、县公安局）\n3、完成健康评价。（县水利局）`,
  );
  expect(duties).toEqual([
    { text: '开展清四乱行动；', responsible: '县水利局、县自然资源局', deadline: '常态化' },
    { text: '打击非法采砂；', responsible: '县水利局、县公安局' },
    { text: '完成健康评价', responsible: '县水利局' },
  ]);
});

test('of the columns under one head of tasks the last tells them', async () => {
  const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`;
  const { notice } = await importBytes('test', [
    [
      'notice.html',
      new TextEncoder().encode(
        `<html><body>${HEAD.trim()
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join(
            '',
          )}<p>附件</p><p>任务分工</p><table>${row('<td>序号</td>', '<td colspan="2">工作任务</td>', '<td>责任单位</td>')}${row('<td>1</td>', '<td rowspan="2">一体化平台</td>', '<td>完成平台升级。</td>', '<td>县数据局</td>')}${row('<td>2</td>', '<td>接入乡镇系统。</td>', '<td>县数据局</td>')}</table></body></html>`,
      ),
    ],
  ]);
  expect(notice?.tasks.map(({ text, group }) => [group, text])).toEqual([
    ['一体化平台', '完成平台升级。'],
    ['一体化平台', '接入乡镇系统。'],
  ]);
});

test('a body that the line of the title itself begins with issues the notice too', async () => {
  const { notice } = await told(
    '澜平市住房和城乡建设局 澜平市财政局\n澜平市自然资源局 关于印发《澜平市改造工作方案》的通知\n澜住建发〔2024〕33号\n各县（区）住建局：\n现将《澜平市改造工作方案》印发给你们。\n澜平市住房和城乡建设局        澜平市财政局\n澜平市自然资源局\n2024年4月22日\n澜平市改造工作方案\n第一条　本方案所称小区，是指住宅小区。\n第二条　本方案自印发之日起执行。',
  );
  expect(notice?.head.issuers).toEqual(['澜平市住房和城乡建设局', '澜平市财政局', '澜平市自然资源局']);
});

test('names that <br> parts are two units', async () => {
  const { duties } = await told(
    `${HEAD}附件\n任务分工表\n| 序号 | 任务 | 牵头单位 | 配合单位 | 时限 |\n| --- | --- | --- | --- | --- |\n| 1 | 规范招标投标 | 县发改局 | 县住建局<br>县水利局 | 2024年底前 |`,
  );
  expect(duties[0]).toMatchObject({ support: '县住建局、县水利局' });
});

test('signs | between cells, with none at their ends, part a table', async () => {
  const { duties, told: findings } = await told(
    `${HEAD}附件\n任务分工\n序号|任务|牵头单位|配合单位|时限\n1|建门诊楼|县卫健局|县住建局、县财政局|2024年底前\n2|修路|县交通运输局||6月底`,
  );
  expect(duties).toEqual([
    { text: '建门诊楼', lead: '县卫健局', support: '县住建局、县财政局', deadline: '2024年底前' },
    { text: '修路', lead: '县交通运输局', deadline: '6月底' },
  ]);
  expect(findings).toEqual([]);
});

test('lines of who and when behind items of which none says it speak of all of them, and the import asks', async () => {
  const { duties, told: findings } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、村容村貌\n（一）村庄清洁\n1.清理柴草堆。\n2.建设示范村10个。\n牵头单位：县农业农村局\n完成时限：长期坚持\n（二）道路硬化\n硬化道路3公里。\n责任人：张某\n责任单位：县交通运输局`,
  );
  expect(duties).toEqual([
    { text: '1.清理柴草堆。2.建设示范村10个。', lead: '县农业农村局', deadline: '长期坚持' },
    { text: '硬化道路3公里。', responsible: '县交通运输局' },
  ]);
  expect(findings).toEqual([expect.stringContaining('behind 2 items of which no other says it')]);
});

test('who answers in person is kept beside the duty, and is no task', async () => {
  const { notice } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、饮水安全\n补设标志牌56块。\n责任单位：县水利局\n责任人：张某、李某\n整改时限：2024年8月底前`,
  );
  expect(notice?.tasks).toHaveLength(1);
  expect(notice?.tasks[0]).toMatchObject({
    deadline: { text: '2024年8月底前' },
    other: { 责任人: '张某、李某' },
  });
});

test('headings 责任分工 and 完成时限 say who and when of the node above them', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、教育提升工程\n（一）建设内容。新增学位1260个。\n（二）责任分工。由县教育局牵头，县财政局、各乡（镇）配合。\n（三）完成时限。2024年8月底前。`,
  );
  expect(duties).toEqual([
    {
      text: '（一）建设内容。新增学位1260个。',
      lead: '县教育局',
      support: '县财政局、各乡（镇）',
      deadline: '2024年8月底前',
    },
  ]);
});

test('a list of units ends before its deadlines, however many stand behind it', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、便民出行\n新开公交线路5条（牵头单位：县交通运输局，责任单位：县公安局，2024年6月底前完成60%，年底前全面完成）。`,
  );
  expect(duties[0]).toMatchObject({ responsible: '县公安局', deadline: '2024年6月底前完成60%，年底前全面完成' });
});

test('会同 parts two names, and the role stands as printed', async () => {
  const { notice, duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、用地保障\n落实用地政策。（县自然资源局会同县林业局负责）`,
  );
  expect(duties[0]).toMatchObject({ responsible: '县自然资源局、县林业局' });
  expect(notice?.tasks[0]?.responsible?.text).toBe('县自然资源局会同县林业局');
});

test('rows that wide gaps part are a table where each holds as many cells as the head, else the notice is refused', async () => {
  const table = (row: string) =>
    `${HEAD}附件\n任务分工\n重点任务    责任单位    完成时间\n一、健全制度\n1    编制决策目录    县政府办、县司法局    3月底前\n${row}`;
  const { duties } = await told(table('2    清理规范性文件    县司法局牵头，各乡（镇）配合    11月底前'));
  expect(duties).toEqual([
    { text: '编制决策目录', responsible: '县政府办、县司法局', deadline: '3月底前' },
    { text: '清理规范性文件', lead: '县司法局', support: '各乡（镇）', deadline: '11月底前' },
  ]);
  const refused = await importText(table('清理规范性文件\n县司法局    11月底前'));
  expect([refused.refused, refused.told[0]]).toEqual([true, expect.stringContaining('parted by blanks alone')]);
});

test('a row that counts the others is no task', async () => {
  const { duties, told: findings } = await told(
    `${HEAD}附件\n任务分工\n序号\t工作任务\t责任单位\t备注\n1\t修订预案。\t县应急局\t\n合计\t\t\t1项`,
  );
  expect([duties, findings]).toEqual([[{ text: '修订预案。', responsible: '县应急局' }], []]);
});

const cells = (...texts: string[]) =>
  `<tr>${texts.map((text) => (text.startsWith('<') ? text : `<td>${text}</td>`)).join('')}</tr>`;
const page = (...rows: string[]) =>
  new TextEncoder().encode(
    `<html><body>${HEAD.trim()
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')}<p>附件</p><p>任务分工</p><table>${rows.join('')}</table></body></html>`,
  );
const tasksOf = async (...rows: string[]) => {
  const { notice, names, told: findings } = await importBytes('test', [['notice.html', page(...rows)]]);
  return { tasks: notice?.tasks ?? [], names, findings };
};

test('of two columns of tasks the second tells them where the first repeats', async () => {
  const { tasks } = await tasksOf(
    cells('指标名称', '指标内容', '责任单位'),
    cells('民生保障', '新增就业4万人', '县人社局'),
    cells('民生保障', '新建食堂3个', '县民政局'),
  );
  expect(tasks.map(({ group, text }) => [group, text])).toEqual([
    ['民生保障', '新增就业4万人'],
    ['民生保障', '新建食堂3个'],
  ]);
});

test('a head over two columns says the same of both', async () => {
  const { tasks, names } = await tasksOf(
    cells('序号', '任务', '<td colspan="2">责任分工</td>'),
    cells('1', '开展招聘。', '县人社局', '县总工会、县妇联'),
  );
  expect(names(tasks[0], 'responsible')).toEqual(['县人社局', '县总工会', '县妇联']);
});

test('heads in two rows that a page prints again amid the table are heads', async () => {
  const heads = [
    cells('<td rowspan="2">序号</td>', '<td rowspan="2">任务</td>', '<td colspan="2">责任单位</td>'),
    cells('牵头单位', '配合单位'),
  ];
  const { tasks, names, findings } = await tasksOf(
    ...heads,
    cells('1', '开展招聘。', '县人社局', '县总工会'),
    ...heads,
    cells('2', '开展培训。', '县教育局', '县妇联'),
  );
  expect(tasks.map((task) => [task.text, ...names(task, 'lead'), ...names(task, 'support')])).toEqual([
    ['开展招聘。', '县人社局', '县总工会'],
    ['开展培训。', '县教育局', '县妇联'],
  ]);
  expect(findings).toEqual([]);
});

test('a group may share its time with its rows, and who filled a table in is no task', async () => {
  const { tasks, names, findings } = await tasksOf(
    cells('序号', '任务', '责任单位', '完成时限'),
    cells('<td colspan="3">（一）就业</td>', '<td rowspan="3">2024年6月底前</td>'),
    cells('1', '开展招聘。', '县人社局'),
    cells('2', '开展培训。', '县教育局'),
    cells('填表人：张某', '', '审核人（签字）：李某', ''),
  );
  expect(tasks.map((task) => [task.group, task.text, ...names(task, 'responsible'), task.deadline?.text])).toEqual([
    ['（一）就业', '开展招聘。', '县人社局', '2024年6月底前'],
    ['（一）就业', '开展培训。', '县教育局', '2024年6月底前'],
  ]);
  expect(findings).toEqual([]);
});

test('a table with other heads below in the same is refused, at these', async () => {
  const { refused, told: findings } = await importBytes('test', [
    [
      'notice.html',
      page(
        cells('序号', '任务', '责任单位', ''),
        cells('1', '开展招聘。', '县人社局', ''),
        cells('附件2', '', '', ''),
        cells('序号', '改革事项', '牵头单位', '完成时限'),
        cells('1', '一业一证。', '县住建局', '年底前'),
      ),
    ],
  ]);
  expect([refused, findings]).toEqual([true, [expect.stringContaining('row 4 of this table has other heads')]]);
});

test('a column 单位 that says what things are counted in names nobody', async () => {
  const rows = (...units: string[]) => units.map((unit, at) => cells(`指标${at}`, unit, '10'));
  const counted = await tasksOf(cells('指标', '单位', '目标值'), ...rows('万元', '个/县', '%', '——'));
  expect(counted.tasks.map(({ responsible, other }) => [responsible, other?.['单位']])).toEqual(
    ['万元', '个/县', '%', '——'].map((unit) => [undefined, unit]),
  );
  expect(counted.findings).toEqual([expect.stringContaining('no column of units')]);
  const named = await tasksOf(cells('指标', '单位', '目标值'), ...rows('县教育局', '县财政局'));
  expect(named.tasks.map((task) => named.names(task, 'responsible'))).toEqual([['县教育局'], ['县财政局']]);
});

test('a cell that stands under parts of two heads is of neither: the row is open, and told', async () => {
  const { tasks, findings } = await tasksOf(
    cells('<td colspan="3">任务</td>', '<td colspan="3">牵头单位</td>', '<td colspan="3">完成时限</td>'),
    cells('<td colspan="2">开展招聘。</td>', '<td colspan="3">县人社局</td>', '<td colspan="4">6月底前</td>'),
  );
  expect([tasks[0]?.lead?.status, tasks[0]?.deadline?.status]).toEqual(['open', 'open']);
  expect(findings).toEqual([expect.stringContaining('do not stand under one head each')]);
});

test('a head names 科室 or 处室 as it names 单位; one that may name units and is not known is told', async () => {
  const { tasks, findings } = await tasksOf(
    cells('任务', '主办处室', '兜底单位', '时限'),
    cells('开展评定。', '养老服务处', '县民政局', '年内'),
  );
  expect(tasks[0]?.lead).toMatchObject({ text: '养老服务处', label: '主办处室' });
  expect(findings).toEqual([expect.stringContaining('the column 兜底单位 may name units')]);
});

test('a column that says who or when under a head that is not known is told, once', async () => {
  const { tasks, findings } = await tasksOf(
    cells('任务', '牵头单位', '兜底', '冲刺日'),
    cells('开展评定。', '县民政局', '县财政局', '2024年6月底前'),
    cells('开展培训。', '县人社局', '县财政局、县总工会', '年底前'),
  );
  expect(tasks[0]?.other).toEqual({ 兜底: '县财政局', 冲刺日: '2024年6月底前' });
  expect(findings).toEqual([
    expect.stringContaining('the column 兜底 may say who must do it'),
    expect.stringContaining('the column 冲刺日 may say by when'),
  ]);
});

test('marks that nobody sees make no other unit, and a lost character refuses the notice', async () => {
  const text = (name: string) => `${HEAD}石泓县2024年民生实事实施方案\n一、饮水安全\n补设标志牌。（${name}负责）`;
  const { duties } = await told(text('县水\u200b利局'));
  expect(duties[0]).toMatchObject({ responsible: '县水利局' });
  const lost = await importText(text('县水\ufffd局'));
  expect([lost.refused, lost.told.join()]).toEqual([true, expect.stringContaining('a character was lost here')]);
});

test('signatures tell the bodies of a title apart that name no place', async () => {
  const { notice } = await told(
    '国家海洋数据中心 教育部办公厅关于开展海洋科普的通知\n各省教育厅：\n现通知如下。\n一、时间安排。2024年4月。\n国家海洋数据中心　　教育部办公厅\n2024年3月5日',
  );
  expect(notice?.head.issuers).toEqual(['国家海洋数据中心', '教育部办公厅']);
  expect(notice?.head.title).toBe('国家海洋数据中心 教育部办公厅关于开展海洋科普的通知');
});

test('files that a page offers for download are no annex, and a table of contents is no text', async () => {
  const { notice, told: findings } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n目　录\n一、道路建设……………1\n二、饮水安全……………3\n一、道路建设\n新建道路3公里。\n二、饮水安全\n补设标志牌。\n附件：\n实施方案.docx\n图解.pdf\n打印本页`,
  );
  expect(findings).toEqual([]);
  expect(notice?.head.attachment).toBe('实施方案.docx');
  expect(notice?.parts.map(({ id }) => id)).toEqual(['letter', 'body']);
  expect(notice?.sections.map(({ title }) => title)).toEqual(['道路建设', '饮水安全']);
});

test('an opinion that a notice passes on has bodies of its own, which are no words of its text', async () => {
  const { notice } = await told(
    '青石市人民政府办公室转发市商务局等部门关于发展家政业意见的通知\n各区县人民政府：\n现转发给你们。\n青石市人民政府办公室\n2023年6月2日\n关于发展家政业的意见\n市商务局　市妇联\n（2023年5月20日）\n为发展家政业，提出以下意见。\n一、培育企业。培育企业3家。',
  );
  expect(notice?.head).toMatchObject({ dated: '2023-06-02', preamble: { text: '为发展家政业，提出以下意见。' } });
});

test('责任单位为 says who as 责任单位： does', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、文化保护\n公布历史建筑名录。责任单位为县住建局、县文旅局。`,
  );
  expect(duties).toEqual([{ text: '公布历史建筑名录。', responsible: '县住建局、县文旅局' }]);
});

test('a role that another cell’s words give is not lost to a column that says none', async () => {
  const { tasks, names } = await tasksOf(
    cells('项目名称', '年度目标任务', '牵头单位', '配合单位'),
    cells('教育', '新建幼儿园10所', '县教育局牵头，县住建局配合', '——'),
  );
  expect([names(tasks[0], 'lead'), names(tasks[0], 'support')]).toEqual([['县教育局'], ['县住建局']]);
});

test('persons under 牵头单位及责任人 are no units, and names may be numbered', async () => {
  const { tasks, names, findings } = await tasksOf(
    cells('任务', '牵头单位及责任人', '配合单位'),
    cells('新增就业3万人', '县人社局<br>张某某', '1.县财政局；2.县民政局'),
    cells('建设零工市场', '县人社局（张某某）', '县财政局'),
  );
  expect(tasks.map((task) => names(task, 'lead'))).toEqual([['县人社局'], ['县人社局']]);
  expect(tasks[0]?.lead).toMatchObject({ text: '县人社局 张某某', label: '牵头单位及责任人' });
  expect(names(tasks[0], 'support')).toEqual(['县财政局', '县民政局']);
  expect(findings).toEqual([]);
});

test('brackets one behind the other speak of one duty, and a deadline of the duty before it', async () => {
  const { duties } = await told(
    `${HEAD}石泓县2024年民生实事实施方案\n一、任务\n1.整理材料。（责任单位：县农业农村局）（完成时限：2024年2月5日前）\n2.新建道路3公里。（县交通运输局负责）\n完成时限：2024年6月底前\n3.布置会场。\n完成时限：2024年2月7日前\n责任单位：县机关事务中心`,
  );
  expect(duties).toEqual([
    { text: '整理材料', responsible: '县农业农村局', deadline: '2024年2月5日前' },
    { text: '新建道路3公里', responsible: '县交通运输局', deadline: '2024年6月底前' },
    { text: '布置会场。', responsible: '县机关事务中心', deadline: '2024年2月7日前' },
  ]);
});

test('the time of a meeting is the deadline of no duty', async () => {
  const { notice } = await told(
    `${HEAD}石泓县2024年会议方案\n一、会议安排\n时间：2024年2月8日上午9:00\n地点：县会议中心\n二、会议内容\n总结工作（时间：2024年2月8日，地点：县会议中心），安排任务。`,
  );
  expect(notice?.tasks).toEqual([]);
});

const csv = (head: string, task: string, unit: string) =>
  new TextEncoder().encode(`${head}\n序号,工作任务,牵头单位\n一、产业招商,,\n1,${task},${unit}\n`);

test('a table’s own first rows give the annex its number and title, and each sheet may be an annex', async () => {
  const { notice } = await importBytes('test', [
    ['notice.txt', new TextEncoder().encode(HEAD)],
    ['a.csv', csv('招商任务清单', '签约项目20个。', '县商务局')],
    ['b.csv', csv('附件2,,\n项目推进清单,,', '开工厂房3处。', '县发改局')],
  ]);
  expect(notice?.parts.map(({ id, title }) => [id, title])).toEqual([
    ['body', null],
    ['annex-1', '招商任务清单'],
    ['annex-2', '项目推进清单'],
  ]);
  expect(notice?.tasks.map(({ annex, group, text: task }) => [annex, group, task])).toEqual([
    [undefined, '一、产业招商', '签约项目20个。'],
    [2, '一、产业招商', '开工厂房3处。'],
  ]);
});

test('two files that hold the same annex, its groups too, give it once', async () => {
  const file = csv('招商任务清单', '签约项目20个。', '县商务局');
  const { notice, told: findings } = await importBytes('test', [
    ['notice.txt', new TextEncoder().encode(HEAD)],
    ['a.csv', file],
    ['b.csv', file],
  ]);
  expect([notice?.tasks.length, findings]).toEqual([1, []]);
});

test('what a row stands under besides its group is kept under the name of its column', async () => {
  const { tasks } = await tasksOf(
    cells('序号', '重点任务', '工作举措', '牵头单位'),
    cells('<td colspan="4">一、提升登记便利度</td>'),
    cells('1', '<td rowspan="2">优化登记</td>', '推行交房即交证。', '县自然资源局'),
    cells('2', '压减材料。', '县税务局'),
  );
  expect(tasks.map(({ group, other }) => [group, other])).toEqual([
    ['一、提升登记便利度', { 重点任务: '优化登记' }],
    ['一、提升登记便利度', { 重点任务: '优化登记' }],
  ]);
});

test('an empty cell goes on with the group above it only where the wider group does', async () => {
  const { notice } = await told(
    `${HEAD}附件\n任务分工\n领域\t类别\t工作任务\t责任单位\n交通\t公路\t修路。\t县交通运输局\n\t\t修桥。\t县水利局\n教育\t\t建校。\t县教育局`,
  );
  expect(notice?.tasks.map(({ group, other }) => [group, other?.['类别']])).toEqual([
    ['交通', '公路'],
    ['交通', '公路'],
    ['教育', undefined],
  ]);
});

test('a group stands in a row that is not merged, or in a line above its table', async () => {
  const { tasks } = await tasksOf(
    cells('序号', '工作任务', '牵头单位', '完成时限'),
    cells('一', '民生保障', '', ''),
    cells('1', '扩学位。', '县教育局', '8月'),
    cells('二', '产业发展', '', ''),
    cells('2', '建厂房。', '县工信局', '无'),
  );
  expect(tasks.map(({ id, group, text }) => [id, group, text])).toEqual([
    ['1-1', '民生保障', '扩学位。'],
    ['2-1', '产业发展', '建厂房。'],
  ]);
  const table = (task: string) =>
    `<table>${cells('序号', '工作任务', '责任单位')}${cells('1', task, '县教育局')}</table>`;
  const above = await tasksOf(
    `</table><p>一、教育</p>${table('扩学位。')}<p>二、医疗</p>${table('建卫生院。')}<table>`,
  );
  expect(above.tasks.map(({ group, text }) => [group, text])).toEqual([
    ['一、教育', '扩学位。'],
    ['二、医疗', '建卫生院。'],
  ]);
});

test('a group stands above the heads, and a bracket in a task says who where no column does', async () => {
  const { tasks, names, findings } = await tasksOf(
    cells('一、城建', '', ''),
    cells('工作任务', '责任单位', '完成时限'),
    cells('修路。（县住建局牵头，6月底前）', '县财政局', ''),
    cells('修桥。（县住建局负责）', '县水利局', '同上'),
  );
  expect(
    tasks.map((task) => [task.group, names(task, 'lead'), names(task, 'responsible'), task.deadline?.text]),
  ).toEqual([
    ['一、城建', ['县住建局'], ['县财政局'], '6月底前'],
    ['一、城建', [], ['县水利局'], '6月底前'],
  ]);
  expect(tasks[1]?.deadline).toMatchObject({ status: 'inferred', reading: { kind: 'by', date: '2024-06-30' } });
  expect(findings).toEqual([expect.stringContaining('say who must do it, and so does its row: （县住建局负责）')]);
});

test('lines of a cell may hold a role each, and 无 is no unit', async () => {
  const { tasks, names, findings } = await tasksOf(
    cells('工作任务', '责任单位', '配合单位'),
    cells('扩学位。', '牵头单位：县教育局<br>配合单位：县财政局', '——'),
    cells('强师资。', '县教育局（牵头）<br>县委编办', '无'),
  );
  expect(tasks.map((task) => [names(task, 'lead'), names(task, 'responsible'), names(task, 'support')])).toEqual([
    [['县教育局'], [], ['县财政局']],
    [['县教育局'], ['县委编办'], []],
  ]);
  expect(findings).toEqual([]);
});

test('a card that tells a field a row gives no tasks, and tables side by side are refused', async () => {
  const card = await tasksOf(
    cells('任务', '内容'),
    cells('工作任务', '扩学位'),
    cells('牵头单位', '县教育局'),
    cells('完成时限', '8月'),
  );
  expect([card.tasks, card.findings]).toEqual([[], [expect.stringContaining('has no heads that give tasks')]]);
  const beside = await tasksOf(
    cells('工作任务', '责任单位', '工作任务', '责任单位'),
    cells('扩学位。', '县教育局', '建厂房。', '县工信局'),
  );
  expect(beside.findings).toEqual([expect.stringContaining('two tables stand side by side')]);
});

test('a table whose head of tasks is not known gives them by their place, and says so', async () => {
  const { tasks, findings } = await tasksOf(
    cells('序号', '服务项目', '牵头单位', '完成时限'),
    cells('1', '开设夜间门诊。', '县卫健局', '8月底前'),
  );
  expect(tasks[0]).toMatchObject({ text: '开设夜间门诊。', lead: { text: '县卫健局' } });
  expect(findings).toEqual([expect.stringContaining('the column 服务项目, before who must do it, is taken')]);
  const grouped = await tasksOf(cells('类别', '改造内容', '责任单位'), cells('如厕', '安装扶手', '县民政局'));
  expect(grouped.tasks[0]).toMatchObject({ group: '如厕', text: '安装扶手' });
  const alone = await tasksOf(cells('项目名称', '建设地点', '责任单位'), cells('建门诊楼', '城东', '县卫健局'));
  expect(alone.tasks[0]).toMatchObject({ text: '建门诊楼', other: { 建设地点: '城东' } });
});

test('two rows of heads are read as one, merged, with blank cells below, or with the upper head printed once', async () => {
  const { tasks, names } = await tasksOf(
    cells('<td rowspan="2">项目</td>', '<td colspan="2">责任分工</td>', '<td colspan="2">时间节点</td>'),
    cells('牵头单位', '配合单位', '开工时间', '竣工时间'),
    cells('建门诊楼。', '县卫健局', '县住建局', '3月', '2024年12月'),
  );
  const blank = await tasksOf(
    cells('项目', '<td colspan="2">责任分工</td>', '<td colspan="2">时间节点</td>'),
    cells('', '牵头单位', '配合单位', '开工时间', '竣工时间'),
    cells('建门诊楼。', '县卫健局', '县住建局', '3月', '2024年12月'),
  );
  const flat = await importText(
    `${HEAD}附件\n任务分工\n项目\t责任分工\t\t时间节点\t\n\t牵头单位\t配合单位\t开工时间\t竣工时间\n建门诊楼。\t县卫健局\t县住建局\t3月\t2024年12月`,
  );
  for (const [task, run] of [
    [tasks[0], { names }],
    [blank.tasks[0], blank],
    [flat.notice?.tasks[0], flat],
  ] as const) {
    expect([run.names(task, 'lead'), run.names(task, 'support'), task?.deadline?.text]).toEqual([
      ['县卫健局'],
      ['县住建局'],
      '2024年12月',
    ]);
    expect(task?.other).toEqual({ 开工时间: '3月' });
  }
});

test('a head tells the level of its units or calls them 部室; a second column of a role gives further units of it', async () => {
  const { tasks, names, findings } = await tasksOf(
    cells('任务', '市级责任部门', '责任单位', '责任处室', '配合部室', '协办单位'),
    cells('建门诊楼。', '市卫健委', '县卫健局', '医政科', '', '县财政局'),
    cells('建住院楼。', '市卫健委', '——', '', '基建科', ''),
  );
  expect(tasks.map((task) => [names(task, 'responsible'), names(task, 'support'), task.other])).toEqual([
    [['市卫健委', '县卫健局', '医政科'], ['县财政局'], undefined],
    [['市卫健委'], ['基建科'], undefined],
  ]);
  expect(tasks[0]?.responsible).toMatchObject({
    status: 'printed',
    text: '市卫健委 县卫健局 医政科',
    label: '市级责任部门、责任单位、责任处室',
  });
  expect(tasks[0]?.support?.label).toBe('协办单位');
  expect(findings).toEqual([]);
});

const HEADS = cells('序号', '领域', '工作任务', '牵头单位', '配合单位', '完成时限');
const FIRST = cells('1', '交通', '修路3公里，', '县交通运输局', '县财政局、县', '2024年');
const tables = (...each: string[][]) => each.map((rows) => rows.join('')).join('</table><table>');

test('a table that goes on behind the end of a page begins with the rest of a row, and keeps its groups', async () => {
  const { tasks, names, findings } = await tasksOf(
    tables(
      [HEADS, FIRST],
      [cells('', '', '修桥2座。', '', '水利局、县林业局', '6月底前'), cells('2', '', '建站。', '', '县财政局', '')],
    ),
  );
  expect(tasks.map(({ group, text, lead, deadline }) => [group, text, lead?.text, deadline?.reading])).toEqual([
    ['交通', '修路3公里，修桥2座。', '县交通运输局', { kind: 'by', date: '2024-06-30' }],
    ['交通', '建站。', undefined, undefined],
  ]);
  expect(tasks[0] && names(tasks[0], 'support')).toEqual(['县财政局', '县水利局', '县林业局']);
  expect(tasks[0]?.support?.status).toBe('inferred');
  expect(findings).toEqual([expect.stringMatching(/3 cells of the table hold .+: rows 1, .+; 1, /)]);
});

test('a cell merged over two roles is open in both; a group says who in a bracket, and counts its rows', async () => {
  const heads = cells('序号', '任务', '投资', '牵头单位', '配合单位');
  const merged = await tasksOf(heads, cells('1', '修路。', '9', '<td colspan="2">县统计局</td>'));
  expect(merged.tasks[0]).toMatchObject({
    lead: { status: 'open', candidates: ['县统计局'] },
    support: { status: 'open' },
  });
  const { tasks, names } = await tasksOf(
    heads,
    '<td colspan="5">一、交通（牵头单位：县交通运输局）</td>',
    cells('1', '修路。', '9', '', '县财政局'),
    cells('2', '修桥。', '9', '县水利局', ''),
  );
  expect(tasks.map((task) => [names(task, 'lead'), task.lead?.status])).toEqual([
    [['县交通运输局'], 'inferred'],
    [['县水利局'], 'printed'],
  ]);
  const sums = await tasksOf(
    cells('序号', '项目', '任务', '投资', '责任单位'),
    '<td>一</td><td colspan="2">社会事业</td><td>9</td><td></td>',
    cells('1', '三小', '建楼。', '9', '县教育局'),
  );
  expect(sums.tasks.map(({ text, group }) => [text, group])).toEqual([['建楼。', '社会事业']]);
});

test('a note gives rows by their numbers to units, inferred; one that cannot be read is told', async () => {
  const rows = [cells('序号', '任务', '完成时限'), cells('1', '修校舍。', '6月'), cells('2', '修操场。', '8月')];
  const read = async (note: string) => {
    const { tasks, names, findings } = await tasksOf(...rows, `<td colspan="3">${note}</td>`);
    return [
      tasks.map((task) => [task.lead?.status, ...names(task, 'lead')]),
      findings.filter((line) => line.includes('a note of')),
    ];
  };
  expect(await read('注：第1项由县教育局牵头，第2项由县财政局牵头。')).toEqual([
    [
      ['inferred', '县教育局'],
      ['inferred', '县财政局'],
    ],
    [],
  ]);
  expect(await read('注：第1—3项由县教育局牵头。')).toEqual([
    [[undefined], [undefined]],
    [expect.stringContaining('第1—3项')],
  ]);
  expect(await read('注：（一）中第1项由县教育局牵头。')).toEqual([
    [[undefined], [undefined]],
    [expect.stringContaining('（一）中第1项')],
  ]);
});

test('a note gives the time of tasks that tell none, inferred, with its line', async () => {
  const { notice } = await told(
    `${HEAD}附件\n任务分工\n序号\t任务\t责任单位\t时限\n1\t修路。\t县交通运输局\t2024年6月底\n2\t修桥。\t县水利局\t\n注：未明确完成时限的，均须于2024年11月30日前完成。`,
  );
  expect(notice?.tasks.map(({ deadline }) => [deadline?.status, deadline?.reading])).toEqual([
    ['printed', { kind: 'by', date: '2024-06-30' }],
    ['inferred', { kind: 'by', date: '2024-11-30' }],
  ]);
});

test('names that the end of a table parts are open where the second may be the rest of the first', async () => {
  const heads = cells('序号', '任务', '责任单位', '时限');
  const read = async (rest: string) => {
    const rows = [cells('', '巡查。', rest, ''), cells('2', '建站。', '县财政局', '7月')];
    const { tasks } = await tasksOf(tables([heads, cells('1', '修路，', '县公安局', '6月')], rows));
    return tasks.map(({ responsible }) => [responsible?.status, responsible?.candidates ?? responsible?.text]);
  };
  expect(await read('交警大队')).toEqual([
    ['open', ['县公安局 交警大队', '县公安局交警大队']],
    ['printed', '县财政局'],
  ]);
  expect((await read('县水利局'))[0]).toEqual(['inferred', '县公安局 县水利局']);
});

test('a row of a text without a number is the rest of one that ends amid its words', async () => {
  const { duties } = await told(
    `${HEAD}附件\n任务分工\n序号\t任务\t责任单位\t时限\n1\t修路，\t县交通运输局、\t6月\n\t并养护。\t县财政局\t\n2\t修桥。\t县水利局\t7月`,
  );
  expect(duties).toEqual([
    { text: '修路，并养护。', responsible: '县交通运输局、县财政局', deadline: '6月' },
    { text: '修桥。', responsible: '县水利局', deadline: '7月' },
  ]);
});

test('names in brackets have the role that the head has in brackets', async () => {
  const { tasks, names } = await tasksOf(
    cells('任务', '牵头单位（配合单位）'),
    cells('修路。', '县交通运输局（县财政局、县水利局）'),
    cells('修桥。', '县水利局'),
  );
  expect(tasks.map((task) => [names(task, 'lead'), names(task, 'support')])).toEqual([
    [['县交通运输局'], ['县财政局', '县水利局']],
    [['县水利局'], []],
  ]);
});

test('a first row that may be one with the last of the table before is open or refused, and another table is none', async () => {
  const open = await tasksOf(tables([HEADS, FIRST], [HEADS, cells('2', '', '建站。', '', '县财政局', '')]));
  expect(open.tasks[1]?.lead).toMatchObject({ status: 'open', candidates: ['县交通运输局'] });
  const refused = await tasksOf(tables([HEADS, FIRST], [cells('2', '', '', '县水利局', '', '9月底前')]));
  expect(refused.findings[0]).toContain('has no words in its column 工作任务');
  const list = [cells('工作任务', '牵头单位', '配合单位'), cells('修路。', '县交通运输局', '县财政局')];
  const other = await tasksOf(tables(list, [cells('姓名', '单位', '电话'), cells('张某', '县财政局', '123')]));
  expect([other.tasks.length, other.findings]).toEqual([1, [expect.stringContaining('no heads that give tasks')]]);
});

test('an empty cell of a text may be merged with the one above it: it is open, with that as candidate', async () => {
  const { notice, told: findings } = await told(
    `${HEAD}附件\n任务分工\n工作任务\t责任单位\t完成时限\n开展督查。\t县应急局\t每季度\n开展检查。\t\t6月底前\n（续表）\n整治隐患。\t县住建局\t`,
  );
  expect(notice?.tasks.map(({ group, responsible }) => [group, responsible?.status, responsible?.candidates])).toEqual([
    [undefined, 'printed', undefined],
    [undefined, 'open', ['县应急局']],
    [undefined, 'printed', undefined],
  ]);
  expect(findings).toContainEqual(expect.stringContaining('rows of the table name no unit'));
});

test('a table that lies on its side gives a task a column', async () => {
  const rows = [
    ['工作任务', '巡查水库。', '清理河道。'],
    ['牵头单位', '县水利局', '县住建局'],
    ['完成时限', '每日', '5月底前'],
  ];
  const expected = [
    { text: '巡查水库。', lead: '县水利局', deadline: '每日' },
    { text: '清理河道。', lead: '县住建局', deadline: '5月底前' },
  ];
  const text = await told(`${HEAD}附件\n任务分工\n${rows.map((row) => row.join('\t')).join('\n')}`);
  expect(text.duties).toEqual(expected);
  const html = await importBytes('test', [['notice.html', page(...rows.map((row) => cells(...row)))]]);
  expect(dutiesOf(html)).toEqual(expected);
});

test('a person in a bracket is no part of a name; a list that ends 等部门 behind half a name has none', async () => {
  const { tasks, names, findings } = await tasksOf(
    cells('工作任务', '牵头单位', '配合单位'),
    cells('修路。', '县交通局（张三）', '县教育局（基础教育股）'),
    cells('修桥。', '县水利局', '公安、财政、住建等部门'),
  );
  expect(tasks.map((task) => [names(task, 'lead'), names(task, 'support')])).toEqual([
    [['县交通局'], ['县教育局（基础教育股）']],
    [['县水利局'], []],
  ]);
  expect(tasks[0]?.lead?.text).toBe('县交通局（张三）');
  expect(findings).toEqual([
    expect.stringContaining('and no unit: 张三'),
    expect.stringContaining('name no unit as far as they tell: 公安、财政、住建等部门'),
  ]);
});

test('a note in the first cell of a row is no task, numbers of any form are none, and dates stand apart as printed', async () => {
  const { tasks, findings } = await tasksOf(
    cells('序号', '工作任务', '责任单位', '完成时限'),
    cells('（1）', '修路。', '县交通局', '1.6月底前<br>2.长期坚持'),
    cells('（2）', '修桥。', '县水利局', '2024年<br>6月'),
    cells('注：由县政府办解释。', '', '', ''),
  );
  expect(tasks.map(({ text, deadline }) => [text, deadline?.text, deadline?.reading])).toEqual([
    ['修路。', '1.6月底前 2.长期坚持', undefined],
    ['修桥。', '2024年6月', { kind: 'by', date: '2024-06' }],
  ]);
  expect(findings).toEqual([expect.stringContaining('is a remark, and no task')]);
});

test('a table of each unit’s duties gives them, and one that calls lead and support together says what its cells say', async () => {
  const shares = await tasksOf(cells('单位', '工作职责'), cells('县交通局', '修路。'), cells('县教育局', '建校。'));
  expect(shares.tasks.map((task) => [task.text, shares.names(task, 'responsible')])).toEqual([
    ['修路。', ['县交通局']],
    ['建校。', ['县教育局']],
  ]);
  const both = await tasksOf(
    cells('任务', '牵头及配合单位（首位为牵头单位）'),
    cells('修路。', '县交通局牵头，县公安局配合'),
    cells('修桥。', '县水利局、县财政局'),
  );
  expect(both.tasks.map((task) => [both.names(task, 'lead'), both.names(task, 'support')])).toEqual([
    [['县交通局'], ['县公安局']],
    [['县水利局'], []],
  ]);
  expect(both.tasks[1]?.lead?.status).toBe('inferred');
});
