import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readXlsx } from './xlsx.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet whose second cell style shows dates in a format. */
const workbook = (rows: string, format: number, code = '') =>
  zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="清单" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="${format}" formatCode="${code}"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="${format}"/><xf fontId="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`),
  });
const read = (rows: string, format = 14, code = '') => readXlsx('附件.xlsx', '', workbook(rows, format, code));
const DATE = '<row r="1"><c r="A1" s="1"><v>45473</v></c></row>';

test.each([
  [14, '', '2024/6/30'],
  [57, '', '2024年6月'],
  [176, 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '2024年6月30日'],
  [177, 'yyyy-mm-dd', '2024-06-30'],
  [181, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '2024年6月30日'],
])('a number that format %d %s shows as a date is read as it is shown, and marked', (format, code, shown) => {
  const { lines, blocks } = read(DATE, format, code);
  expect(lines[0]).toBe(shown);
  expect(blocks[0]).toMatchObject({ rows: [[{ marks: ['存为日期的数值45473'] }]] });
});

test('a format that is not known leaves the number as it is stored, marked', () => {
  for (const code of ['[$-804]aaaa d', 'mmm\\-yy', 'dddd d']) expect(read(DATE, 178, code).lines[0]).toBe('45473');
});

test('hidden rows are left out, and named', () => {
  const { lines, notes } = read('<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>');
  expect([lines[0], lines.length]).toEqual(['1', 2]);
  expect(notes).toEqual(['the hidden rows 2 of the sheet 清单 of 附件.xlsx are left out']);
});

test.each([
  ['0.955', 9, '', '96%'],
  ['0.955', 180, '0.0%', '95.5%'],
  ['1234567.5', 181, '#,##0.00', '1,234,567.50'],
  ['0.30000000000000004', 0, '', '0.3'],
  ['1.2E+7', 0, '', '12000000'],
])('the number %s in format %d %s is read as it is shown', (value, format, code, shown) => {
  expect(read(`<row r="1"><c s="1"><v>${value}</v></c></row>`, format, code).lines[0]).toBe(shown);
});

test('a character that is written by its number is read as what it is, and digits that stand high or low as such', () => {
  const run = (text: string, place = '') => `<r><rPr><vertAlign val="${place}"/></rPr><t>${text}</t></r>`;
  const cell = `<c t="inlineStr"><is>${run('县公安局、_x000D_\n县民政局')}${run('10')}${run('4', 'superscript')}${run('2', 'subscript')}</is></c>`;
  expect(read(`<row r="1">${cell}</row>`).lines[0]).toBe('县公安局、 县民政局10⁴₂');
});

test('struck-out words are left out, and named: of a cell, or of a part of it', () => {
  const struck = '<c s="2" t="inlineStr"><is><t>市财政局</t></is></c>';
  const part = '<c t="inlineStr"><is><r><t>市教委</t></r><r><rPr><strike/></rPr><t>、市民政局</t></r></is></c>';
  const { lines, blocks } = read(`<row r="1"><c><v>1</v></c>${struck}${part}</row>`);
  expect(lines[0]).toBe('1\t\t市教委');
  expect(blocks[0]?.kind === 'table' && blocks[0].rows[0]?.map(({ marks }) => marks)).toEqual([
    [],
    ['删除线文字“市财政局”'],
    ['删除线文字“、市民政局”'],
  ]);
});

test('hidden columns are left out, and named', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>';
  const { lines, notes } = read(`${rows}</sheetData><cols><col min="2" max="2" hidden="1"/></cols><sheetData>`);
  expect([lines[0], notes]).toEqual(['1\t3', ['1 hidden columns of the sheet 清单 of 附件.xlsx are left out']]);
});
