import { expect, test } from 'vitest';
import { dutiesOf, importText } from '../testing.ts';

/** Heads of notices as pages of offices print them, with what stands around the text. */

const BODY = `各乡镇人民政府：
现将《石泓县地质灾害应急预案》印发给你们，请遵照执行。
石泓县人民政府
2024年3月9日
`;
const headOf = async (text: string) => {
  const { notice, told, refused } = await importText(text);
  const { title, number, issuer, dated, published, opening, disclosure, planTitle } = notice?.head ?? {};
  return {
    head: { title, number, issuer, dated, published, opening: opening?.text, disclosure, planTitle },
    notice,
    told,
    refused,
  };
};
const PLAN = '石泓县地质灾害应急预案\n一、总则\n为规范处置，制定本预案。\n';

test('a number before the title, in one line with it, is the number', async () => {
  const { head, told } = await headOf(`石政发【2024】7号关于印发石泓县地质灾害应急预案的通知\n${BODY}${PLAN}`);
  expect(head).toMatchObject({
    title: '关于印发石泓县地质灾害应急预案的通知',
    number: '石政发【2024】7号',
    issuer: '石泓县人民政府',
  });
  expect(told).toEqual([]);
});

test('fields of a page stand a name and a value a line, with signs before them or without', async () => {
  const fields = (sign: string) =>
    ['索引号', '00034/2024', '发文字号', '石政发〔2024〕7号', '主题分类', '发布日期', '2024年03月12日 17:35:09']
      .map((line) => `${/^\p{Script=Han}{3,4}$/u.test(line) ? `${sign}${line}：` : `  ${line}`}`)
      .join('\n');
  for (const sign of ['', '• ', '- ']) {
    const { head, told } = await headOf(
      `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${fields(sign)}\n石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY}${PLAN}`,
    );
    expect(head).toMatchObject({ number: '石政发〔2024〕7号', published: '2024-03-12', dated: '2024-03-09' });
    expect(told).toEqual([]);
  }
});

test('how public a notice is may stand between its signature and its date', async () => {
  const { head } = await headOf(
    `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY.replace('石泓县人民政府\n2024', '石泓县人民政府\n（此件公开发布）\n2024')}${PLAN}`,
  );
  expect(head).toMatchObject({
    opening: '现将《石泓县地质灾害应急预案》印发给你们，请遵照执行。',
    issuer: '石泓县人民政府',
    disclosure: '此件公开发布',
    planTitle: '石泓县地质灾害应急预案',
  });
});

test('headings that all come again behind them are a table of contents, whether it is called so or not', async () => {
  const headings = ['1 总则', '1.1 编制目的', '2 组织体系', '2.1 办事机构', '2.2 成员单位', '3 附则'];
  const plan = headings.map(
    (line) => `${line}\n${/\d /u.test(line) && !/\.\d/u.test(line) && line !== '3 附则' ? '' : '由县应急局解释。\n'}`,
  );
  for (const contents of [headings, ['目录', ...headings], headings.map((line) => line.replace(/^\d /u, ''))]) {
    const { notice, told } = await headOf(
      `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY}石泓县地质灾害应急预案\n${contents.join('\n')}\n${plan.join('')}`,
    );
    expect(notice?.head.planTitle).toBe('石泓县地质灾害应急预案');
    expect(notice?.sections.map(({ label, title }) => `${label} ${title}`)).toEqual(['1 总则', '2 组织体系', '3 附则']);
    expect(told).toEqual([]);
  }
});

test('headings that name no body give nobody the duties under them', async () => {
  const run = await importText(
    `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY}石泓县地质灾害应急预案\n1 组织体系及职责\n1.1 领导机构\n成立县应急指挥部。\n1.2 办事机构\n办公室设在县应急局。\n1.3 县公安局\n负责交通管制。\n`,
  );
  expect(dutiesOf(run)).toEqual([{ text: '负责交通管制。', responsible: '县公安局' }]);
});

test('a title stands in 《》, a number before it, and names the bodies of one place without a sign between them', async () => {
  const { head, told } = await headOf(
    `石办发〔2024〕7号《中共石泓县委办公室石泓县人民政府办公室印发〈石泓县地质灾害应急预案〉的通知》\n《中共石泓县委办公室石泓县人民政府办公室印发〈石泓县地质灾害应急预案〉的通知》\n石办发〔2024〕7号\n${BODY.replace('石泓县人民政府\n', '')}${PLAN}`,
  );
  expect(head).toMatchObject({
    title: '中共石泓县委办公室 石泓县人民政府办公室印发〈石泓县地质灾害应急预案〉的通知',
    number: '石办发〔2024〕7号',
    issuer: '中共石泓县委办公室 石泓县人民政府办公室',
    dated: '2024-03-09',
  });
  expect(told).toEqual([]);
});

test('a body that the title calls by its level alone is the one that signs', async () => {
  const { head, told } = await headOf(`县政府关于印发石泓县地质灾害应急预案的通知\n石政发〔2024〕7号\n${BODY}${PLAN}`);
  expect(head).toMatchObject({ title: '县政府关于印发石泓县地质灾害应急预案的通知', issuer: '石泓县人民政府' });
  expect(told).toEqual([]);
});

test('a title of more than seventy characters is one, the title of a plan may be printed twice', async () => {
  const long =
    '关于印发2024年县《政府工作报告》确定的重点工作责任分解方案和2024年市《政府工作报告》涉及石泓县重点事项责任分解方案的通知';
  const { head } = await headOf(`石泓县人民政府${long}\n${BODY}详见附件：\n石泓县地质灾害应急预案\n${PLAN}`);
  expect(head).toMatchObject({ title: `石泓县人民政府${long}`, planTitle: '石泓县地质灾害应急预案' });
});

test('the letter O is a zero in a date', async () => {
  const { head } = await headOf(
    `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY.replace('2024年3月9日', '二OO四年三月九日')}${PLAN}`,
  );
  expect(head).toMatchObject({ dated: '2004-03-09' });
});

test('what a page says amid a notice neither hides its text nor is addressed', async () => {
  const { notice, told } = await headOf(
    '石泓县城管局“迎新春”市容整治活动方案\n文章来源：石泓县城管局 作者： 发布时间：2024-03-09 10:44:38 点击数：\n政策解读链接：点击查看\n局机关各科室：\n为深化创建成果，特制定本方案，请认真执行。\n政策解读：一图读懂\n一、组织领导\n成立领导小组。\n石泓县城管局\n2024年3月9日\n',
  );
  expect(notice?.head.addressees?.text).toBe('局机关各科室');
  expect(notice?.sections.map(({ title }) => title)).toEqual(['组织领导']);
  expect(told).toEqual([]);
});

test('a sentence that is taken for a page’s own is told', async () => {
  const { told } = await headOf(
    `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY}${PLAN}打印本页\n近日，县政府印发了地质灾害应急预案，对全县防灾减灾工作作出全面部署。\n`,
  );
  expect(told).toEqual([expect.stringContaining('is taken for a web page’s own, and left out: 近日')]);
});

test.each([
  ['发布机构 石泓县人民政府  文    号 石政发〔2024〕7号\n索 引 号 00034/2024 发文日期 2024-03-09'],
  [
    '文 号 | 石政发〔2024〕7号 | 发文日期 | 2024-03-09 16:20 |\n---|---|---|---|\n发布机构 | 石泓县人民政府 | 有 效 性 | 有效 |',
  ],
  ['- 备注/文号：石政发〔2024〕7号\n- 公文生成日期：2024-03-09'],
])('fields that blanks or signs part are read: %s', async (fields) => {
  const { head, told } = await headOf(
    `1. 首页\n2. 信息公开\n县政府关于印发石泓县地质灾害应急预案的通知\n${fields}\n${BODY.replace('2024年3月9日\n', '')}一、总则\n为规范处置，制定本预案。\n`,
  );
  expect(head).toMatchObject({ number: '石政发〔2024〕7号', dated: '2024-03-09' });
  expect(told.filter((line) => !line.includes('首页'))).toEqual([]);
});

test('words that set a body up are none of its duties', async () => {
  const run = await importText(
    `石泓县人民政府关于印发石泓县地质灾害应急预案的通知\n${BODY}石泓县地质灾害应急预案\n1 组织机构及职责\n1.1 县应急指挥部\n县政府设立县应急指挥部。\n1.2 县应急局\n负责综合协调。\n`,
  );
  expect(dutiesOf(run)).toEqual([{ text: '负责综合协调。', responsible: '县应急局' }]);
});

test('a page that names itself is not who issued the notice: its title tells', async () => {
  const { notice } = await importText(
    '发文机构：县政府网站\n发文字号：石政发〔2024〕7号\n石泓县人民政府工作规则\n第一章 总则\n第一条 为规范工作，制定本规则，各单位应当遵守。\n第二条 本规则自印发之日起施行。',
  );
  expect([notice?.head.issuer, notice?.head.place]).toEqual(['石泓县人民政府', '石泓县']);
});
