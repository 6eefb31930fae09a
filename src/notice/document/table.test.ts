import { expect, test } from 'vitest';
import { readTable } from './table.ts';

const HEADS = '<tr><th>重点任务</th><th>具体工作</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>';
const tr = (...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

const read = (html: string) => readTable('通知.docx', html).map((row) => Object.values(row));

test('puts a merged heading and a merged lead into each of their rows', () => {
  const html = table(
    `<thead>${HEADS}</thead>`,
    tr('<td rowspan="2">一、甲</td>', '任务一。', '<td rowspan="2">市教委</td>', '——', '持续推进'),
    tr('任务二。', '市民政局', '2022年10月前'),
  );
  expect(read(html)).toEqual([
    [1, '一、甲', '任务一。', '市教委', '——', '持续推进'],
    [2, '一、甲', '任务二。', '市教委', '市民政局', '2022年10月前'],
  ]);
});

test('heals text that is cut over paragraphs and lines, and keeps the space between Latin words', () => {
  const html = table(
    HEADS,
    tr('一、甲', '<p>推行 “一 </p><p>网通” <br/>和Open\u00a0 Data</p>', '市教\u200b委', '——', '2022年 12月前'),
  );
  expect(read(html)).toEqual([[1, '一、甲', '推行“一网通”和Open Data', '市教委', '——', '2022年12月前']]);
});

test('goes on over tables that a page break parted, with and without heads, and past empty rows', () => {
  const row = (task: string) => tr('一、甲', task, '市教委', '——', '持续推进');
  const html = `<p>附件</p>${table(HEADS, row('任务一。'), tr('', '', '', '', ''))}${table(HEADS, row('任务二。'))}<p/>${table(row('任务三。'))}`;
  expect(read(html).map(([number, , task]) => [number, task])).toEqual([
    [1, '任务一。'],
    [2, '任务二。'],
    [3, '任务三。'],
  ]);
});

test('passes over tables before the annex, and takes a table inside a cell as its text', () => {
  const inner = table(tr('任务', '一。'));
  const html = table(tr('主送', '各区县')) + table(HEADS, tr('一、甲', inner, '市教委', '——', '持续推进'));
  expect(read(html)).toEqual([[1, '一、甲', '任务一。', '市教委', '——', '持续推进']]);
});

test('refuses a document without the table', () => {
  expect(() => read('<p>一、甲</p>')).toThrow(
    '通知.docx holds no table with the heads 重点任务, 具体工作, 牵头单位, 配合单位, 完成时限',
  );
  expect(() => read(table(tr('序号', '姓名')))).toThrow('holds no table with the heads');
});

test('refuses a row with other columns, and one that claims more than Word allows', () => {
  expect(() => read(table(HEADS, tr('一、甲', '任务一。', '市教委', '——')))).toThrow(
    'row 1 of the table in 通知.docx has 4 columns, not 5',
  );
  expect(() => read(table(HEADS, tr('<td colspan="999999999">一、甲</td>')))).toThrow(
    'table row 2 of 通知.docx has more than 63 columns',
  );
});
