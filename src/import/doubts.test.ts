import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGiven } from './given.ts';
import { CORPUS, importBytes, importText } from './testing.ts';

const issued = readFileSync(`${CORPUS}/shihong-2022-8/shihong-2022-8.txt`, 'utf8');

/** What the import tells of the notice with some words of it changed. */
async function toldOf(from: string, to: string): Promise<string[]> {
  expect(issued).toContain(from);
  const { told, refused, notice } = await importText(issued.replace(from, to));
  expect([refused, notice?.tasks.length]).toEqual([false, 20]);
  return told;
}

test('the notice as issued leaves nothing to tell', async () => {
  expect(await toldOf('石政办发', '石政办发')).toEqual([]);
});

test.each([
  ['a date of signing that is none', '2022年3月11日', '2022年13月45日', '2022年13月45日 is no date', 15],
  ['a deadline that is no date', '2022年9月1日前', '2022年9月31日前', '2022年9月31日 is no date', 33],
  ['a month that no year has', '2022年6月底前', '2022年16月底前', '2022年16月 is no date', 22],
  [
    'an annex of another year than announced',
    '附件\n石泓县2022年',
    '附件\n石泓县2023年',
    'announces 附件：石泓县2022年',
    18,
  ],
  ['an annex of another name', '重点工作任务清单\n\n石泓县', '重点任务表\n\n石泓县', 'this annex is headed', 18],
  ['a quotation that never ends', '各牵头单位要', '“各牵头单位要', '“ has no counterpart', 8],
  ['a quotation that never began', '实行销号管理', '实行销号”管理', '” has no counterpart', 9],
  ['a title that never ends', '建立台账', '建立《台账', '《 has no counterpart', 9],
  [
    'a signature that is none',
    '石泓县人民政府办公室\n2022年3月11日',
    '石泓县人民政府办公室[2022年3月11日',
    'no day of issue',
    1,
  ],
  ['a section that is cut off', '整改情况向社会公开。', '整改情况向社', 'they may be cut off', 9],
])('%s is told, with its line', async (_, from, to, words, line) => {
  expect(await toldOf(from, to)).toEqual([
    expect.stringMatching(new RegExp(`${words}[\\s\\S]*notice\\.txt:${line}:`, 'u')),
  ]);
});

test('two notices in one file are refused, at the number of the second', async () => {
  const { refused, told } = await importText(`${issued}\n${issued.replace('8号', '9号')}`);
  expect([refused, told.join('\n')]).toEqual([true, expect.stringContaining('the number of another notice') as string]);
});

test('a bracket that is never opened or closed, and speaks of roles, is told', async () => {
  const told = (await importText(issued.replace('建立台账', '建立台账（县水利局牵头[甲）'))).told.join('\n');
  expect(told).toContain('is not closed: its duty is not read');
});

test('lines that wide gaps part again and again are a table without rules, and refused', async () => {
  const rows = [
    '序号    工作任    牵头单    配合单',
    '1    推进改    市数据    市财政',
    '造，完    局    局、市',
    '2    建设站    市民政    市公安',
  ];
  const { refused, told } = await importText(`${issued.split('附件\n')[0]}附件\n任务表\n${rows.join('\n')}\n`);
  expect([refused, told.join()]).toEqual([true, expect.stringMatching(/whose cells nothing parts[\s\S]*\.docx/u)]);
});

test('a notice that begins once more amid its text is refused', async () => {
  const { refused, told } = await importText(`${issued}\n${issued}`);
  expect([refused, told.join('\n')]).toEqual([
    true,
    expect.stringContaining('begins once more amid its text') as string,
  ]);
});

const PAGE = '<html><body><div><p>县水利局负责。</p>';
test.each([
  [
    'a page of login',
    'page.html',
    '<html><body><p>请登录后查看</p></body></html>',
    /holds 6 Chinese characters[\s\S]*log in/u,
  ],
  ['a text read in another encoding', 'notice.txt', 'å‹ä¸­å›½æ”¿åºœ'.repeat(20), /only 0 are Chinese[\s\S]*encoding/u],
  [
    'a text whose lost characters were saved once more',
    'notice.txt',
    issued.replace('县水利局', '县锟斤拷局'),
    /a character was lost here/u,
  ],
  ['a page that was cut off', 'page.html', `${PAGE}${issued}`, /ends inside the <div> that begins in line 1/u],
  ['a page saved as an archive', 'page.mht', 'From: <Saved by Blink>', /as HTML alone/u],
  [
    'an archive that is named .html',
    'page.html',
    'From: <Saved by Blink>\nContent-Type: multipart/related;',
    /as HTML alone/u,
  ],
])('%s is refused, with advice that fits', async (_, name, text, words) => {
  const { refused, told } = await importBytes('test', [[name, new TextEncoder().encode(text)]]);
  expect([refused, told]).toEqual([true, [expect.stringMatching(words)]]);
});

test('a row without a task is refused once, and a row whose cells are shifted is open', async () => {
  const row = issued.split('\n').find((line) => line.startsWith('2\t')) ?? '';
  const [number = '', task = '', lead = '', support = '', deadline = ''] = row.split('\t');
  const hole = await importText(issued.replace(row, [number, '', lead, support, deadline].join('\t')));
  expect([hole.refused, hole.told]).toEqual([true, [expect.stringContaining('has no words in its column')]]);
  const { notice, told } = await importText(issued.replace(row, [number, task, deadline, lead, support].join('\t')));
  const shifted = notice?.tasks.find(({ text }) => text === task);
  expect([shifted?.lead?.status, shifted?.support?.status, shifted?.deadline?.status]).toEqual([
    'open',
    'open',
    'open',
  ]);
  expect(told.filter((line) => line.includes('do not fit their heads'))).toHaveLength(1);
});

test('a day that no calendar has is none for notice.yaml', () => {
  expect(() => readGiven({ file: 'notice.yaml', text: 'dated: 2024-02-31' })).toThrow('does not fit');
});
