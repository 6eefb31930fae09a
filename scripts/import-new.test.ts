import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { imported } from './lib/imported.ts';

/** The command line as somebody uses it who has a notice of another office. */

const CORPUS = 'tests/fixtures/notices';
const NOTICE = `白河区人民政府办公室关于做好2023年防汛工作的通知
白政办发〔2023〕6号
各街道办事处，区政府各部门：
为做好防汛工作，现将有关事项通知如下。
一、排查隐患。完成水库排查（区水务局牵头，区应急局配合，2023年5月底前完成）。
二、强化值守。汛期每日报送情况（区水务局、区应急局）。
白河区人民政府办公室
2023年4月6日
`;

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'new-'));
  mkdirSync(join(project, 'seeds'));
  for (const name of ['units.yaml', 'kinds.yaml', 'columns.yaml']) cpSync(join('seeds', name), at('seeds', name));
  writeFileSync(at('通知.txt'), NOTICE);
});
afterEach(() => rmSync(project, { recursive: true }));

const at = (...path: string[]) => join(project, ...path);
const run = (...args: string[]) => imported({ seeds: at('seeds'), content: at('content') }, ...args);
const json = (...path: string[]) => JSON.parse(readFileSync(at('content', ...path), 'utf8'));

test('a new notice is copied under the address that its number gives, and importing again changes nothing', async () => {
  const { status, said } = await run(at('通知.txt'));
  expect([status, said]).toEqual([0, expect.stringContaining('bzbf-2023-6: taken') as string]);
  expect(readFileSync(at('seeds/bzbf-2023-6/通知.txt'), 'utf8')).toBe(NOTICE);
  expect(json('bzbf-2023-6', 'notice.json')).toMatchObject({ place: '白河区', dated: '2023-04-06', published: null });
  const [first, second] = json('bzbf-2023-6', 'tasks.json');
  expect(first).toMatchObject({ id: 'b1-1', lead: { text: '区水务局' }, support: { text: '区应急局' } });
  expect(second.responsible.units).toEqual(['bai-he-qu.qu-shui-wu-ju', 'bai-he-qu.qu-ying-ji-ju']);
  expect(second).not.toHaveProperty('lead');
  expect((await run('--check')).status).toBe(0);
  expect((await run(at('通知.txt'))).status).toBe(0);
});

test('--id names another address; a second notice does not take it', async () => {
  expect((await run('--id', 'fang-xun', at('通知.txt'))).status).toBe(0);
  writeFileSync(at('另.txt'), NOTICE.replace('6号', '7号'));
  const { status, said } = await run('--id', 'fang-xun', at('另.txt'));
  expect([status, said]).toEqual([
    1,
    expect.stringMatching(/fang-xun\/ is there already.*\n {2}help: .*--id/u) as string,
  ]);
});

test('--strict refuses units that are on no file; --accept takes them over, each with the address that it has', async () => {
  await run(at('通知.txt'));
  const slugs = () => json('units.json').filter(({ place }: { place?: string }) => place === '白河区');
  const before = slugs();
  expect(before.map(({ name, proposed }: { name: string; proposed?: true }) => [name, proposed])).toEqual([
    ['区水务局', true],
    ['区应急局', true],
  ]);
  expect(await run('--check', '--strict')).toMatchObject({
    status: 1,
    said: expect.stringContaining('--accept') as string,
  });
  expect((await run('--accept')).status).toBe(0);
  expect(existsSync(at('seeds/units.proposed.yaml'))).toBe(false);
  expect(slugs()).toEqual(before.map(({ proposed: _, ...unit }: { proposed?: true }) => unit));
  expect((await run('--check', '--strict')).status).toBe(0);
});

test('what the text does not print comes from notice.yaml, and what both say must agree', async () => {
  await run(at('通知.txt'));
  const yaml = at('seeds/bzbf-2023-6/notice.yaml');
  writeFileSync(yaml, 'published: 2023-04-10\nofficial: https://www.example.gov.cn/1.html\nstatus: 已废止\n');
  expect((await run()).status).toBe(0);
  expect(json('bzbf-2023-6', 'notice.json')).toMatchObject({
    published: '2023-04-10',
    official: 'https://www.example.gov.cn/1.html',
    status: '已废止',
  });
  writeFileSync(yaml, 'dated: 2023-04-07\n');
  expect(await run()).toMatchObject({
    status: 1,
    said: expect.stringContaining('gives dated as 2023-04-07, the text as 2023-04-06') as string,
  });
  writeFileSync(yaml, 'published: 10.4.2023\n');
  expect((await run()).said).toMatch(/published does not fit: 10\.4\.2023\n {2}--> .*notice\.yaml:1:1/u);
});

test.each([
  [join(CORPUS, 'broken/b11-docx-cut'), /b11\.docx is damaged/u],
  [join(CORPUS, 'broken/b07-files-contradict'), /row 4 stands only in b07\.txt/u],
])('%s is refused: it says why, and everything stays as it was', async (path, why) => {
  await run(at('通知.txt'));
  const seeds = readdirSync(at('seeds'));
  const { status, said } = await run(path);
  expect([status, said]).toEqual([1, expect.stringMatching(why) as string]);
  expect(said).not.toMatch(/^\s+at /mu);
  expect(readdirSync(at('seeds'))).toEqual(seeds);
  expect((await run('--check')).status).toBe(0);
});

test('as a command it tells and ends alike', async () => {
  const env = { ...process.env, SEEDS: at('seeds'), CONTENT: at('content') };
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/import.ts', ...args], { env, encoding: 'utf8' });
  const taken = command(at('通知.txt'));
  expect([taken.status, taken.stdout, taken.stderr]).toEqual([0, expect.stringContaining('bzbf-2023-6: taken'), '']);
  const refused = command('--check', '--strict');
  const { error } = await run('--check', '--strict');
  expect([refused.status, refused.stderr]).toEqual([1, `${error}\n`]);
});

test('notice.yaml is handed in beside the files, and kept with them', async () => {
  writeFileSync(at('无署名.txt'), NOTICE.replaceAll('白河区人民政府办公室', ''));
  expect((await run(at('无署名.txt'))).error).toContain('1 of 1 notices are refused');
  writeFileSync(at('notice.yaml'), 'issuer: 白河区人民政府办公室\n');
  expect((await run(at('无署名.txt'), at('notice.yaml'))).status).toBe(0);
  expect(json('bzbf-2023-6', 'notice.json')).toMatchObject({ issuer: '白河区人民政府办公室' });
  expect((await run('--check')).status).toBe(0);
});

test('a notice that is refused takes in the notice.yaml of its own folder, and says so; one that is whole does not', async () => {
  writeFileSync(at('无署名.txt'), NOTICE.replaceAll('白河区人民政府办公室', ''));
  writeFileSync(at('notice.yaml'), 'issuer: 白河区人民政府办公室\nstatus: 已废止\n');
  const { status, said } = await run(at('无署名.txt'));
  expect([status, said]).toEqual([0, expect.stringContaining('notice.yaml lies beside 无署名, and is taken')]);
  expect(json('bzbf-2023-6', 'notice.json')).toMatchObject({ issuer: '白河区人民政府办公室', status: '已废止' });
  writeFileSync(at('另.txt'), NOTICE.replace('6号', '7号'));
  expect((await run(at('另.txt'))).status).toBe(0);
  expect(json('bzbf-2023-7', 'notice.json')).not.toHaveProperty('status');
});

test('of notices that are there already nothing is told when another is handed in', async () => {
  await run(at('通知.txt'));
  writeFileSync(at('另.txt'), NOTICE.replace('6号', '7号'));
  const { said } = await run(at('另.txt'));
  expect([said.includes('bzbf-2023-7: taken'), said.includes('bzbf-2023-6: taken')]).toEqual([true, false]);
});

test('a unit that is accepted for another city takes no task of a unit of the same name', async () => {
  cpSync('seeds/yfbf-2022-34', at('seeds/yfbf-2022-34'), { recursive: true });
  await run();
  const before = json('yfbf-2022-34', 'tasks.json');
  appendFileSync(at('seeds/units.yaml'), '\n- name: 市财政局\n  kind: 政府部门\n  place: 西陵市\n');
  expect((await run()).status).toBe(0);
  expect(json('yfbf-2022-34', 'tasks.json')).toEqual(before);
});

test('a file that no reader takes is named, with what to do', async () => {
  writeFileSync(at('通知.wps'), 'x');
  expect(await run(at('通知.wps'))).toMatchObject({
    status: 1,
    said: expect.stringMatching(/通知\.wps is of a kind[\s\S]*save it as \.docx/u) as string,
  });
});
