import { expect, test } from 'vitest';
import { ROLES } from '../notice/duties.ts';
import { importBytes, importPlan } from './testing.ts';

/** Who must do it and by when, where another line, a number, or words that several names share tell it. */

const plan = (...lines: string[]) => importPlan('2024年实施方案', ...lines);

/** What each task of some lines says in short, unless it is printed: `?` open, `~` inferred. */
async function said(...lines: string[]) {
  const { notice, names, told } = await plan(...lines);
  const marks = { printed: '', inferred: '~', open: '?' };
  const tasks = (notice?.tasks ?? []).map((task) => [
    task.text,
    ...ROLES.flatMap((role) => {
      const cell = task[role];
      return cell ? [`${role} ${marks[cell.status]}${cell.text === null ? cell.candidates : names(task, role)}`] : [];
    }),
    ...(task.deadline ? [`by ${marks[task.deadline.status]}${task.deadline.text}`] : []),
  ]);
  return { tasks, told, notice };
}

const LABELS_ALONE = [
  '一、道路',
  '新建公路20公里。',
  '责任单位：',
  '县交通运输局、',
  '县财政局',
  '完成时限：',
  '2024年11月底前',
  '二、服务',
  '（一）食堂。新建食堂3个。',
  '【牵头单位】',
  '县民政局',
  '（二）驿站。新建驿站5个。',
  '责任单位：',
  '县总工会',
];

test('a label alone in its line has its value in the line behind it, in a text and on a page', async () => {
  const tasks = [
    ['新建公路20公里。', 'responsible 县交通运输局,县财政局', 'by 2024年11月底前'],
    ['新建食堂3个。', 'lead 县民政局'],
    ['新建驿站5个。', 'responsible 县总工会'],
  ];
  const text = await said(...LABELS_ALONE);
  expect(text.tasks).toEqual(tasks);
  expect(text.told).toEqual([]);
  const lines = (text.notice?.text ?? '').split('\n').map((line) => `<p>${line}</p>`);
  const page = await importBytes('test', [['notice.html', new TextEncoder().encode(lines.join(''))]]);
  expect(page.notice?.tasks.map((task) => page.names(task, 'responsible').join())).toEqual([
    '县交通运输局,县财政局',
    '',
    '县总工会',
  ]);
});

test.each([
  [
    ['（一）修订细则。6月底前完成。', '责任单位：县教育局'],
    ['修订细则', 'responsible 县教育局', 'by ~6月底前'],
  ],
  [
    ['新建学校。', '责任单位：', '县教育局（牵头）、县财政局'],
    ['新建学校。', 'lead 县教育局', 'responsible 县财政局'],
  ],
  [
    ['全年送戏120场', '牵头单位——县文化馆', '时间安排——2024年4月至10月'],
    ['全年送戏120场', 'lead 县文化馆', 'by 2024年4月至10月'],
  ],
  [['新建站点。（主体责任：各乡镇；监管责任：县民政局）'], ['新建站点。', 'responsible 各乡镇,县民政局']],
  [
    ['新建公园。', '责任：县住建局'],
    ['新建公园。', 'responsible 县住建局'],
  ],
  [
    ['新建公园。', '责任：层层压实到人。（县住建局负责）'],
    ['新建公园。责任：层层压实到人。', 'responsible 县住建局'],
  ],
  [['由县政府督查室会同县纪委监委开展明查暗访。'], ['开展明查暗访。', 'responsible 县政府督查室,县纪委监委']],
  [['县纪委监委会同县民政局对婚丧事宜开展监督。'], ['对婚丧事宜开展监督。', 'responsible 县纪委监委,县民政局']],
  [
    ['（一）减量。县教育局牵头，县财政局配合，3月底前制定作业公示办法。'],
    ['3月底前制定作业公示办法。', 'lead 县教育局', 'support 县财政局', 'by ~3月底前'],
  ],
  [
    ['新建站点。', '责任单位：县住建局', '督办单位：县政府督查室', '完成时限：6月底', '属地单位：各乡镇'],
    ['新建站点。', 'responsible 县住建局,各乡镇', 'by ~6月底'],
  ],
  [
    ['新建驿站3个，由县统筹城乡工作办公室牵头，县社会组织管理局配合。'],
    ['新建驿站3个', 'lead 县统筹城乡工作办公室', 'support 县社会组织管理局'],
  ],
  [['县城乡统筹发展中心负责编制规划。'], ['负责编制规划。', 'responsible 县城乡统筹发展中心']],
  [
    ['新建公园，县住建局牵头；县财政局配合；3月底前完成。'],
    ['新建公园', 'lead 县住建局', 'support 县财政局', 'by ~3月底前'],
  ],
  [
    ['建设中心。（县数据局牵头会同县发改局推进，2024年底前投用）'],
    ['建设中心。', 'lead 县数据局', 'support 县发改局', 'by 2024年底前投用'],
  ],
  [
    ['更换管网。由县城管局牵头，各乡镇实施，2024年底前完成。'],
    ['更换管网。', 'lead 县城管局', 'responsible 各乡镇', 'by 2024年底前'],
  ],
  [['储备沙袋，由县应急局具体落实。'], ['储备沙袋', 'responsible 县应急局']],
  [
    ['县水利局负责选址，县林业局负责配合。'],
    ['负责选址，', 'responsible 县水利局'],
    ['负责配合。', 'support 县林业局'],
  ],
  [['巡查。（县机关有关处室（单位）负责）'], ['巡查。', 'responsible 县机关有关处室（单位）']],
  [['聘用保洁员6名，由县城管局负责。'], ['聘用保洁员6名', 'responsible 县城管局']],
  [['会议决定由县住建局牵头，于9月底前出台细则。'], ['于9月底前出台细则。', 'lead 县住建局', 'by ~9月底前']],
  [['县应急局、县粮储中心共同负责物资调运。'], ['共同负责物资调运。', 'responsible 县应急局,县粮储中心']],
  [
    ['新建站点。（责任单位：县民政局；完成时限：2024年底。下同）'],
    ['新建站点。', 'responsible 县民政局', 'by 2024年底'],
  ],
])('words around a duty are read: %s', async (lines, ...tasks) => {
  expect((await said('一、任务', ...lines)).tasks).toEqual(tasks);
});

test('each item of a sentence that ends with its own bracket has its own units; a bracket that may explain is told', async () => {
  const { tasks, told } = await said(
    '一、就业',
    '开发岗位500个（县人社局），培训1000人次（县人社局、县总工会），发放贷款3000万元（县财政局、人民银行石泓支行）。',
    '二、统筹',
    '由有关部门（县发改局、县财政局）共同推进，定期调度（县政府办）。',
  );
  expect(tasks).toEqual([
    ['开发岗位500个', 'responsible 县人社局'],
    ['培训1000人次', 'responsible 县人社局,县总工会'],
    ['发放贷款3000万元', 'responsible 县财政局,人民银行石泓支行'],
    ['由有关部门（县发改局、县财政局）共同推进，定期调度', 'responsible 县政府办'],
  ]);
  expect(told).toEqual([expect.stringContaining('is read as text: （县发改局、县财政局）')]);
});

test('a word that stands between two units is no part of a name, and a time behind two leads is of neither: both are told', async () => {
  const { tasks, told } = await said('一、资金', '由县政府办统筹县教育局负责落实资金。', '县统筹财政局负责发放补贴。');
  expect(tasks).toEqual([]);
  expect(told).toEqual([expect.stringContaining('no duty is read there: lines 9, 10')]);
  const acts = ['县组织教育局、财政局负责', '县统筹推进财政局、教育局负责', '县统筹财政局负责'];
  for (const words of acts.flatMap((act) => [`${act}。`, `（${act}）`])) {
    const of = await said('一、资金', `落实资金。${words}`);
    expect(of.tasks.flat().filter((each) => /responsible (?!\?)/u.test(each))).toEqual([]);
    expect(of.told).toHaveLength(1);
  }
  const two = await said('一、道路', '修路，县住建局牵头；绿化，县林业局牵头；3月底前完成。');
  expect(two.tasks).toEqual([]);
  expect(two.told).toEqual([expect.stringContaining('no duty is read there: lines 9')]);
});

test('a town is a unit by what its name ends with, inferred where it opens running words, and kinds of towns are none', async () => {
  const { tasks, told } = await said(
    ...['一、巡查', '将军镇、白水乡负责巡查林区。', '重点镇负责示范。', '二、造林', '经费，由要庄镇、把口乡负责。'],
    ...['三、修渠', '修渠3公里。', '责任单位：要庄镇、把口乡', '四、护林', '巡护林区。要庄镇、把口乡负责。'],
  );
  expect(tasks).toEqual([
    ['负责巡查林区。', 'responsible ~将军镇,白水乡'],
    ['修渠3公里。', 'responsible 要庄镇,把口乡'],
    ['巡护林区。', 'responsible 要庄镇,把口乡'],
  ]);
  expect(told).toEqual([expect.stringContaining('no duty is read there: lines 10, 12')]);
});

test('a sentence that says all of its duty leaves those behind it to say theirs', async () => {
  const { tasks, told } = await said(
    '一、责任',
    '由县生态环境局牵头，县公安局配合，建立巡查制度。县农业农村局负责技术指导，县气象局负责研判条件。',
  );
  expect(tasks.map(([, ...who]) => who.join(' '))).toEqual([
    'lead 县生态环境局 support 县公安局',
    'responsible 县农业农村局',
    'responsible 县气象局',
  ]);
  expect(told).toEqual([]);
});

test('a column 任务分工 beside the tasks says who does what', async () => {
  const rows = [
    '序号\t工作任务\t任务分工\t时间进度',
    '1\t摸排\t县公安局牵头，县司法局配合\t5月—6月',
    '2\t查处\t县公安局负责\t7月',
  ];
  const { tasks } = await said('一、目标', '全面整治。', '附件', '任务分工', ...rows);
  expect(tasks).toEqual([
    ['摸排', 'lead 县公安局', 'support 县司法局', 'by ~5月—6月'],
    ['查处', 'responsible 县公安局', 'by ~7月'],
  ]);
});

test('units a line each under a label alone are all read, up to what ends their list', async () => {
  const { tasks, told, notice } = await said(
    ...[
      '一、道路',
      '新建公路。',
      '责任单位：',
      '县财政局',
      '国网石泓县供电公司',
      '各乡镇人民政府',
      '完成时限：6月底前',
    ],
    ...['（一）食堂。新建食堂3个。', '【责任单位】', '县民政局（牵头）', '县教育局、', '县财政局', '新建驿站5个。'],
    ...['配合单位：', '县总工会', '县妇联', '石泓县人民政府', '2024年3月1日'],
  );
  expect(tasks).toEqual([
    ['新建公路。', 'responsible 县财政局,国网石泓县供电公司,各乡镇人民政府', 'by ~6月底前'],
    ['新建食堂3个。', 'lead 县民政局', 'responsible 县教育局,县财政局'],
    ['新建驿站5个。', 'support 县总工会,县妇联'],
  ]);
  expect(told).toEqual([]);
  expect(notice?.sections[0]?.clauses[1]?.text).toBe('责任单位：县财政局 国网石泓县供电公司 各乡镇人民政府');
});

test('a list behind its label goes on in the lines below, and 同上 means all of it', async () => {
  const { tasks, told } = await said(
    ...['一、排污口', '整治排污口9个。', '责任单位：县住建局', '各乡镇人民政府', '完成时限：7月底前'],
    ...['二、巡河', '每月巡河1次。', '责任单位：同上', '完成时限：同上'],
  );
  expect(tasks).toEqual([
    ['整治排污口9个。', 'responsible 县住建局,各乡镇人民政府', 'by ~7月底前'],
    ['每月巡河1次。', 'responsible ~县住建局,各乡镇人民政府', 'by ~7月底前'],
  ]);
  expect(told).toEqual([]);
});

test('names of a list may be numbered, and the body that signs below it is none of them', async () => {
  const { tasks } = await said(
    ...['一、供水', '新建水厂。', '【责任单位】县水利局', '各乡镇人民政府', '【完成时限】6月底'],
    ...['二、供暖', '改造管网。', '责任单位：', '1.县住建局', '2.石泓县热力公司', '完成时限：9月底'],
    ...['三、亮化', '安装路灯。', '责任单位：县住建局', '县供电公司'],
    ...['四、绿化', '植树。', '责任单位：县林业局〈牵头〉、县财政局', '石泓县人民政府办公室'],
  );
  expect(tasks).toEqual([
    ['新建水厂。', 'responsible 县水利局,各乡镇人民政府', 'by ~6月底'],
    ['改造管网。', 'responsible 县住建局,石泓县热力公司', 'by ~9月底'],
    ['安装路灯。', 'responsible 县住建局,县供电公司'],
    ['植树。', 'lead 县林业局', 'responsible 县财政局'],
  ]);
});

test('each part of a sum says who does it', async () => {
  const { tasks } = await said('一、绿化', '全县植树5万株。其中：县林业局负责国道3万株；各乡镇负责村庄2万株。');
  expect(tasks).toEqual([
    ['负责国道3万株；', 'responsible 县林业局'],
    ['负责村庄2万株。', 'responsible 各乡镇'],
  ]);
});

test.each([
  '县教育局不再负责体育工作，由县文旅局负责。',
  '建立台账，所需经费由县财政局负责。',
  '由县财政局统筹落实资金。',
  '由镇应急办发放沙袋。',
  '后勤部负责，营养科指导，4月底前推出套餐10种。',
  '由县水利局负责修渠，县财政局保障资金，8月底前完成。',
  '县教育局联合县卫健局每年开展评估。',
  '各乡镇抓紧申报，县农业农村局4月30日前完成评审。',
  '新建站点，各街道为责任主体。',
  '县水利局要排查水库，6月10日前完成；县交通运输局要排查公路。',
  '各县教育局牵头，公安、住建等部门配合，7月底前上线。',
  '县教育局负责，所需经费由县财政局保障。',
  '县交通运输局负责，确保年底前通车，县公安局做好交通管制。',
])('what others than the first are to do is no duty of the first: %s', async (words) => {
  const { tasks, told } = await said('一、工作', words);
  expect(tasks).toEqual([]);
  expect(told).toEqual([expect.stringContaining('no duty is read there')]);
});

test('a heading that says who must do what stands under it says so of each item, inferred, beside what that says itself', async () => {
  const { tasks, told, notice } = await said(
    ...[
      '一、任务',
      '（一）县教育局牵头负责的任务（2项）',
      '1.新建学校2所。',
      '2.培训教师。（配合单位：县财政局；6月底前）',
    ],
    ...['（二）由县卫健局负责的工作', '1.改造卫生院3所。', '2.扩大参保。（县税务局负责）'],
    ...['（三）县水利局牵头的事项', '修渠3公里。'],
  );
  expect(tasks).toEqual([
    ['新建学校2所。', 'lead ~县教育局'],
    ['培训教师', 'lead ~县教育局', 'support 县财政局', 'by ~6月底前'],
    ['改造卫生院3所。', 'responsible ~县卫健局'],
    ['扩大参保', 'responsible 县税务局'],
  ]);
  expect(notice?.tasks[1]?.lead).toMatchObject({ lines: [9], why: '标题“县教育局牵头负责的任务（2项）”写明' });
  expect(told).toEqual([expect.stringContaining('this heading says who must do what stands under it')]);
});

test('words above items say who must do each of them, inferred, and words that cannot be read are told', async () => {
  const items = ['1.新建学校2所。', '2.培训教师。（县财政局配合）'];
  const { tasks, told } = await said('一、任务', '以下任务由县教育局牵头，县人社局配合：', ...items);
  expect(tasks).toEqual([
    ['新建学校2所。', 'lead ~县教育局', 'support ~县人社局'],
    ['培训教师', 'lead ~县教育局', 'support 县财政局'],
  ]);
  expect(told).toEqual([]);
  for (const line of ['县教育局牵头，完成以下任务：', '任务责任单位均为县教育局。', '建站1处 县住建局负责']) {
    const of = await said('一、任务', line, ...items.slice(0, 1));
    expect([of.tasks, of.told]).toEqual([[], [expect.stringContaining('no duty is read there: lines 9')]]);
  }
});

test('items under a heading that names a unit alone are text, and told', async () => {
  const { tasks, told } = await said('一、县教育局（2项）', '（一）建校。新建学校2所。', '（二）培训。培训教师。');
  expect([tasks, told]).toEqual([[], [expect.stringContaining('no duty is read there: lines 8')]]);
});

test('a label without a value is told, and what an unread bracket speaks of is none of the next one’s', async () => {
  const { tasks, told } = await said(
    ...['一、任务', '建园2个。（县住建局，王某）', '建厂1座。（县工信局负责）', '二、保障', '建坝1座。责任单位：'],
  );
  expect(tasks).toEqual([['建厂1座。', 'responsible 县工信局']]);
  expect(told).toEqual([
    expect.stringContaining('is read as text: （县住建局，王某）'),
    expect.stringContaining('nothing stands behind this label: 责任单位：'),
  ]);
});

test('words under a heading 责任分工 that items with duties of their own stand beside are told', async () => {
  const items = ['（一）措施', '1.筛查。筛查500人。（县卫健局）', '2.宣传。宣传6次。（县妇联）'];
  const { tasks, told } = await said('一、健康', ...items, '（二）责任分工', '由县教育局牵头，县财政局配合。');
  expect(tasks.map(([, who]) => who)).toEqual(['responsible 县卫健局', 'responsible 县妇联']);
  expect(told).toEqual([expect.stringContaining('no duty is read there: lines 13')]);
});

test('a heading that says who behind a dash is told', async () => {
  const { told } = await said('一、评价', '（一）评价——责任股室：绩效股；完成时间：9月', '选取项目15个。');
  expect(told).toEqual([expect.stringContaining('责任股室：绩效股')]);
});

test('a name alone in its line that may head what stands under it is no further unit of a list, and is told', async () => {
  const { tasks, told } = await said(
    ...['一、分工', '县住建局', '新建公园。', '责任单位：', '县住建局', '县教育局', '新建学校。', '责任单位：县教育局'],
  );
  expect(tasks.flat().join()).not.toContain('县住建局,县教育局');
  expect(told.filter((line) => line.includes('this line names units'))).not.toEqual([]);
});

test.each([
  ['县教育局：张三', 'responsible 县教育局'],
  ['县教育局：张三、李四；县财政局：王五', 'responsible 县教育局,县财政局'],
  ['县教育局（张三 13900000000）、县财政局', 'responsible 县教育局,县财政局'],
  ['县教育局（孙八，0998-12345678）', 'responsible 县教育局'],
  ['县教育局 张三，县财政局 李四', 'responsible ~县教育局,县财政局'],
  ['县教育局基础教育股', 'responsible 县教育局基础教育股'],
])('who stands beside a unit is told, and no unit: %s', async (value, responsible) => {
  const { tasks, told, notice } = await said('一、建校', '新建学校。', `责任单位：${value}`);
  expect(tasks).toEqual([['新建学校。', responsible]]);
  expect(notice?.tasks[0]?.responsible?.text).toBe(value.replace(/\s/gu, ''));
  expect(told.map((line) => line.includes('no unit:'))).toEqual(value.includes('股') ? [] : [true]);
});

const ALL_NAMED = '巡查。（县住建局、县水利局、县卫健局、县民政局、市教育局、县教育局负责）';
test.each([
  ['县住建、水利、教育局负责', '县住建局,县水利局,县教育局'],
  ['县教育、卫健、民政等部门按职责分工负责', '县教育局,县卫健局,县民政局'],
  ['市、县教育局负责', '市教育局,县教育局'],
])(
  'names that share a beginning or an end are inferred where each is named in full, else open: （%s）',
  async (words, names) => {
    const [, task] = (await said('一、排查', ALL_NAMED, '二、建校', `新建学校。（${words}）`)).tasks;
    expect(task).toEqual(['新建学校。', `responsible ~${names}`]);
    const alone = await said('一、建校', `新建学校。（${words}）`);
    expect(alone.tasks).toEqual([['新建学校。', `responsible ?${words.replace(/(?:按职责分工)?负责$/u, '')}`]]);
    expect(alone.told).toEqual([expect.stringContaining('these names share words')]);
  },
);

test('towns and firms that share an end are inferred where each is named in full, else open', async () => {
  const words = ['东山、柳河镇人民政府', '移动、联通公司'];
  const lines = words.map((each) => `新建站点。（${each}负责）`);
  const alone = await said('一、建站', ...lines);
  expect(alone.tasks.map(([, who]) => who)).toEqual(words.map((each) => `responsible ?${each}`));
  expect(alone.told).toHaveLength(2);
  const named = await said('一、巡查', '巡查。（东山镇人民政府、移动公司负责）', '二、建站', ...lines);
  expect(named.tasks.slice(1).map(([, who]) => who)).toEqual([
    'responsible ~东山镇人民政府,柳河镇人民政府',
    'responsible ~移动公司,联通公司',
  ]);
});

const ITEMS = ['1.建校。新建学校1所。', '2.建桥。新建桥梁1座。', '3.修渠。修渠3公里。'];
const EACH = ['新建学校1所。', '新建桥梁1座。', '修渠3公里。'];

test.each([
  [
    '第1—2项由县教育局负责，第3项由县水利局牵头，县财政局配合，2024年6月底前完成。',
    ['responsible ~县教育局'],
    ['responsible ~县教育局'],
    ['lead ~县水利局', 'support ~县财政局', 'by ~2024年6月底前'],
  ],
  [
    '第1、3项由县水利局负责，第2项由县交通运输局负责。',
    ['responsible ~县水利局'],
    ['responsible ~县交通运输局'],
    ['responsible ~县水利局'],
  ],
  ['县教育局负责第1项，县水利局牵头第2项和第3项。', ['responsible ~县教育局'], ['lead ~县水利局'], ['lead ~县水利局']],
  ['以上各项由县住建局负责。', ['responsible ~县住建局'], ['responsible ~县住建局'], ['responsible ~县住建局']],
])('words give items by their numbers to units, before them or behind: %s', async (words, ...given) => {
  const expected = given.map((each, at) => [EACH[at], ...each]);
  const behind = await said('一、任务', ...ITEMS, words);
  expect(behind.tasks).toEqual(expected);
  expect(behind.notice?.tasks[0]?.responsible?.why).toContain(words);
  if (!words.startsWith('以上')) expect((await said('一、任务', words, ...ITEMS)).tasks).toEqual(expected);
});

test.each([
  '第1—4项由县教育局负责。',
  '第（一）项由县教育局负责。',
  '第1项由县教育局负责，第2项另行安排。',
  '以上5项由县教育局负责。',
  '上述（一）中第1项由县教育局负责，（二）中各项由县公安局负责。',
  '第（一）条第1项由县教育局负责，第3项由县水利局负责。',
])('items that are not there, or not all, give no duty, and the words are told: %s', async (words) => {
  const { tasks, told } = await said('一、任务', ...ITEMS, words);
  expect(tasks).toEqual([]);
  expect(told).toEqual([expect.stringContaining('numbered items')]);
});

const UNDER = [
  ...['一、建设', '（一）教育', '1.建校。新建学校1所。', '2.建桥。新建桥梁1座。', '（二）水利', '1.修渠。修渠3公里。'],
  ...['二、保障', '筹集资金。'],
];

test.each([
  [
    '（一）中第1项由县教育局负责，第2项由县交通运输局负责，（二）中第1项由县水利局负责。',
    '县教育局',
    '县交通运输局',
    '县水利局',
  ],
  ['一、（一）中的各项由县教育局负责。', '县教育局', '县教育局', ''],
  ['第一部分（二）第1项由县水利局负责。', '', '', '县水利局'],
  ['县教育局负责本方案第一部分（一）中第2项。', '', '县教育局', ''],
])('words of another section give items of a heading by its number: %s', async (words, ...units) => {
  const { tasks, told, notice } = await said(...UNDER, '三、分工', words);
  const given = EACH.flatMap((text, at) => (units[at] ? [[text, `responsible ~${units[at]}`]] : []));
  expect([tasks, told]).toEqual([given, []]);
  const [cell] = notice?.tasks.map(({ responsible }) => responsible) ?? [];
  // No task is made of sentences of two sections.
  expect(notice?.tasks.flatMap(({ clauseIds }) => clauseIds).filter((id) => !id.startsWith('1-'))).toEqual([]);
  expect([cell?.lines, cell?.why]).toEqual([[17], expect.stringContaining(`第17行写明“${words}”`)]);
});

test.each([
  '（三）中第1项由县教育局负责。',
  '（一）中第3项由县教育局负责。',
  '第一部分第1项由县教育局负责。',
  '（二）中第1项由县水利局负责。',
  '（一）中第1项由县教育局负责，（一）中各项由县水利局负责。',
])('items that several headings have, or none, give no duty, and the words are told: %s', async (words) => {
  const { tasks, told } = await said(
    ...UNDER,
    '（一）资金',
    '筹资。',
    '（二）设备',
    '1.购置。购置设备10台。',
    '三、分工',
    words,
  );
  expect(tasks).toEqual([]);
  expect(told).toEqual([expect.stringContaining('numbered items')]);
});

test('words of another section give items that are numbered through all sections, and a time of them alone is told', async () => {
  const through = ['一、建设', '1.新建学校1所。', '2.新建桥梁1座。', '二、水利', '3.修渠3公里。', '三、分工'];
  const words = '第1项由县教育局负责；第3项由县水利局牵头，县财政局配合。';
  const { tasks, told } = await said(...through, words, '以上任务均须于2024年12月底前完成。', '第2项6月底前完成。');
  expect(tasks).toEqual([
    ['新建学校1所。', 'responsible ~县教育局'],
    ['修渠3公里。', 'lead ~县水利局', 'support ~县财政局'],
  ]);
  expect(told).toEqual([
    expect.stringContaining('or by when, and are read as text: 以上任务均须于'),
    expect.stringContaining('or by when, and are read as text: 第2项6月底前'),
  ]);
});

test('an item that says itself who must do it keeps that, and words that give it to another are told', async () => {
  const own = '1.建校。新建学校1所。（县教育局负责）';
  const { tasks, told } = await said('一、任务', own, ...ITEMS.slice(1), '第1项由县水利局负责。');
  expect(tasks).toEqual([['新建学校1所。', 'responsible 县教育局']]);
  expect(told).toEqual([expect.stringContaining('numbered items')]);
});

test.each([
  ['（县教育局负责，每年12月底前将工作情况报市政府）', undefined],
  ['（县教育局负责，2024年6月底前完成，12月底前将总结报送县政府办）', '2024-06-30'],
  ['（县教育局负责，每季度末向县政府报告进展）', undefined],
  ['（县教育局负责，2024年6月底前报送）', '2024-06-30'],
  ['\n责任单位：县教育局，2024年6月5日前报送进展情况', undefined],
  ['\n责任单位：县教育局\n完成时限：2024年12月底前将工作情况报市政府', undefined],
  ['\n责任单位：县教育局\n完成时限：2024年6月底前，每月5日前报送进展情况', '2024-06-30'],
  ['由县教育局牵头，2024年12月底前将完成情况报县政府。', undefined],
  ['（县教育局负责；2024年3月底前报县政府）', undefined],
  ['由县教育局牵头，县财政局配合；2024年3月底前报县政府办公室备案。', undefined],
  ['县教育局负责；2024年6月底前完成。', '2024-06-30'],
  ['县教育局负责；2024年6月底前完成，12月底前报县政府。', '2024-06-30'],
])('when to report is no time that a task is due: %s', async (words, date) => {
  const { notice, told } = await plan('一、建校', `新建学校。${words}`);
  const [task, ...more] = notice?.tasks ?? [];
  expect(more).toEqual([]);
  expect(task?.text).toBe('新建学校。');
  expect(task?.deadline?.reading).toEqual(date && { kind: 'by', date });
  expect(told.length).toBe(/将|进展|报县/u.test(words) ? 1 : 0);
});
