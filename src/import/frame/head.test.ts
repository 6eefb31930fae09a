import { expect, test } from 'vitest';
import { importText } from '../testing.ts';

/** Heads of notices in forms that offices use. */

const BODY = '一、任务\n新增学位900个。（市教育局负责）\n';
const headOf = async (head: string, foot = '') => {
  const { notice, told } = await importText(`${head}\n${BODY}${foot}`);
  const { title, number, issuer, dated, addressees, opening } = notice?.head ?? {};
  return { title, number, issuer, dated, to: addressees?.text, opening: opening?.text, told };
};

test('a date in brackets under the title is the day of issue, and no part of the title', async () => {
  expect(
    await headOf(
      '云江市人民政府\n关于加强教育工作的意见\n（2024年2月20日）\n云政发〔2024〕6号\n为加强教育工作，提出如下意见。',
    ),
  ).toMatchObject({ title: '云江市人民政府关于加强教育工作的意见', dated: '2024-02-20', number: '云政发〔2024〕6号' });
});

test('two bodies of a title that a blank parts are two, each of the place that its signature names', async () => {
  const foot = '岚江省教育厅　岚江省财政厅\n2024年2月20日\n';
  expect(
    await headOf('省教育厅 省财政厅关于做好招生工作的通知\n岚教财函〔2024〕31号\n各市教育局：\n现通知如下。', foot),
  ).toMatchObject({
    title: '省教育厅 省财政厅关于做好招生工作的通知',
    issuer: '岚江省教育厅 岚江省财政厅',
    told: [],
  });
});

test.each([
  ['国家教育委员会办公厅 国家医药局综合司', '国家教育委办公厅\n国家医药局综合司'],
  ['国家标准化管理委员会 工业和信息化部 民政部', '国家标准委 工业和信息化部\n民政部'],
  ['青岚县柳河镇上湾村党支部 上湾村村民委员会', '上湾村党支部\n上湾村村民委员会'],
])('bodies of a title that their signatures tell apart, in full or in short: %s', async (bodies, signed) => {
  const head = `${bodies}关于做好招生工作的通知\n各学校：\n现通知如下。`;
  const { notice } = await importText(`${head}\n${BODY}${signed}\n2024年2月20日\n`);
  expect(notice?.head.issuers).toEqual(bodies.split(' '));
});

test('a short sentence under the title opens the text where no addressees do', async () => {
  const foot = '云江市教育局\n2024年2月20日\n';
  expect(await headOf('云江市教育局2024年工作要点\n为做好工作，制定本要点。', foot)).toMatchObject({
    opening: '为做好工作，制定本要点。',
    told: [],
  });
  expect(await headOf('云江市教育局关于招生的通告\n2024年第6号\n现将事项通告如下，请遵照：', foot)).toMatchObject({
    number: '2024年第6号',
    opening: '现将事项通告如下，请遵照：',
  });
});

test.each([
  ['特急　云政办明电〔2024〕6号', '云政办明电〔2024〕6号'],
  ['YJS—2024—01002 云政办规〔2024〕6号', '云政办规〔2024〕6号'],
  ['云政办发〔2024〕6 号（公开）', '云政办发〔2024〕6号'],
  ['云政办发〔2024〕6—1号　签发人：张某', '云政办发〔2024〕6—1号'],
  ['（2024年第6号）', '2024年第6号'],
])('a number with what stands around it: %s', async (line, number) => {
  const foot = '云江市教育局\n2024年2月20日\n';
  expect(await headOf(`云江市教育局\n关于招生的通知\n${line}\n各县教育局：\n现通知如下。`, foot)).toMatchObject({
    title: '云江市教育局关于招生的通知',
    number,
    told: [],
  });
});

test('addressees may go on over lines', async () => {
  const letter = '\n现印发给你们。\n云江市人民政府办公室（印章）\n2024年2月20日\n教育方案';
  expect(
    await headOf(
      `关于印发教育方案的通知\n（云政办发〔2024〕6号）\n各县人民政府，\n市政府有关部门，\n有关单位：${letter}`,
    ),
  ).toMatchObject({
    to: '各县人民政府，市政府有关部门，有关单位',
    number: '云政办发〔2024〕6号',
    issuer: '云江市人民政府办公室',
  });
});

test('a line under the title that is nothing known is left out, and told', async () => {
  const { told } = await headOf(
    '云江市教育局关于招生的通知\n机密\n各县教育局：\n现通知如下。',
    '云江市教育局\n2024年2月20日\n',
  );
  expect(told).toEqual([expect.stringContaining('this line under the title is left out: 机密')]);
});

test('a title that speaks of what the buttons of a page speak of is whole, and so are lines that do', async () => {
  const { notice } = await importText(
    '澜平市人民政府\n关于印发澜平市无障碍环境和适老化改造计划\n（2024—2026年）的通知\n无障碍 长者模式\n各县人民政府：\n现通知如下。\n一、推进适老化改造\n改造120户\n推广“扫一扫”办事\n澜平市人民政府\n2024年2月20日\n',
  );
  expect(notice?.head.title).toBe('澜平市人民政府关于印发澜平市无障碍环境和适老化改造计划（2024—2026年）的通知');
  expect(notice?.sections[0]?.clauses.map(({ text }) => text)).toEqual(['改造120户', '推广“扫一扫”办事']);
});

test.each([
  [
    'who passes on what another wrote issues it',
    '云江市人民政府办公室转发市教育局关于招生意见的通知\n各县人民政府：\n现转发给你们。',
    '云江市人民政府办公室',
    { title: '云江市人民政府办公室转发市教育局关于招生意见的通知', issuer: '云江市人民政府办公室' },
  ],
  [
    'a bracket under the title holds the number before the date',
    '云江市教育局关于招生的通知\n（云教发〔2024〕6号　2024年2月20日）\n各县教育局：\n现通知如下。',
    '',
    { title: '云江市教育局关于招生的通知', number: '云教发〔2024〕6号', dated: '2024-02-20' },
  ],
  [
    'bodies of a title are parted by blanks, however its lines part them',
    '云江市教育局 云江市财政局\n云江市民政局\n关于招生的通知\n各县教育局：\n现通知如下。',
    '云江市教育局 云江市财政局 云江市民政局',
    { title: '云江市教育局 云江市财政局 云江市民政局关于招生的通知' },
  ],
  [
    'a field of a page gives the title that no line does',
    '标题：云江市教育局关于招生的通知\n文号：云教发〔2024〕6号\n成文日期：2024-02-20\n各县教育局：\n现通知如下。',
    '云江市教育局',
    { title: '云江市教育局关于招生的通知', number: '云教发〔2024〕6号', dated: '2024-02-20' },
  ],
])('%s', async (_, head, signature, expected) => {
  const found = await headOf(head, signature === '' ? '' : `${signature}\n2024年2月20日\n`);
  expect(found).toMatchObject({ ...expected, told: [] });
});
