import { expect, test } from 'vitest';
import { importBytes, importText } from '../testing.ts';

/** What stands behind a notice, on the page that it was saved from. */

const LETTER = `石泓县人民政府关于同意设立石泓工业园区的批复
石政函〔2024〕6号
县工信局：
你局请示收悉。现批复如下：
一、同意设立石泓工业园区。
二、请严格土地管理。
石泓县人民政府
2024年2月20日
`;
const PLAN = `石泓县人民政府关于印发石泓县2024年工作方案的通知
石政发〔2024〕7号
各乡镇人民政府：
现印发给你们，请认真组织实施。
石泓县人民政府
2024年2月20日
石泓县2024年工作方案
一、修路。新建道路3公里。
二、治水。
责任单位：县水利局
`;

/** All that the pages show of a notice as its text. */
async function shown(text: string) {
  const { notice, told } = await importText(text);
  const clauses = (notice?.sections ?? []).flatMap((section) => section.clauses.map((clause) => clause.text));
  return { text: [notice?.head.planTitle ?? '', ...clauses].join('|'), told };
}

test.each([
  '政策解读：《工作方案》解读',
  '【政策解读】一图读懂工作方案',
  '视频解读：工作方案',
  '关联文档',
  '我要纠错 责任编辑：张三',
  '（责任编辑：李四）',
  '微信 微博',
  'TOP',
  '关闭 打印',
  '【字体：大 中 小】',
  'Copyright © 2024 石泓县人民政府',
  '地址：石泓县解放路1号 邮编：123456',
  '技术支持：某某公司',
  '建议使用1024*768分辨率浏览',
  '本文件PDF版下载',
  '点击下载：附件',
  '您是第12345位访客',
  '猜你喜欢',
])('%s is no text of the notice', async (line) => {
  for (const notice of [LETTER, PLAN]) {
    const [alone, with_] = [await shown(notice), await shown(`${notice}${line}\n`)];
    expect(with_.text).toBe(alone.text);
  }
});

test('lines behind a letter that head no text are left out, and told; behind a plan they are told', async () => {
  const letter = await shown(`${LETTER}便民热线\n办事大厅\n`);
  expect([letter.text, letter.told]).toEqual([
    (await shown(LETTER)).text,
    [expect.stringContaining('便民热线，办事大厅')],
  ]);
  const plan = await shown(`${PLAN}便民热线\n`);
  expect([plan.text.endsWith('便民热线'), plan.told]).toEqual([true, [expect.stringContaining('no sentences')]]);
});

test('behind a plan on a web page they are left out', async () => {
  const page = (text: string) => new TextEncoder().encode(`<p>${text.trim().split('\n').join('</p><p>')}</p>`);
  const { notice, told } = await importBytes('test', [['notice.html', page(`${PLAN}便民热线\n办事大厅`)]]);
  expect(notice?.sections.at(-1)?.clauses.map(({ text }) => text)).toEqual(['治水。', '责任单位：县水利局']);
  expect(told).toEqual([expect.stringContaining('left out: 便民热线，办事大厅')]);
});

test.each(['附件1：任务清单', '附件1 任务清单', '附表1.任务清单'])(
  '%s heads an annex, label and title in one line',
  async (first) => {
    const table = (task: string) => `序号\t工作任务\t牵头单位\n1\t${task}\t县交通局`;
    const second = first.replace('1', '2').replace('任务', '项目');
    const { notice } = await importText(
      `石泓县人民政府办公室关于印发2024年任务清单的通知\n石政办发〔2024〕6号　　签发人：张某\n各乡镇人民政府：\n现将任务清单印发给你们，请认真组织实施。\n石泓县人民政府办公室\n2024年2月20日\n${first}\n${table('新建公路。')}\n${second}\n${table('新建学校。')}`,
    );
    expect(notice?.head.number).toBe('石政办发〔2024〕6号');
    expect(notice?.parts.map(({ title }) => title)).toEqual([null, '任务清单', '项目清单']);
    expect(notice?.tasks.map(({ annex, text }) => [annex, text])).toEqual([
      [undefined, '新建公路。'],
      [2, '新建学校。'],
    ]);
  },
);

test('附： announces an annex and heads it as 附件： does; a plan that is announced is there', async () => {
  const { notice } = await importText(
    LETTER.replace('石泓县人民政府\n2024', '附：园区任务表\n石泓县人民政府\n2024') +
      '附：\n园区任务表\n任务\t责任单位\n修路\t县交通局\n',
  );
  expect(notice?.head).toMatchObject({ annexLine: { text: '附：园区任务表' }, annexTitle: '园区任务表' });
  expect(notice?.tasks.map(({ text }) => text)).toEqual(['修路']);
  const { told } = await importText(
    PLAN.replace('石泓县人民政府\n2024', '附件：石泓县2024年工作方案\n石泓县人民政府\n2024'),
  );
  expect(told).toEqual([]);
});

test('an annex of which nothing but its title is read is told', async () => {
  const { told } = await shown(`${PLAN}附件\n石泓县任务清单\n`);
  expect(told).toEqual([expect.stringContaining('nothing stands under the title of this annex: 石泓县任务清单')]);
});
