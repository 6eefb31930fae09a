import { expect, test } from 'vitest';
import type { FoundCell } from './line-writer.ts';
import { readPdf } from './pdf.ts';
import { areIndented, isPageNumber, marginsOf, withoutRunning } from './pdf-pages.ts';
import { continues, goOnBehindLine, goOnWith, joinRow } from './pdf-rows.ts';

const row = (...texts: string[]) => texts.map((text) => ({ paragraphs: text === '' ? [] : [text] }));
const HEADS = row('序号', '工作任务', '牵头单位', '完成时限');

test('a row without a number at the top of a page goes on with the one above, where each above has a number', () => {
  const table = [
    HEADS,
    row('1', '改造道路3条。', '县住建局', '6月'),
    row('2', '建设服务设施，完善管理', '县财政局、县卫', '2024年8月'),
  ];
  const rest = row('', '制度并投入使用。', '生健康局', '底前');
  expect(continues(table, rest)).toBe(true);
  joinRow(table, rest);
  expect(table[2]?.map(({ paragraphs }) => paragraphs)).toEqual([
    ['2'],
    ['建设服务设施，完善管理\n制度并投入使用。'],
    ['县财政局、县卫\n生健康局'],
    ['2024年8月\n底前'],
  ]);
});

test('what goes on behind a page’s end joins the cell of its column, where a cell beside it reaches over both pages', () => {
  const group = { paragraphs: ['专项'], rows: 2 };
  const [one, two] = [row('1', '改造道路。', '县住建局'), row('2', '建设服务设施，', '县卫')];
  const table = [row('序号', '专项', '工作任务', '牵头单位'), one.toSpliced(1, 0, group), two];
  joinRow(table, row('', '', '完善制度。', '健局').toSpliced(1, 1, { paragraphs: [], rows: 3 } as never));
  expect(two.map(({ paragraphs }) => paragraphs)).toEqual([['2'], ['建设服务设施，\n完善制度。'], ['县卫\n健局']]);
  expect(group).toMatchObject({ paragraphs: ['专项'], rows: 4 });
});

test('a row with a number, or below rows without any that are whole, is one of its own', () => {
  expect(continues([HEADS, row('1', '甲。', '乙局', '')], row('2', '丙。', '丁局', ''))).toBe(false);
  expect(continues([HEADS, row('一类', '甲。', '乙局', '')], row('', '丙。', '丁局', ''))).toBe(false);
  const bare = [row('任务', '单位'), row('甲。', '乙局'), row('丙，', '丁局')];
  expect(continues(bare, row('戊。', '己局'))).toBe(true);
  expect(continues(bare.slice(0, 2), row('戊。', '己局'))).toBe(false);
  const named = [row('任务', '单位'), row('建设服务设施。', '县大数据')];
  expect(continues(named, row('', '中心'))).toBe(true);
  expect(continues(named, row('修路。', '中心'))).toBe(false);
});

test('heads that a page prints again go, and what stands under them goes on with the row above, below a cell of both pages', () => {
  const heads: FoundCell[][] = [
    [{ paragraphs: ['领域'], rows: 2 }, ...row('序号', '任务'), { paragraphs: ['责任单位'], columns: 2 }],
    row('', '', '牵头单位', '配合单位'),
  ];
  const table: FoundCell[][] = [...heads, [{ paragraphs: ['政务'] }, ...row('1', '建设服务设施，', '县卫健局', '')]];
  goOnWith(table, [...heads, row('', '', '完善制度。', '', ''), row('要素', '2', '修路。', '', '县财政局')]);
  expect(table.slice(2).map((cells) => cells.map(({ paragraphs }) => paragraphs.join()))).toEqual([
    ['政务', '1', '建设服务设施，\n完善制度。', '县卫健局', ''],
    ['要素', '2', '修路。', '', '县财政局'],
  ]);
  goOnWith(table, [heads[0] ?? [], row('', '3', '治水。', '', '')]);
  const behind: FoundCell[][] = [row('', '4', '补绿。', '', '县林业局'), row('', '5', '', '', '')];
  goOnBehindLine(table, behind);
  expect(behind.map((cells) => cells.map(({ marks }) => marks?.length ?? 0))).toEqual([
    [1, 0, 0, 1, 0],
    [0, 0, 0, 0, 0],
  ]);
  expect(table.at(-1)?.map(({ marks }) => marks)).toEqual([
    ['跨页的空格'],
    undefined,
    undefined,
    ['跨页的空格'],
    ['跨页的空格'],
  ]);
});

test('a list of names that reaches over both pages goes on, in one cell of both rows; one that may go on is marked', () => {
  const texts = (table: FoundCell[][]) => table.map((cells) => cells.map(({ paragraphs }) => paragraphs.join()));
  const table: FoundCell[][] = [HEADS, row('1', '修路。', '县住建局、县', '6月')];
  goOnWith(table, [row('2', '治水。', '大数据中心', '7月')]);
  expect(texts(table.slice(1))).toEqual([
    ['1', '修路。', '县住建局、县\n大数据中心', '6月'],
    ['2', '治水。', '7月'],
  ]);
  expect(table[1]?.[2]).toMatchObject({ rows: 2 });
  const other: FoundCell[][] = [HEADS, row('1', '修路。', '县大数据', '全年')];
  goOnWith(other, [row('2', '治水。', '中心', '7月')]);
  expect(other.slice(1).map((cells) => cells.map(({ marks }) => marks?.length ?? 0))).toEqual([
    [0, 0, 1, 0],
    [0, 0, 1, 0],
  ]);
  const whole: FoundCell[][] = [HEADS, row('1', '修路。', '县住建局', '6月')];
  goOnWith(whole, [row('2', '治水。', '县水利局', '7月')]);
  expect(whole.flat().some(({ marks }) => marks)).toBe(false);
});

test('what pages repeat at the same height of their edge is left out, and named; the labels of annexes stay', () => {
  const page = (...texts: string[]) => ({
    width: 600,
    height: 800,
    lines: texts.map((text, at) => ({ text, struck: '', x: 0, right: 90, size: 10, y: 40 + at * 200 })),
  });
  const { pages, left } = withoutRunning([
    page('县政府文件  1/4', '甲'),
    page('附件'),
    page('县政府文件  3/4', '乙'),
    page('附件'),
  ]);
  expect(pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['甲'], ['附件'], ['乙'], ['附件']]);
  expect(left).toEqual(['县政府文件']);
  expect(['— 3 —', '第3页 共12页', '3/12', '·3·', '2024'].filter(isPageNumber)).toHaveLength(4);
});

test('the lines of a page on its side do not tell where those of the others end', () => {
  const line = (right: number) => ({ text: '甲', struck: '', x: 90, right, size: 16, y: 200 });
  const page = (width: number, ...rights: number[]) => ({ width, height: 800, lines: rights.map(line) });
  const margins = marginsOf([page(600, 510, 500, 505), page(840, 750, 300), page(600, 200), page(600, 420, 425, 430)]);
  expect(margins.map(({ right }) => right)).toEqual([510, 750, 510, 430]);
});

test('where paragraphs begin further to the right, a line that does not goes on with a full one', () => {
  const page = (...lines: [x: number, right: number][]) => ({
    width: 600,
    height: 800,
    lines: lines.map(([x, right]) => ({ text: '甲', struck: '', x, right, size: 16, y: 200 })),
  });
  const short: [number, number] = [122, 300];
  const first: [number, number] = [122, 510];
  const next: [number, number] = [90, 510];
  const pages = [page(short, first, next, short, short), page(short, short, short, first, next, short)];
  expect(areIndented(pages, marginsOf(pages))).toBe(true);
  const flush = [page(...Array.from({ length: 9 }, (_, at): [number, number] => [90, at % 2 ? 510 : 300]))];
  expect(areIndented(flush, marginsOf(flush))).toBe(false);
});

/** A PDF of one page with these drawing instructions. @param means what the font says that its letters mean, in hex */
function pdf(content: string, more = '', means: Record<string, string> = {}): Uint8Array {
  const pairs = Object.entries(means).map(([code, letter]) => `<${code}><${letter}>`);
  const range = '1 begincodespacerange<00><ff>endcodespacerange';
  const cmap = `begincmap ${range} ${pairs.length} beginbfchar${pairs.join(' ')}endbfchar endcmap`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]${more}/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/Font/Subtype/Type1/BaseFont/Courier${pairs.length > 0 ? '/ToUnicode 6 0 R' : ''}>>`,
    `<</Length ${cmap.length}>>stream\n${cmap}\nendstream`,
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>`);
}
/** Courier is 6 points wide at a size of 10. */
const words = (text: string, x: number, y: number) => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET `;
const rule = (x1: number, x2: number, y: number) => `${x1} ${y} m ${x2} ${y} l S `;
const read = (content: string, more?: string) => readPdf('通知.pdf', '', pdf(content, more));

test('a line through letters strikes them out: they are left out, and named; one below them does not', async () => {
  const struck = await read(words('keep this, drop that', 50, 700) + rule(116, 170, 703));
  expect(struck.lines.map((line) => line.trim())).toEqual(['keep this,']);
  expect(struck.marks).toEqual([{ line: 1, what: expect.stringContaining('drop that') }]);
  const under = await read(words('keep this, drop that', 50, 700) + rule(116, 170, 698.5));
  expect([under.lines, under.marks]).toEqual([['keep this, drop that'], []]);
});

test('in a cell too, and the row keeps its height', async () => {
  const frame =
    [50, 150, 250].map((x) => `${x} 600 m ${x} 700 l S `).join('') +
    [600, 650, 700].map((y) => rule(50, 250, y)).join('');
  const cells =
    words('head one', 60, 670) + words('head two', 160, 670) + words('lead, gone', 60, 620) + words('date', 160, 620);
  const { blocks } = await read(frame + cells + rule(90, 120, 623));
  const [table] = blocks.filter((block) => block.kind === 'table');
  expect(table?.rows).toHaveLength(2);
  expect(table?.rows[1]?.map(({ marks }) => marks)).toEqual([[expect.stringContaining('gone')], []]);
});

test('a table without rules at its sides has all its columns, and what stands beside it is a line', async () => {
  const frame = ['150 600 m 150 700 l S '] + [600, 650, 700].map((y) => rule(50, 250, y)).join('');
  const cells = ['head one', 'head two', 'task', 'date'].map((text, at) =>
    words(text, at % 2 === 0 ? 60 : 160, at < 2 ? 670 : 620),
  );
  const { lines, blocks } = await read(frame + cells.join('') + words('beside', 300, 620));
  const [table] = blocks.filter((block) => block.kind === 'table');
  expect([table?.rows.length, lines]).toEqual([2, ['head one\thead two', 'task\tdate', '', 'beside']]);
});

test('small digits that stand high or low behind words are of their line', async () => {
  const small = (text: string, x: number, y: number) => `BT /F 6 Tf ${x} ${y} Td (${text}) Tj ET `;
  const { lines } = await read(
    words('area 10', 50, 700) + small('4', 92, 704) + words('m and CO', 96, 700) + small('2', 144, 698.8),
  );
  expect(lines).toEqual(['area 10⁴m and CO₂']);
});

test('a page that is stored on its side is read as it is shown; letters aslant are a watermark, and told', async () => {
  const turned = await read('BT /F 10 Tf 0 1 -1 0 300 100 Tm (on its side) Tj ET ', '/Rotate 90');
  expect(turned.lines).toEqual(['on its side']);
  const aslant = await read(`${words('plain words', 50, 700)}BT /F 40 Tf .7 .7 -.7 .7 100 200 Tm (COPY) Tj ET `);
  expect([aslant.lines, aslant.notes]).toEqual([['plain words'], [expect.stringContaining('COPY')]]);
});

test('radicals that a font gives for letters are read as these letters', async () => {
  const means = { 41: '2ea0', 42: '2f63', 43: '2ec5', 44: '89c1' };
  const { lines } = await readPdf('通知.pdf', '', pdf(words('ABCDABCD', 50, 700), '', means));
  expect(lines).toEqual(['民生见见民生见见']);
});

test('letters that are not drawn were read off a picture by a machine: the page says so', async () => {
  const { lines, marks } = await read(`BT 3 Tr /F 10 Tf 50 700 Td (read by machine) Tj ET `);
  expect([lines, marks]).toEqual([['read by machine'], [{ line: 1, what: expect.stringContaining('识别') }]]);
});
