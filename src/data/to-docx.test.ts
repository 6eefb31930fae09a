import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocument } from '../import/official/annex-document.ts';
import { readDocx } from '../import/sources/docx.ts';
import { loadNotices } from '../load.ts';
import { HOSTILE } from '../notice/hostile.ts';
import { noticeDocument, sectionDocument, unitDocument } from './documents.ts';
import { toDocx, type WordCell, type WordDocument } from './to-docx.ts';

const [notice] = loadNotices();
if (!notice) throw new Error('there is no notice');

const partsOf = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  return (path: string) => strFromU8(parts[path] ?? new Uint8Array());
};
const letters = (cell: WordCell) => (typeof cell === 'object' ? cell.paragraphs.join('') : cell).replace(/\s/gu, '');

/** What the project's own reader of Word finds: paragraphs, and the tables' cells. */
function readBack(bytes: Uint8Array) {
  const { lines, blocks } = readDocx('x.docx', '', bytes);
  const textOf = ({ line, from, to }: { line: number; from: number; to: number }) => lines[line - 1]?.slice(from, to);
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? lines[block.line - 1]
      : block.rows.map((row) => row.map(({ paragraphs }) => paragraphs.map(textOf).join('').replace(/\s/gu, ''))),
  );
}

test('has the measures of GB/T 9704: A4, 37, 35, 28 and 26 mm, 22 lines of 28 characters in 16 pt', () => {
  const part = partsOf(toDocx(noticeDocument(notice)));
  const body = part('word/document.xml');
  const number = (name: string) =>
    Number(new RegExp(`w:${name}="(-?\\d+)"`, 'u').exec(body.slice(body.lastIndexOf('<w:sectPr')))?.[1]);
  const millimetres = (name: string) => Math.round((number(name) / 1440) * 25.4);
  expect(['w', 'h', 'top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([210, 297, 37, 35, 28, 26]);
  const height = number('h') - number('top') - number('bottom');
  const width = number('w') - number('left') - number('right');
  expect(Math.floor(height / number('linePitch'))).toBe(22);
  const paragraph = /<w:p>(?:(?!<\/w:p>).)*抓紧抓实.*?<\/w:p>/su.exec(body)?.[0] ?? '';
  const styles = part('word/styles.xml');
  const styleOf = (xml: string) => {
    const id = /<w:[pr]Style w:val="(.*?)"/u.exec(xml)?.[1];
    return new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(styles)?.[0] ?? '';
  };
  const own = styleOf(paragraph);
  const fonts = [...paragraph.matchAll(/<w:r>.*?<\/w:r>/gsu)].map(
    ([run]) => /w:eastAsia="(.*?)"/u.exec(run.includes('rStyle') ? styleOf(run) : own)?.[1],
  );
  expect(fonts).toEqual(['黑体', '仿宋']);
  expect(/<w:sz w:val="(\d+)"/u.exec(own)?.[1]).toBe('32');
  const closer = Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/su.exec(own)?.[1]);
  expect(Math.floor(width / (16 * 20 + closer))).toBe(28);
  expect(own).toContain(`w:line="${number('linePitch')}" w:lineRule="exact"`);
});

test('repeats the head row of a table, and cuts no row', () => {
  const body = partsOf(toDocx(noticeDocument(notice)))('word/document.xml');
  expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
  expect(body.match(/<w:cantSplit\/>/gu)).toHaveLength(notice.tasks.length + 1);
});

test('its annex, read again as an official document, has every row and cell', () => {
  const document = noticeDocument(notice);
  const { rows } = readDocument({ file: 'x.docx', sha256: '', bytes: toDocx(document) });
  const table = document.blocks.find((block) => 'heads' in block);
  if (!table) throw new Error('there is no table');
  expect(rows.map(({ task, lead, support, deadline }) => [task, lead, support, deadline])).toEqual(
    table.rows.map((row) => row.slice(1).map(letters)),
  );
  expect(rows.map(({ heading, strange }) => [heading, strange])).toEqual(
    notice.tasks.map(({ section }) => [
      expect.stringContaining(notice.sections[section - 1]?.title?.replace(/\s/gu, '') ?? '?'),
      undefined,
    ]),
  );
});

test('the text of a notice reads as it is issued: a paragraph a section, which begins with its heading', () => {
  const paragraphs = readBack(toDocx(noticeDocument(notice)));
  for (const { title, clauses } of notice.sections) {
    expect(paragraphs).toContainEqual(expect.stringMatching(new RegExp(`^.{1,3}、${title}。${clauses[0]?.text}`, 'u')));
  }
});

test('an extract says so and bears no head of an office; no row of a unit’s table is lost', () => {
  const [section] = notice.sections;
  if (!section) throw new Error('there is no section');
  const extracts: WordDocument[] = [
    sectionDocument(notice, section),
    ...notice.units.map((unit) => unitDocument(unit, [notice])),
  ];
  for (const document of extracts) {
    const [title, under, ...blocks] = readBack(toDocx(document));
    expect([title, under]).toEqual([document.title, '（摘编，非正式文本）']);
    expect(title).not.toMatch(/文件$/u);
    const tables = blocks.filter((block) => typeof block === 'object');
    const written = document.blocks.flatMap((block) => ('heads' in block ? [block] : []));
    expect(tables.map((rows) => rows.map((row) => new Set(row)))).toEqual(
      written.map(({ heads, rows }) =>
        [heads, ...rows].map(
          (row) => new Set(row.map((cell) => (cell === 'above' ? expect.anything() : letters(cell)))),
        ),
      ),
    );
  }
});

test('writes the same bytes for the same document', () => {
  expect(toDocx(noticeDocument(notice))).toEqual(toDocx(noticeDocument(notice)));
});

test('holds every text without markup of its own', () => {
  for (const text of HOSTILE) {
    const bytes = toDocx({ title: text, dated: '2022-03-21', blocks: [{ as: 'body', runs: [text] }] });
    expect(readBack(bytes).length, JSON.stringify(text)).toBeLessThanOrEqual(1);
    expect(partsOf(bytes)('word/document.xml')).not.toMatch(/<script|<img/u);
  }
});
