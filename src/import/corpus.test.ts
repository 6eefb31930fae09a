import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withCells, withoutAbsent } from '../notice/absent.ts';
import { assemble } from '../notice/assemble.ts';
import { CORPUS, importFolder, importText, type Run } from './testing.ts';

const ids = readdirSync(CORPUS).filter((name) => !name.includes('.') && name !== 'broken');
/** Where a notice prints more than its key has: 发布时间:2022-02-22 08:15:02. */
const TOLD_BESIDE = new Map([['lanping-2022-5', ['published: 2022-02-22 (key: null)']]]);

/** The published data of a run's notice. */
function dataOf({ notice, context }: Run) {
  if (!notice) return undefined;
  const { head, parts, sections, tasks } = notice;
  const data = assemble({ head, parts, sections, tasks: tasks.map(withCells), units: context.book.entries });
  return { ...data, tasks: data.tasks.map(withoutAbsent) };
}

describe('the corpus of invented notices', () => {
  const runs = new Map<string, Run>();
  const dist = mkdtempSync(join(tmpdir(), 'corpus-'));
  let checked = '';

  beforeAll(async () => {
    mkdirSync(join(dist, 'data'));
    for (const id of ids) {
      const run = await importFolder(id);
      runs.set(id, run);
      if (run.notice && !run.refused) writeFileSync(join(dist, 'data', `${id}.json`), JSON.stringify(dataOf(run)));
    }
    try {
      checked = execFileSync('node', [join(CORPUS, 'check.mjs'), dist, '--all'], { encoding: 'utf8' });
    } catch (error) {
      checked = (error as { stdout: string }).stdout;
    }
  });
  afterAll(() => rmSync(dist, { recursive: true }));

  test.each(ids)('%s is taken, and right', (id) => {
    const lines = checked.split('\n');
    const at = lines.findIndex((line) => line.startsWith(`${id}: `));
    const end = lines.findIndex((line, index) => index > at && !line.startsWith('  '));
    const told = TOLD_BESIDE.get(id) ?? [];
    const wrong = lines.slice(at + 1, end).map((line) => line.trim());
    expect({ id, taken: lines[at]?.includes('not taken') === false, wrong }).toEqual({ id, taken: true, wrong: told });
  });

  test('is nowhere surer than its text', () => {
    expect(checked).toMatch(/surer than the text 0\n$/u);
  });

  test.each(ids)('%s has every character of its text booked once', (id) => {
    const { characters } = runs.get(id)?.notice?.account ?? {};
    const { total = 0, ...kinds } = characters ?? {};
    expect(total).toBeGreaterThan(400);
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(total);
  });
});

test('an annex that was flattened to columns of lines has no cell that was counted off for certain, and says so', async () => {
  const { notice, told, refused } = await importFolder('beiling-2022-41');
  expect(refused).toBe(false);
  expect(told[0]).toMatch(/flattened[\s\S]*beiling-2022-41\.txt:44[\s\S]*\.docx/u);
  const counted = (notice?.tasks ?? []).flatMap(({ lead, support, deadline }) =>
    [lead, support, deadline].filter((cell) => cell && cell.status !== 'printed' && !cell.why?.includes('断行')),
  );
  expect(counted.length).toBeGreaterThan(200);
  expect(counted.every((cell) => cell?.mayBeMissing)).toBe(true);
});

test('of a row printed whole the breaks of its lines tell the columns where their order does not, and are its reason', async () => {
  const whole = (lines: string[]) =>
    importText(
      `北陵市人民政府办公室关于印发工作要点的通知\n各区政府：\n现印发给你们。\n北陵市人民政府办公室\n2022年4月19日\n工作要点\n一、规范停车。利用桥下空间新建停车场，新增公共停车泊位6000个。改善慢行交通环境，建设步行道56公里。保持市容整洁。\n附件\n任务分解\n重点领域 工作举措 完成时限 主责单位 协同单位\n\n${lines.join('\n')}\n`,
    );
  const unclear = [
    '利用桥下空间新建停车场，新增公共 2022年 市城市管理局、市',
    '各区政府',
    '停车泊位6000个。 12月底前 自然资源局',
  ];
  const clear = ['改善慢行交通环境，建设步 2022年 市住房城乡建设 市城市管理局、市', '行道56公里。 11月底前 局 公安局'];
  const known = ['保持市容整洁。', '持续推进', '市城市管理局、市自然资源局', '市公安局、市住房城乡建设局', '各区政府'];
  const { notice, names } = await whole([...unclear, '', ...clear, '', ...known]);
  const [parking] = notice?.tasks ?? [];
  expect([names(parking, 'lead'), names(parking, 'support')]).toEqual([['各区政府'], ['市城市管理局', '市自然资源局']]);
  expect(parking?.lead).toMatchObject({ status: 'inferred', why: expect.stringContaining('断行') });
  const alone = await whole([...unclear, '', ...known]);
  expect(alone.notice?.tasks[0]?.lead).toMatchObject({
    status: 'open',
    candidates: ['各区政府', '市城市管理局、市自然资源局'],
  });
});

test('a flattened annex that cannot be counted off is refused, with advice', async () => {
  const { told, refused } = await importText(
    '澜平市人民政府办公室关于印发工作要点的通知\n各县：\n现印发给你们。\n澜平市人民政府办公室\n2022年4月19日\n工作要点\n一、做好工作。改造道路3条。\n二、强化保障。市财政局要保障经费。\n附件\n任务分解\n重点领域 工作举措 完成时限 主责单位\n\n改造道路 市财\n政局 3条\n',
  );
  expect(refused).toBe(true);
  expect(told[0]).toMatch(/flattened[\s\S]*\.docx/u);
});

describe('broken notices', () => {
  const taskOf = (run: Run, start: string) => run.notice?.tasks.find(({ text }) => text.includes(start));

  test('b01: rows with too many cells are kept as text, their cells open, and named', async () => {
    const run = await importFolder('broken/b01-row-too-many-cells');
    expect(run.told.filter((line) => line.includes('has 6 cells where 5 are'))).toEqual([
      expect.stringContaining('b01.txt:22'),
      expect.stringContaining('b01.txt:23'),
    ]);
    const [first, second, third, fourth] = run.notice?.tasks ?? [];
    expect(run.names(first, 'support')).toEqual(['县应急管理局', '县气象局']);
    for (const task of [second, third])
      for (const role of ['lead', 'support', 'deadline'] as const) expect(task?.[role]?.status).toBe('open');
    expect(run.names(fourth, 'lead')).toEqual(['县气象局']);
    expect(fourth?.deadline).toBeUndefined();
  });

  test('b02: what a reader of the Word file sees is taken; what is not plain text is named, and its cell inferred', async () => {
    const run = await importFolder('broken/b02-docx-marks');
    const lead = (start: string) => run.names(taskOf(run, start), 'lead');
    const support = (start: string) => run.names(taskOf(run, start), 'support');
    expect(lead('增设托班')).toEqual(['县教育局']);
    expect(taskOf(run, '备案办理指南')?.deadline).toMatchObject({ text: '2023年8月底前', status: 'printed' });
    expect(lead('全员轮训')).toEqual(['县卫生健康局']);
    expect(support('优惠价格')).toEqual(['县水利局']);
    expect(lead('月度巡查')).toEqual(['县卫生健康局']);
    expect(support('社区用房')).toEqual(['县住建局', '县财政局']);
    expect(support('指导中心')).toEqual(['县发改局', '县自然资源局', '县财政局']);
    expect([...lead('机构名单'), ...support('机构名单')]).toEqual(['县卫生健康局', '县教体局']);
    for (const [row, what] of [
      [1, '隐藏文字“、县民政局”'],
      [4, '删除线文字“、县住建局”'],
      [5, '修订删除“县教育局”'],
      [6, '文本框“县财政局”'],
      [7, '嵌套表格'],
    ])
      expect(run.told.some((line) => line.includes(`table row ${row},`) && line.includes(String(what)))).toBe(true);
    expect(taskOf(run, '增设托班')?.lead).toMatchObject({
      status: 'inferred',
      why: expect.stringContaining('隐藏文字'),
    });
  });

  test.each([
    ['b03-csv-open-quote', 'b03.csv:3', 'quote'],
    ['b04-html-cut', 'b04.html:47', 'ends inside the table'],
    ['b11-docx-cut', 'b11.docx', 'damaged'],
  ])('%s is refused in one finding that says where', async (id, place, words) => {
    const run = await importFolder(`broken/${id}`);
    expect(run.notice).toBeUndefined();
    expect(run.told).toEqual([expect.stringContaining(words)]);
    expect(run.told[0]).toContain(place);
    expect(run.told[0]).not.toContain('    at ');
  });

  test('b05: a table without a column of units gives tasks without units', async () => {
    const run = await importFolder('broken/b05-no-unit-column');
    expect(run.told.some((line) => line.includes('no column of units'))).toBe(true);
    expect(run.notice?.tasks.map(({ lead, responsible }) => lead ?? responsible)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(run.notice?.tasks.map(({ deadline }) => deadline?.text)).toEqual([
      '2023年5月底前',
      '每季度',
      '2023年6月底前',
    ]);
  });

  test('b06: numbers that jump or stand twice are kept as printed, each told with its line', async () => {
    const run = await importFolder('broken/b06-numbers-jump');
    expect(run.notice?.sections.map(({ label }) => label)).toEqual(['一、', '二、', '四、', '五、', '五、', '七、']);
    expect(new Set(run.notice?.sections.map(({ id }) => id)).size).toBe(6);
    expect(run.told).toEqual([
      expect.stringMatching(/number 3 is missing[\s\S]*b06\.txt:15/u),
      expect.stringMatching(/五、 stands twice[\s\S]*b06\.txt:17/u),
      expect.stringMatching(/number 6 is missing[\s\S]*b06\.txt:18/u),
    ]);
    expect(run.names(run.notice?.tasks[4], 'responsible')).toEqual(['县政府督查室']);
  });

  test('b07: files that contradict each other are refused, with every difference', async () => {
    const run = await importFolder('broken/b07-files-contradict');
    expect(run.refused).toBe(true);
    for (const words of ['row 1, 牵头单位', 'row 1, 配合单位', 'row 2, 完成时限', 'row 4 stands only in b07.txt'])
      expect(run.told.filter((line) => line.includes(words))).toHaveLength(1);
    expect(run.told).toHaveLength(4);
  });
});
