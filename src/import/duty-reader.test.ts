import { describe, expect, test } from 'vitest';
import { readPeriod } from '../notice/period.ts';
import { DutyReader } from './duty-reader.ts';
import { periodIn } from './period-words.ts';
import { columns, importText, newBook } from './testing.ts';
import { placesOf } from './units/place.ts';
import { NoticeUnits } from './units/unit-book.ts';

const reader = new DutyReader(new NoticeUnits(newBook(), placesOf('云江市'), 'test'), columns);
/** The roles of a bracket as `lead 甲`, and its deadline. */
const said = (text: string, atEnd = true) => {
  const duty = reader.read(text, atEnd);
  return (
    duty && [...duty.roles.map(({ use, text: names }) => `${use} ${names}`), ...(duty.deadline ? [duty.deadline] : [])]
  );
};

describe('a bracket', () => {
  test.each([
    [
      '市甲局牵头，市乙局、市丙局，各县（区）人民政府配合，2023年6月底前完成',
      ['lead 市甲局', 'support 市乙局、市丙局，各县（区）人民政府', '2023年6月底前'],
    ],
    ['市甲局、市乙局等部门按职责分工负责', ['responsible 市甲局、市乙局等部门']],
    ['国家甲委牵头，财政部、税务总局等按职责分工负责', ['lead 国家甲委', 'responsible 财政部、税务总局等']],
    ['责任单位：市甲局、市乙局；完成时限：2023年底', ['responsible 市甲局、市乙局', '2023年底']],
    ['牵头单位：市甲局；配合单位：市乙局', ['lead 市甲局', 'support 市乙局']],
    ['市甲局会同市乙局、市丙局于2023年8月底前制定出台', ['responsible 市甲局会同市乙局、市丙局', '2023年8月底前']],
    ['市甲局负责，每季度首月10日前完成', ['responsible 市甲局', '每季度首月10日前']],
    ['市水务局、市税务局', ['responsible 市水务局、市税务局']],
    ['市水务局牵头，持续推进', ['lead 市水务局', '持续推进']],
    ['省农业农村厅牵头，2023年12月底前完成村庄分类', ['lead 省农业农村厅', '2023年12月底前']],
    ['市水务局牵头，汛期前完成', ['lead 市水务局', '汛期前']],
    ['市教育局牵头，高考前', ['lead 市教育局', '高考前']],
    ['市民政局，春节前', ['responsible 市民政局', '春节前']],
    ['市甲局牵头，会同市乙局、市丙局落实', ['lead 市甲局', 'support 市乙局、市丙局']],
    ['市甲局、市乙局，市丙局配合', ['responsible 市甲局、市乙局', 'support 市丙局']],
    ['责任单位：市甲局，市乙局配合', ['responsible 市甲局', 'support 市乙局']],
    ['市级牵头单位：市甲局；乡镇责任单位：各乡镇', ['lead 市甲局', 'responsible 各乡镇']],
    ['市水务局负责，2024年6月底前完成并长期坚持', ['responsible 市水务局', '2024年6月底前完成并长期坚持']],
    ['市水务局负责，随时', ['responsible 市水务局', '随时']],
    ['市水务局牵头，3—6月', ['lead 市水务局', '3—6月']],
    ['市水务局牵头，六月底前完成', ['lead 市水务局', '六月底前']],
  ])('%s', (text, duty) => {
    expect(said(text)).toEqual(duty);
  });

  test.each([
    '包括市水务局、市税务局信息系统',
    '以下简称“两部门”',
    '含独栋楼、家属院',
    '2023—2025年',
    '河湖长＋检察长',
    '物业管理委员会',
    '一',
  ])('%s gives no duty', (text) => {
    expect(said(text, false)).toBeUndefined();
  });
});

test('how much is done in a time is no deadline', () => {
  expect(said('市民政局负责，每年500人次')).toEqual(['responsible 市民政局']);
  expect(said('市民政局负责，每月10日前')).toEqual(['responsible 市民政局', '每月10日前']);
});

describe('a deadline', () => {
  test.each([
    ['2023年5月底前', { kind: 'by', date: '2023-05-31' }],
    ['2023年8月31日前', { kind: 'by', date: '2023-08-31' }],
    ['2023年二季度', { kind: 'by', date: '2023-06-30' }],
    ['2023年上半年', { kind: 'by', date: '2023-06-30' }],
    ['2024年底', { kind: 'by', date: '2024-12-31' }],
    ['2023年12月底前，持续推进', { kind: 'by-then-ongoing', date: '2023-12-31' }],
    ['长期坚持', { kind: 'ongoing' }],
    ['每季度末', { kind: 'recurring', every: '每季度末' }],
    ['印发后2个月内', { kind: 'after', event: '印发', within: '2个月' }],
    ['2024年6月上旬', { kind: 'by', date: '2024-06-10' }],
    ['2024年6月中旬完成', { kind: 'by', date: '2024-06-20' }],
    ['2024年2月下旬', { kind: 'by', date: '2024-02-29' }],
    ['2024年6月中旬前', { kind: 'by', date: '2024-06' }],
    ['2024年6月初', { kind: 'by', date: '2024-06' }],
    ['2023年3月至6月', { kind: 'by', date: '2023-06' }],
    ['2023年3—6月底', { kind: 'by', date: '2023-06-30' }],
    ['2023年3月1日—5月31日', { kind: 'by', date: '2023-05-31' }],
    ['2023年3月1日至15日', { kind: 'by', date: '2023-03-15' }],
    ['2023年11月至2024年2月', { kind: 'by', date: '2024-02' }],
    ['即日起至2024年6月底', { kind: 'by', date: '2024-06-30' }],
    ['截至2024年6月30日24时前', { kind: 'by', date: '2024-06-30' }],
    ['二〇二四年六月底前', { kind: 'by', date: '2024-06-30' }],
    ['每月十日前', { kind: 'recurring', every: '每月十日前' }],
  ])('%s', (text, reading) => {
    expect(readPeriod(text)).toEqual(reading);
  });

  test.each([
    '年底前',
    '全年',
    '2024年汛前',
    '即知即改',
    '6月底前',
    '2023年13月底前',
    '2023年2月30日前',
    '2023年10月起实施',
    '2023年11月至2月',
    '2023年5月31日至1日',
    '2024年汛期前',
    '高考前',
    '春节前',
    '3月至6月',
  ])('%s stands as printed, unread', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  test('ends where its words tell what is then done', () => {
    expect(periodIn('2023年12月底前完成村庄分类')).toBe('2023年12月底前');
    expect(periodIn('每年3月底前完成')).toBe('每年3月底前');
  });
});

test('a line that gives a duty belongs to what stands before it, and lines that follow go on with it', async () => {
  const { notice, names } = await importText(
    [
      '云江市人民政府关于加快发展养老服务的意见',
      '云政发〔2021〕1号',
      '各县（区）人民政府：',
      '为加快发展养老服务，现提出如下意见。',
      '一、完善规划。编制养老设施规划。',
      '牵头单位：市民政局',
      '配合单位：市财政局',
      '完成时限：2022年12月底前',
      '二、加强政务诚信。（市司法局负责）',
      '云江市人民政府',
      '2021年5月6日',
    ].join('\n'),
  );
  const [first, second, ...more] = notice?.tasks ?? [];
  expect([first?.text, names(first, 'lead'), names(first, 'support'), first?.deadline?.text]).toEqual([
    '编制养老设施规划。',
    ['市民政局'],
    ['市财政局'],
    '2022年12月底前',
  ]);
  expect([second?.text, names(second, 'responsible')]).toEqual(['加强政务诚信', ['市司法局']]);
  expect(more).toEqual([]);
});

test.each([
  ['市教育局牵头，会同市财政局、市民政局实施', { lead: '市教育局', support: '市财政局、市民政局' }],
  ['市教育局负责指导，各区县负责实施', { responsible: '市教育局、各区县' }],
  ['市教育局负责数据汇聚，市公安局负责安全保障', { responsible: '市教育局、市公安局' }],
  ['市教育局统筹，市财政局配合', { support: '市财政局', responsible: '市教育局' }],
  ['市教育局牵头抓总，市财政局具体负责', { lead: '市教育局', responsible: '市财政局' }],
  [
    '市教育局牵头负责，市财政局配合；完成时限：2024年6月',
    { lead: '市教育局', support: '市财政局', deadline: '2024年6月' },
  ],
  [
    '主责：市教育局；协同：市财政局；时间进度：2024年6月',
    { lead: '市教育局', support: '市财政局', deadline: '2024年6月' },
  ],
  ['此项工作由市教育局牵头', { lead: '市教育局' }],
  ['云江自由贸易试验区管委会牵头', { lead: '云江自由贸易试验区管委会' }],
  ['市教育局/市财政局', { responsible: '市教育局、市财政局' }],
  ['市教育局 市财政局', { responsible: '市教育局、市财政局' }],
  ['市委市政府督查室', { responsible: '市委市政府督查室' }],
  ['各县（市、区）党委、政府', { responsible: '各县（市、区）党委、政府' }],
  ['中小学校、公立医院、社区服务站', undefined],
  ['规划处、财务处', { responsible: '规划处、财务处' }],
  ['市教育局为主，市财政局为配合单位', { lead: '市教育局', support: '市财政局' }],
  ['市教育局、财政局，各县区政府，按职责分工落实', { responsible: '市教育局、市财政局、各县区政府' }],
  ['市级牵头单位：市教育局；责任主体：各县区政府', { lead: '市教育局', responsible: '各县区政府' }],
  ['市教育局于2024年6月底前完成', { responsible: '市教育局', deadline: '2024年6月底前' }],
  ['责任单位 市教育局', { responsible: '市教育局' }],
  ['牵头单位∶市教育局；配合单位——市财政局', undefined],
  ['市教育局会市财政局', { responsible: '市教育局、市财政局' }],
  ['市教育局+市财政局', { responsible: '市教育局、市财政局' }],
  ['市教育局—市财政局', { responsible: '市教育局、市财政局' }],
  ['市教育局 张三', { responsible: '市教育局' }],
  ['6月底前完成', undefined],
])('（%s）', async (bracket, duty) => {
  const { notice, names } = await importText(
    `云江市人民政府关于印发方案的通知\n各县人民政府：\n现印发给你们。\n云江市人民政府\n2024年2月20日\n方案\n一、教育。新增学位900个，改造校舍30处。（${bracket}）`,
  );
  const [task] = notice?.tasks ?? [];
  const roles = (['lead', 'support', 'responsible'] as const).flatMap((role) =>
    task?.[role] ? [[role, names(task, role).join('、')]] : [],
  );
  const given = task && { ...Object.fromEntries(roles), ...(task.deadline ? { deadline: task.deadline.text } : {}) };
  expect(given).toEqual(duty);
});

test('三季度前 may be before the quarter begins, and 取得成果 is not 完成: neither is read further than it goes', () => {
  expect([readPeriod('2024年三季度前'), readPeriod('2024年三季度末前')]).toEqual([
    undefined,
    { kind: 'by', date: '2024-09-30' },
  ]);
  expect([periodIn('2024年6月底前取得阶段性成果'), periodIn('2024年6月底前完成')]).toEqual([
    '2024年6月底前取得阶段性成果',
    '2024年6月底前',
  ]);
  expect(['2024年内', '到2024年末'].map(readPeriod)).toEqual([
    { kind: 'by', date: '2024-12-31' },
    { kind: 'by', date: '2024-12-31' },
  ]);
});

test.each(['组织实施：市教育局', '市教育局：制定方案', '责任单位：', '6月底前完成', '以上均由市教育局负责'])(
  '（%s）, which may say who or when, is told',
  async (bracket) => {
    const { told } = await importText(
      `云江市人民政府关于印发方案的通知\n各县人民政府：\n现印发给你们。\n云江市人民政府\n2024年2月20日\n方案\n一、教育。新增学位900个，改造校舍30处。（${bracket}）`,
    );
    expect(told).toEqual([expect.stringContaining('this bracket')]);
  },
);
