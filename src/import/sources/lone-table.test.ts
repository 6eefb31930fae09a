import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Given } from '../given.ts';
import { dutiesOf, importBytes } from '../testing.ts';

/** A notice that came as a table alone: what its own rows tell of it, and what must be given. */

const HEADS = '序号,工作任务,牵头单位,完成时限';
const TASK = '新建农村公路三十公里，改造农村危桥三座，完善交通安全设施。';
const ROW = `1,${TASK},县交通局,6月底前`;
const importCsv = (lines: string[], given?: Given) =>
  importBytes('test', [['table.csv', new TextEncoder().encode(lines.join('\n'))]], given);

/** A workbook of one sheet: numbers as numbers, the rest as text. */
const workbook = (rows: (string | number)[][], merged: string) =>
  zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${rows
        .map(
          (row) =>
            `<row>${row.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`,
        )
        .join('')}</sheetData><mergeCells><mergeCell ref="${merged}"/></mergeCells></worksheet>`,
    ),
  });

test('rows above the heads give title, number and issuer, rows below the last task who signed and when', async () => {
  const run = await importCsv([
    '石泓县2024年民生实事任务分解表,,,',
    '文号：石政办发〔2024〕6号,,,',
    HEADS,
    '一、道路,,,',
    ROW,
    '石泓县人民政府办公室,,,',
    '2024年2月20日,,,',
  ]);
  expect(run.notice?.head).toMatchObject({
    title: '石泓县2024年民生实事任务分解表',
    number: '石政办发〔2024〕6号',
    issuer: '石泓县人民政府办公室',
    place: '石泓县',
    dated: '2024-02-20',
  });
  expect(run.notice?.tasks[0]?.group).toBe('一、道路');
  expect(dutiesOf(run)).toEqual([{ text: TASK, lead: '县交通局', deadline: '6月底前' }]);
  expect(run.told).toEqual([]);
});

test('a table that does not tell its notice is refused with the very lines to write, and taken with them', async () => {
  const { refused, told } = await importCsv([HEADS, ROW]);
  expect([refused, told.join()]).toEqual([
    true,
    expect.stringMatching(/"title: .*"issuer: .*"dated: .*table\.csv notice\.yaml/u),
  ]);
  const titled = await importCsv(['石泓县2024年任务表,,,', HEADS, ROW]);
  expect([titled.refused, titled.told.join()]).toEqual([
    true,
    expect.stringMatching(/notice\.yaml.*"issuer: (?!.*title)/u),
  ]);
  const given = { title: '关于分解2024年任务的通知', issuer: '石泓县人民政府办公室', dated: '2024-02-20' };
  const { notice } = await importCsv(['石泓县2024年任务表,,,', HEADS, ROW], given);
  expect([notice?.head.title, notice?.head.annexTitle, notice?.tasks.length]).toEqual([
    given.title,
    '石泓县2024年任务表',
    1,
  ]);
});

test('a workbook whose first row is the merged title is a notice; a year that lost its zero is no month', async () => {
  const { notice, told } = await importBytes('test', [
    [
      'table.xlsx',
      workbook(
        [
          ['石泓县教育局2024年重点工作推进表', '', '', ''],
          HEADS.split(','),
          ['1', '新建学校。', '县教育局', 2024.1],
          ['2', '修缮学校。', '县教育局', 2024.6],
        ],
        'A1:D1',
      ),
    ],
  ]);
  expect(notice?.head).toMatchObject({ title: '石泓县教育局2024年重点工作推进表', issuer: '石泓县教育局' });
  expect(notice?.tasks.map(({ deadline }) => [deadline?.status, deadline?.text, deadline?.reading])).toEqual([
    ['inferred', '2024.1', undefined],
    ['printed', '2024.6', { kind: 'by', date: '2024-06' }],
  ]);
  expect(told).toEqual([expect.stringContaining('2024.10'), expect.stringContaining('no day of issue')]);
});

test.each([
  ['a line that tells the sign between cells', `sep=;\n${[HEADS, ROW].join('\n').replaceAll(',', ';')}`],
  ['tabs', [HEADS, ROW].join('\n').replaceAll(',', '\t')],
  ['semicolons', [HEADS, ROW].join('\n').replaceAll(',', ';')],
])('cells parted by %s are read', async (_, text) => {
  const given = { title: '2024年任务表', issuer: '石泓县人民政府办公室' };
  const run = await importCsv([text], given);
  expect(dutiesOf(run)).toEqual([{ text: TASK, lead: '县交通局', deadline: '6月底前' }]);
});

test.each([
  ['a body above the title', ['石泓县人民政府办公室,,,', '2024年度重点工作台账,,,'], '石泓县人民政府办公室'],
  ['who made the table', ['2024年度重点工作台账,,,', '制表单位：石泓县教育局,,,'], '石泓县教育局'],
])('%s issued it', async (_, rows, issuer) => {
  const { notice } = await importCsv([...rows, HEADS, ROW]);
  expect([notice?.head.title, notice?.head.issuer]).toEqual(['2024年度重点工作台账', issuer]);
});

test('who only fills a table in issued nothing', async () => {
  const { refused } = await importCsv(['2024年度重点工作台账,,,', '填报单位：石泓县教育局,,,', HEADS, ROW]);
  expect(refused).toBe(true);
});
