import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { HOSTILE } from '../notice/hostile.ts';
import { toXlsx } from './to-xlsx.ts';

const table = {
  name: '任务',
  columns: [
    { name: '任务', width: 10 },
    { name: '牵头单位', width: 20 },
  ],
  rows: [
    [{ text: '任务1-1', link: 'https://www.example.gov.cn/?a=1&b=2' }, { text: '甲<乙>&“丙”' }],
    [{ text: '任务1-2' }, { text: '【待核】', tone: 'open' as const }],
  ],
};

const partsOf = async (tables: Parameters<typeof toXlsx>[0]) => {
  const files = unzipSync(await toXlsx(tables));
  return (path: string) => strFromU8(files[path] ?? new Uint8Array());
};

test('freezes the head row and the first column, and puts a filter on every column', async () => {
  const sheet = (await partsOf([table]))('xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1" xSplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('<autoFilter ref="A1:B3"/>');
});

test('prints a table that is to be printed as wide as a page, its head on each, and no other', async () => {
  const part = await partsOf([
    { ...table, onePageWide: true },
    { ...table, name: '单位' },
  ]);
  const [printed, other] = [1, 2].map((sheet) => part(`xl/worksheets/sheet${sheet}.xml`));
  expect(printed).toMatch(/^.*?<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/s);
  expect(printed).toContain('<pageSetup fitToWidth="1" fitToHeight="0" paperSize="9" orientation="landscape"/>');
  expect(other).not.toContain('fitTo');
  expect(part('xl/workbook.xml').match(/<definedName name="_xlnm.Print_Titles".*?<\/definedName>/g)).toEqual([
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'任务'!$1:$1</definedName>`,
  ]);
});

test('links only cells that have an address', async () => {
  const part = await partsOf([table]);
  expect(part('xl/worksheets/sheet1.xml').match(/<hyperlink [^>]*>/g)).toEqual([
    '<hyperlink ref="A2" r:id="rId-link-1"/>',
  ]);
  expect(part('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="https://www.example.gov.cn/?a=1&amp;b=2"');
});

test('escapes markup in text', async () => {
  expect((await partsOf([table]))('xl/sharedStrings.xml')).toContain('甲&lt;乙&gt;&amp;“丙”');
});

test('writes the same bytes for the same tables', async () => {
  expect(await toXlsx([table])).toEqual(await toXlsx([table]));
});

test('holds every text as a text, with what XML cannot hold escaped', async () => {
  const texts = [...HOSTILE, '甲_x0041_乙\r'];
  const part = await partsOf([{ ...table, rows: texts.map((text) => [{ text }]) }]);
  const plain = (xml: string) =>
    xml
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const held = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => plain(text));
  expect(held).toEqual(expect.arrayContaining(texts));
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('<f>');
});
