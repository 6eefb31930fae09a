import { expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { readFile } from './read-file.ts';

const read = (body: string) => readHtml('通知.html', '', new TextEncoder().encode(`<html><body>${body}</body></html>`));
const cellsOf = (page: ReturnType<typeof read>) =>
  page.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) =>
          row.map(({ paragraphs }) =>
            paragraphs.map(({ line, from, to }) => page.lines[line - 1]?.slice(from, to)).join(''),
          ),
        )
      : [],
  );

test('what a line is drawn through is left out, and named: by its element or by its style, in a line or in a cell', () => {
  const { lines, marks } = read(
    '<p>每月<s>每周</s>报送。</p><p>另行<span style="text-decoration: line-through">不</span>通知。</p>',
  );
  expect(lines).toEqual(['每月报送。', '另行通知。']);
  expect(marks).toEqual([
    { line: 1, what: '删除线文字“每周”' },
    { line: 2, what: '删除线文字“不”' },
  ]);
  const { blocks } = read(
    '<table><tr><td>任务</td><td>单位</td></tr><tr><td>甲</td><td>市教委<del>、市财政局</del></td></tr></table>',
  );
  const [table] = blocks.filter((block) => block.kind === 'table');
  expect(table?.rows[1]?.map((cell) => cell.marks)).toEqual([[], ['删除线文字“、市财政局”']]);
});

test('a table inside a cell of a table of tasks is of that cell, and named; tables that lay out a page are none', () => {
  const nested = '<table><tr><td>县级</td><td>30个</td></tr></table>';
  const tasks = read(
    `<table><tr><td>序号</td><td>任务</td><td>单位</td></tr><tr><td>1</td><td>建站：${nested}</td><td>市民政局</td></tr></table>`,
  );
  expect(cellsOf(tasks)[1]).toEqual(['1', '建站：县级 30个', '市民政局']);
  const [table] = tasks.blocks;
  expect(table?.kind === 'table' && table.rows[1]?.[1]?.marks).toEqual([expect.stringContaining('嵌套表格')]);
  const layout = read(`<table><tr><td>导航</td><td>${nested}<p>正文</p></td></tr></table>`);
  expect(layout.lines).toContain('正文');
  expect(cellsOf(layout)).toEqual([['县级', '30个']]);
});

test('pictures amid the text are told, those of the page around it are not', () => {
  const article =
    '<p>修路。</p><p><img src="table.png"></p><p><img src="icon_doc.gif"><img src="a.png" width="16">附件</p><p>治水。</p>';
  const { notes } = read(`<div><img src="banner.jpg"></div><div>${article}</div><div><img src="qr.png">扫一扫</div>`);
  expect(notes).toEqual(['1 pictures of 通知.html are not read: words and tables in them are missing']);
});

test('letters of no size are not seen', () => {
  expect(
    read('<p>市教委<span style="font-size:0">隐</span><span style="font-size:0.9em">、市民政局</span></p>').lines,
  ).toEqual(['市教委、市民政局']);
});

test('digits that stand high or low in their line do so', () => {
  const text =
    '<p>占地10<sup>4</sup>m<span style="vertical-align: super">2</span>，CO<sub>2</sub>见注<sup>[1]</sup></p>';
  expect(read(text).lines).toEqual(['占地10⁴m²，CO₂见注[1]']);
});

test('items of a list of sentences bear the numbers that a browser writes; those of a menu none', () => {
  const item = (text: string) => `<li>${text}</li>`;
  expect(read(`<ol>${item('<p>修路。</p>')}${item('治水。')}</ol>`).lines).toEqual(['1.修路。', '2.治水。']);
  expect(read(`<ol start="3" style="list-style-type:cjk-ideographic">${item('修路。')}</ol>`).lines).toEqual([
    '三、修路。',
  ]);
  expect(read(`<ol>${item('首页')}${item('政务公开')}</ol>`).lines).toEqual(['首页', '政务公开']);
});

test('a page whose elements have no end of depth is refused with advice', async () => {
  const page = new TextEncoder().encode(`<html><body>${'<div>'.repeat(20_000)}通知`);
  await expect(readFile('通知.html', page)).rejects.toThrow('elements within elements');
});

test('the caption of a table is a line above it', () => {
  const table = '<tr><td>任务</td><td>单位</td></tr><tr><td>修路</td><td>市交通局</td></tr>';
  const { lines } = read(`<table><caption>一、交通</caption>${table}</table>`);
  expect(lines.slice(0, 2)).toEqual(['一、交通', '任务\t单位']);
});

test('lines are kept where a page keeps them', () => {
  expect(read('<pre>关于修路的\n通知</pre><p>甲\n乙</p>').lines).toEqual(['关于修路的', '通知', '甲 乙']);
  expect(read('<div style="white-space: pre-wrap">甲\n\n乙</div>').lines).toEqual(['甲', '乙']);
});
