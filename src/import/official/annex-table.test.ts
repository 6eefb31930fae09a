import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from './annex-table.ts';
import { paragraph } from './document-testing.ts';
import { Styles } from './styles.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const bytes = (name: string, content: string, prefix = 'w') =>
  strToU8(`<w:${name} xmlns:w="${W}">${content}</w:${name}>`.replace(/(<\/?|xmlns:| )w\b/gu, `$1${prefix}`));

const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const cell = (text: string) => (text.startsWith('<w:tc>') ? text : tc(paragraph(text)));
const tr = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const HEADS = tr('重点任务', '具体工作', '牵头单位', '配合单位', '完成时限');
const merged = (value: string, text: string) => tc(paragraph(text), `<w:vMerge w:val="${value}"/>`);
const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

const rowsOf = (body: string, styles = '', prefix = 'w') =>
  readTable(
    '通知.docx',
    bytes('document', `<w:body>${body}</w:body>`, prefix),
    new Styles('通知.docx', bytes('styles', styles, prefix)),
  );
const read = (body: string) => rowsOf(body).map((row) => Object.values(row));

test('puts a merged heading and a merged lead into each of their rows', () => {
  const body = table(
    HEADS,
    tr(merged('restart', '一、甲'), '任务一。', merged('restart', '市教委'), '——', '持续推进'),
    tr(merged('continue', ''), '任务二。', merged('continue', ''), '市民政局', '2022年10月前'),
    tr('二、乙', tc(paragraph('任务三。'), '<w:gridSpan w:val="1"/>'), '市教委', '——', '持续推进'),
  );
  expect(read(body)).toEqual([
    [1, '一、甲', '任务一。', '市教委', '——', '持续推进'],
    [2, '一、甲', '任务二。', '市教委', '市民政局', '2022年10月前'],
    [3, '二、乙', '任务三。', '市教委', '——', '持续推进'],
  ]);
  expect(rowsOf(body, '', 'ns0')).toEqual(rowsOf(body));
});

test('heals text that is cut over paragraphs and lines, and keeps the space between Latin words', () => {
  const task = `${paragraph('推行 “一 ')}${`<w:p>${run('网通” ')}<w:r><w:br/></w:r>${run('和Open\u00a0 Data')}</w:p>`}`;
  const lead = `<w:p>${run('市教\u200b')}<w:r><w:softHyphen/></w:r><w:bookmarkStart/><w:hyperlink>${run('委')}</w:hyperlink></w:p>`;
  expect(read(table(HEADS, tr('一、甲', tc(task), tc(lead), '——', '2022年 12月前')))).toEqual([
    [1, '一、甲', '推行“一网通”和Open Data', '市教委', '——', '2022年12月前'],
  ]);
});

test('goes on over tables that a page break parted, with and without heads, and past empty rows', () => {
  const row = (task: string) => tr('一、甲', task, '市教委', '——', '持续推进');
  const body = `${paragraph('附件')}${table(HEADS, row('任务一。'), tr('', '', '', '', ''))}${table(HEADS, row('任务二。'))}${paragraph('')}${table(row('任务三。'))}`;
  expect(read(body).map(([number, , task]) => [number, task])).toEqual([
    [1, '任务一。'],
    [2, '任务二。'],
    [3, '任务三。'],
  ]);
});

test('passes over tables before the annex', () => {
  const body = table(tr('主送', '各区县')) + table(HEADS, tr('一、甲', '任务一。', '市教委', '——', '持续推进'));
  expect(read(body)).toEqual([[1, '一、甲', '任务一。', '市教委', '——', '持续推进']]);
});

describe('names what is not plain visible text:', () => {
  const strange = (content: string, styles = '') =>
    rowsOf(
      table(HEADS, tr('一、甲', '任务一。', '市教委', tc(`<w:p>${run('市教委、')}${content}</w:p>`), '持续推进')),
      styles,
    )[0]?.strange;
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DOCPROPERTY x</w:instrText></w:r>${run('市民政局')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  test.each([
    ['a field', field],
    ['a field', `<w:fldSimple w:instr="x">${run('市民政局')}</w:fldSimple>`],
    ['ruby', `<w:r><w:ruby><w:rt>${run('jú')}</w:rt><w:rubyBase>${run('市民政局')}</w:rubyBase></w:ruby></w:r>`],
    ['hidden text', run('市民政局', '<w:vanish/>')],
    ['hidden text', run('市民政局', '<w:webHidden/>')],
    ['hidden text', run('市民政局', '<w:color w:val="FFFFFF"/>')],
    ['hidden text', run('市民政局', '<w:sz w:val="2"/>')],
    ['struck-out text', run('市民政局', '<w:strike/>')],
    ['struck-out text', run('市民政局', '<w:dstrike w:val="true"/>')],
    ['a tracked change', `<w:del><w:r><w:delText>市民政局</w:delText></w:r></w:del>`],
    ['a tracked change', `<w:ins>${run('市民政局')}</w:ins>`],
    ['a tracked change', `<w:moveTo>${run('市民政局')}</w:moveTo>`],
    ['a tracked change', run('市民政局', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')],
    ['a drawing or a text box', `<w:r><mc:AlternateContent><mc:Choice/></mc:AlternateContent></w:r>`],
    ['a drawing or a text box', `<w:r><w:pict><w:txbxContent>${paragraph('市民政局')}</w:txbxContent></w:pict></w:r>`],
    ['a character of a symbol font', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'],
    ['a symbol font', run('市民政局', '<w:rFonts w:ascii="Wingdings 2"/>')],
    ['a note or a comment', '<w:r><w:footnoteReference w:id="2"/></w:r>'],
    ['a note or a comment', '<w:r><w:commentReference w:id="0"/></w:r>'],
    ['raised or lowered text', run('1', '<w:vertAlign w:val="superscript"/>')],
    ['a content control', `<w:sdt><w:sdtContent>${run('市民政局')}</w:sdtContent></w:sdt>`],
    ['a table of its own', `</w:p>${table(tr('市民政局'))}<w:p>`],
    ['text from right to left', run('市民政局', '<w:rtl/>')],
    ['<m:oMath>', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>'],
    ['<bdo>', `<w:bdo w:val="rtl">${run('市民政局')}</w:bdo>`],
  ])('%s: %s', (what, content) => {
    expect(strange(content)).toEqual({ support: what });
  });

  test('by way of a style, or of one that it builds on', () => {
    const styles =
      '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    expect(strange(run('市民政局', '<w:rStyle w:val="b"/>'), styles)).toEqual({ support: 'hidden text' });
    expect(strange(run('市民政局', '<w:rStyle w:val="c"/>'), styles)).toBeUndefined();
  });

  test('in numbers that Word makes, in rows that are deleted, under a merged cell', () => {
    const numbered = tc('<w:p><w:pPr><w:numPr/></w:pPr></w:p>');
    const rows = [
      tr('一、甲', '任务一。', numbered, merged('restart', '——'), '持续推进'),
      tr('一、甲', '任务二。', '市教委', merged('continue', '市民政局'), '持续推进'),
      `<w:tr><w:trPr><w:del/></w:trPr>${['一、甲', '任务三。', '市教委', '——', '持续推进'].map(cell).join('')}</w:tr>`,
    ];
    expect(rowsOf(table(HEADS, ...rows)).map((row) => row.strange)).toMatchObject([
      { lead: 'a number that Word makes' },
      { support: 'text under a merged cell' },
      { lead: 'a tracked change', support: 'a tracked change', deadline: 'a tracked change' },
    ]);
  });

  test('but not what is turned off', () => {
    expect(
      strange(run('市民政局', '<w:vanish w:val="0"/><w:strike w:val="false"/><w:rtl w:val="off"/>')),
    ).toBeUndefined();
  });
});

test('refuses a document without the table', () => {
  expect(() => read(paragraph('一、甲'))).toThrow(
    '通知.docx holds no table with the heads 重点任务, 具体工作, 牵头单位, 配合单位, 完成时限',
  );
  expect(() => read(table(tr('序号', '姓名')))).toThrow('holds no table with the heads');
});

test('refuses a row with other columns, and one that claims more than Word allows', () => {
  expect(() => read(table(HEADS, tr('一、甲', '任务一。', '市教委', '——')))).toThrow(
    'row 1 of the table in 通知.docx has 4 columns, not 5',
  );
  expect(() => read(table(HEADS, tr(tc(paragraph('一、甲'), '<w:gridSpan w:val="999999999"/>'))))).toThrow(
    'table row 2 of 通知.docx has more than 63 columns',
  );
});

describe('refuses, before it takes memory,', () => {
  test.each([
    ['more elements than any document has', '<w:p/>'.repeat(500_000), 'it holds more than 400000 elements'],
    ['elements within each other', '<w:p>'.repeat(500_000), 'more than 200 elements stand one within the other'],
    [
      'an element of many attributes',
      `<w:p ${Array.from({ length: 50_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
      'an element has more than 200 attributes',
    ],
  ])('%s', (_, body, message) => {
    expect(() => read(body)).toThrow(message);
  });

  test('a document type with entities', () => {
    const part = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    expect(() => readTable('通知.docx', part, new Styles('通知.docx', undefined))).toThrow(
      'it declares a document type',
    );
  });
});
