import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docx } from '../official/document-testing.ts';
import { importBytes } from '../testing.ts';
import { readDocx } from './docx.ts';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const read = (body: string) => readDocx('通知.docx', '', docx(body));

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const part = (name: string, content: string) => strToU8(`<w:${name} ${W}>${content}</w:${name}>`);

test.each([
  ['white letters', '<w:color w:val="FFFFFF"/>', '白色文字'],
  ['letters of three points', '<w:sz w:val="6"/>', '小得看不见的文字'],
  ['hidden letters', '<w:vanish/>', '隐藏文字'],
])('%s are left out, and named', (_, properties, name) => {
  const { lines, marks = [] } = read(paragraph(run('市教委') + run('、市民政局', properties)));
  expect(lines.join('')).toBe('市教委');
  expect(marks.map(({ what }) => what).join()).toContain(`${name}“、市民政局”`);
});

test('white letters on a colour are read: of the run, the paragraph or the cell', () => {
  const white = run('牵头单位', '<w:color w:val="FFFFFF"/>');
  const blue = '<w:shd w:val="clear" w:fill="2F5496"/>';
  const cell = `<w:tbl><w:tr><w:tc><w:tcPr>${blue}</w:tcPr>${paragraph(white)}</w:tc></w:tr></w:tbl>`;
  for (const body of [paragraph(run('牵头单位', `<w:color w:val="FFFFFF"/>${blue}`)), paragraph(white, blue), cell]) {
    expect(read(body).lines.join('')).toContain('牵头单位');
  }
  const styled = `<w:tbl><w:tblPr><w:tblStyle w:val="G"/></w:tblPr>${[1, 2].map(() => `<w:tr><w:tc>${paragraph(white)}</w:tc><w:tc/></w:tr>`).join('')}</w:tbl>`;
  const style = `<w:style w:styleId="G"><w:tblStylePr w:type="firstRow"><w:tcPr>${blue}</w:tcPr></w:tblStylePr></w:style>`;
  const byStyle = readDocx('通知.docx', '', docx(styled, { 'word/styles.xml': part('styles', style) }));
  expect(byStyle.lines).toEqual(['牵头单位\t', '\t', '']);
  expect((read(cell + paragraph(white)).marks ?? []).map(({ what }) => what).join()).toContain('白色文字');
});

test('a character of a symbol font is read where it is known, and named where it is not', () => {
  const symbol = (font: string, place: string) => `<w:r><w:sym w:font="${font}" w:char="${place}"/></w:r>`;
  const { lines, marks = [] } = read(paragraph(symbol('Symbol', 'F0B3') + run('95%') + symbol('Webdings', 'F04E')));
  expect(lines).toEqual(['≥95%']);
  expect(marks).toEqual([{ line: 1, what: expect.stringContaining('Webdings 的一个字符（F04E），没有读入') }]);
});

test('a table in a text box is read as the box is, and named', () => {
  const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('甲'))}<w:tbl><w:tr><w:tc>${paragraph(run('乙'))}</w:tc></w:tr></w:tbl></w:txbxContent></w:pict></w:r>`;
  const { lines, marks = [] } = read(paragraph(box + run('丙')));
  expect([lines, marks.map(({ what }) => what)]).toEqual([['丙', '甲', '乙'], ['文本框“甲乙”']]);
});

test('a paragraph whose end was deleted with marks is one with the next', () => {
  const end = '<w:rPr><w:del w:id="1"/></w:rPr>';
  expect(read(paragraph(run('市教'), end) + paragraph(run('委负责。'))).lines).toEqual(['市教委负责。']);
});

test('digits that stand high or low in their line do so', () => {
  const text =
    run('10') + run('4', '<w:vertAlign w:val="superscript"/>') + run('2', '<w:vertAlign w:val="subscript"/>');
  expect(read(paragraph(text)).lines).toEqual(['10⁴₂']);
});

test('a row of a table that was deleted with marks is no row, and is named', () => {
  const row = (text: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`;
  const found = read(`<w:tbl>${row('任务')}${row('旧任务', '<w:del/>')}${row('修路')}</w:tbl>`);
  expect(found.lines.filter(Boolean)).toEqual(['任务', '修路']);
  expect(JSON.stringify(found)).toContain('修订删除“旧任务”');
});

const CELLS = ['序号', '任务', '责任单位', '完成时限'];

/** What a notice says whose annex is a table of some rows: each task with its units, `?` and what they may be, and its time. */
async function tableSays(...rows: string[][]) {
  const row = (cells: string[]) =>
    `<w:tr>${cells.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`;
  const frame =
    '石泓县人民政府关于做好2024年工作的通知\n石政发〔2024〕6号\n各乡镇：\n请抓好落实。\n石泓县人民政府\n2024年2月20日';
  const lines = `${frame}\n附件：任务分工表`.split('\n').map((line) => paragraph(run(line)));
  const file = docx(`${lines.join('')}<w:tbl>${[CELLS, ...rows].map(row).join('')}</w:tbl>`);
  const { notice, names, told } = await importBytes('test', [['通知.docx', file]]);
  const tasks = notice?.tasks.map((task) => {
    const { status, candidates } = task.responsible ?? {};
    const units = status === 'open' ? `?${candidates?.join('|')}` : names(task, 'responsible').join('、');
    return [task.text, units, task.deadline?.text ?? ''];
  });
  return { tasks, told };
}

test('a row without a number goes on with one that ends amid its names, and a number for a time is told', async () => {
  const { tasks, told } = await tableSays(
    ['1', '修路3公里，', '县交通局、', '6月底'],
    ['', '硬化2公里。', '县财政局', ''],
    ['2', '建校1所。', '县教育局', '45473'],
  );
  expect(tasks).toEqual([
    ['修路3公里，硬化2公里。', '县交通局、县财政局', '6月底'],
    ['建校1所。', '县教育局', '45473'],
  ]);
  expect(told.filter((line) => line.includes('no date that anybody can read: 45473'))).toHaveLength(1);
});

test.each([
  ['县财', '政局', '县财政局'],
  ['县教育局、县自然', '资源局', '县教育局、县自然资源局'],
  ['县公安局交', '警大队', '县公安局交警大队'],
])(
  'a name that the end of a row cut with no sign is one where the row goes on, and else open: %s %s',
  async (first, rest, whole) => {
    const next = ['2', '建校1所。', '县教育局', ''];
    const one = await tableSays(['1', '修路3公里，硬', first, '2024年6'], ['', '化2公里。', rest, '月底前'], next);
    expect(one.tasks?.[0]).toEqual(['修路3公里，硬化2公里。', whole, '2024年6月底前']);
    expect(one.told).toEqual([expect.stringContaining('分在两行')]);
    const two = await tableSays(['1', '修路。', first, ''], ['2', '修桥。', rest, '']);
    const [, last = ''] = /([^、]+)$/u.exec(whole) ?? [];
    expect(two.tasks?.map(([, units]) => units)).toEqual([`?${first}|${whole}`, `?${rest}|${last}`]);
    expect(two.told).toEqual([expect.stringContaining('may have cut a name in two')]);
  },
);

test('what is left of a name is no unit, a row of its own without a number is told, and names without a level are whole', async () => {
  const { tasks, told } = await tableSays(
    ['1', '修路。', '县财政局', ''],
    ['2', '修桥。', '政局', ''],
    ['', '修渠。', '水利局、妇联', ''],
  );
  expect(tasks?.map(([, units]) => units)).toEqual(['县财政局', '', '县水利局、县妇联']);
  expect(told).toEqual([
    expect.stringContaining('rows of the table have no number'),
    expect.stringContaining('name no unit as far as they tell: 政局'),
  ]);
});

const table = (...rows: string[][]) =>
  `<w:tbl>${rows
    .map(
      (cells) =>
        `<w:tr>${cells
          .map(
            (text) =>
              `<w:tc>${
                text === ''
                  ? '<w:p/>'
                  : text
                      .split('\n')
                      .map((line) => paragraph(run(line)))
                      .join('')
              }</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => paragraph(run(line)))
    .join('');

test('a head, a signature and a foot that tables lay out are read as lines, and a box around text is text', async () => {
  const file = docx(
    [
      table(['中共石泓县委办公室\n石泓县人民政府办公室', '文件'], ['石办发〔2024〕6号', '签发人：张某']),
      lines('中共石泓县委办公室\n石泓县人民政府办公室\n关于印发石泓县2024年工作要点的通知\n各乡镇：'),
      lines('现印发给你们，请认真组织实施。'),
      table(['中共石泓县委办公室', '石泓县人民政府办公室'], ['', '2024年2月20日']),
      lines('石泓县2024年工作要点\n一、完善交通\n修路3公里。（县交通局负责）'),
      table(['专栏1　交通工程\n1.硬化道路。（县财政局负责）']),
      lines('二、保障措施\n加强经费保障。'),
      table(['抄送：县委各部门，\n县人大常委会办公室。', ''], ['石泓县人民政府办公室', '2024年2月21日印发']),
    ].join(''),
  );
  const { notice, told, names } = await importBytes('test', [['通知.docx', file]]);
  expect(notice?.head).toMatchObject({
    number: '石办发〔2024〕6号',
    issuers: ['中共石泓县委办公室', '石泓县人民政府办公室'],
    dated: '2024-02-20',
    planTitle: '石泓县2024年工作要点',
  });
  expect(notice?.tasks.map((task) => [task.text, ...names(task, 'responsible')])).toEqual([
    ['修路3公里。', '县交通局'],
    ['硬化道路', '县财政局'],
  ]);
  expect(notice?.sections.at(-1)?.clauses.map(({ text }) => text)).toEqual(['加强经费保障。']);
  expect([notice?.parts.map(({ id }) => id), told]).toEqual([['letter', 'body'], []]);
});

test('a document that holds the annex alone stands behind the page that holds the notice', async () => {
  const page = `石泓县人民政府关于做好2024年工作的通知
石政发〔2024〕6号
各乡镇：
请抓好落实。
附件：任务清单
石泓县人民政府
2024年2月20日`;
  const annex = table(['序号', '工作任务', '责任单位'], ['1', '修路3公里。', '县交通局']);
  for (const above of ['附件\n任务清单', '任务清单']) {
    const { notice, told } = await importBytes('test', [
      ['清单.docx', docx(lines(above) + annex)],
      ['通知.html', new TextEncoder().encode(`<html><body>${page.replace(/^.*$/gmu, '<p>$&</p>')}</body></html>`)],
    ]);
    expect(notice?.head).toMatchObject({ number: '石政发〔2024〕6号', annexTitle: '任务清单' });
    expect([notice?.tasks.map(({ text }) => text), told]).toEqual([['修路3公里。'], []]);
  }
});

test('a document whose parts are stored as they are is read as one whose parts are packed', () => {
  const stored = zipSync(unzipSync(docx(paragraph(run('正文')))), { level: 0 });
  expect(readDocx('通知.docx', '', stored).lines.join('')).toBe('正文');
});

test('a paragraph is numbered by its style, and by the one that this is based on, at its own level', () => {
  const level = (at: number, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const style = (id: string, based: string, numPr: string) =>
    `<w:style w:styleId="${id}"><w:basedOn w:val="${based}"/><w:pPr>${numPr}</w:pPr></w:style>`;
  const styles = [
    style('H1', '', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    style('H2', 'H1', '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    style('Mine', 'H1', ''),
  ].join('');
  const styled = (text: string, id: string) => paragraph(run(text), `<w:pStyle w:val="${id}"/>`);
  const body = styled('总体要求', 'H1') + styled('重点任务', 'Mine') + styled('健全网络', 'H2');
  const { lines } = readDocx(
    '通知.docx',
    '',
    docx(body, { 'word/numbering.xml': part('numbering', numbering), 'word/styles.xml': part('styles', styles) }),
  );
  expect(lines).toEqual(['一、总体要求', '二、重点任务', '（一）健全网络']);
});

test('a number is all that a cell may say; one without words outside a table is counted, and named', () => {
  const item = paragraph('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const row = `<w:tr><w:tc>${item}</w:tc><w:tc>${paragraph(run('甲'))}</w:tc></w:tr>`;
  const bytes = docx(`${item}<w:tbl>${row}${row}</w:tbl>`, { 'word/numbering.xml': part('numbering', numbering) });
  const { lines, marks } = readDocx('通知.docx', '', bytes);
  expect(lines).toEqual(['', '2\t甲', '3\t甲', '']);
  expect(marks).toEqual([{ line: 1, what: '没有文字的自动编号“1”' }]);
});

test('articles are counted through chapters, digits stand below words, and a list has levels of its own', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const han = 'chineseCountingThousand';
  const levels =
    level(0, han, '第%1章 ') +
    level(1, han, '第%2条 ', '<w:lvlRestart w:val="0"/>') +
    level(2, han, '%1.%3', '<w:isLgl/>');
  const own = `<w:lvlOverride w:ilvl="0">${level(0, 'ideographTraditional', '%1、')}</w:lvlOverride>`;
  const list = (id: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${more}</w:num>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${list(1)}${list(2, own)}`;
  const item = (at: number, id = 1) =>
    paragraph(run('甲'), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const body = [item(0), item(1), item(2), item(0), item(1), item(2), item(0, 2)].join('');
  const { lines } = readDocx('通知.docx', '', docx(body, { 'word/numbering.xml': part('numbering', numbering) }));
  expect(lines).toEqual(['第一章 甲', '第一条 甲', '1.1 甲', '第二章 甲', '第二条 甲', '2.1 甲', '丙、甲']);
});

test('formulas are read and named, embedded objects named, and text in a file within the file refuses the document', () => {
  const formula = paragraph(
    `${run('PM')}<m:oMath><m:r><m:t>2.5</m:t></m:r></m:oMath>${run('浓度')}<w:r><w:object/><w:drawing><c:chart/></w:drawing></w:r>`,
  );
  const { lines, marks = [] } = read(formula);
  expect(lines).toEqual(['PM2.5浓度']);
  expect(marks.map(({ what }) => what)).toEqual([
    '公式“2.5”',
    expect.stringContaining('嵌入对象'),
    expect.stringContaining('图表'),
  ]);
  expect(() => read(`${paragraph(run('正文'))}<w:altChunk/>`)).toThrow('a file within the file');
});

test('a row whose words were all struck by a tracked change is no task, and is told', async () => {
  const cell = (content: string) => `<w:tc>${paragraph(content)}</w:tc>`;
  const gone = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const row = (cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  const heads = row(['序号', '任务', '责任单位'].map((text) => run(text)));
  const rows =
    row(['1', '建设站点。', '市民政局'].map((text) => run(text))) + row(['2', '优化注销。', '市税务局'].map(gone));
  const head = [
    '云江市人民政府关于印发任务清单的通知',
    '各县人民政府：',
    '现印发给你们，请抓好落实。',
    '云江市人民政府',
    '2024年2月1日',
    '附件',
    '任务清单',
  ];
  const bytes = docx(`${head.map((text) => paragraph(run(text))).join('')}<w:tbl>${heads}${rows}</w:tbl>`);
  const { notice, told } = await importBytes('test', [['通知.docx', bytes]]);
  expect(notice?.tasks.map(({ text }) => text)).toEqual(['建设站点。']);
  expect(told).toEqual([expect.stringMatching(/nothing that is seen, but[^\n]*优化注销/u)]);
});
