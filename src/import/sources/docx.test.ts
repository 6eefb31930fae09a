import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docx } from '../official/document-testing.ts';
import { readDocx } from './docx.ts';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const read = (body: string) => readDocx('通知.docx', '', docx(body));

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
  expect((read(cell + paragraph(white)).marks ?? []).map(({ what }) => what).join()).toContain('白色文字');
});

test('a document whose parts are stored as they are is read as one whose parts are packed', () => {
  const stored = zipSync(unzipSync(docx(paragraph(run('正文')))), { level: 0 });
  expect(readDocx('通知.docx', '', stored).lines.join('')).toBe('正文');
});
