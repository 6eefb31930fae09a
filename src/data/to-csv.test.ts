import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, HOSTILE } from '../notice/hostile.ts';
import { toCsv } from './to-csv.ts';

const table = (...texts: string[]) => ({
  name: '任务',
  columns: texts.map((_, index) => ({ name: `列${index + 1}`, width: 10 })),
  rows: [texts.map((text) => ({ text }))],
});

test('starts with a byte order mark, so that Excel reads it as UTF-8, and ends each record with CRLF', () => {
  expect(toCsv(table('甲', '乙'))).toBe('\uFEFF"列1","列2"\r\n"甲","乙"\r\n');
});

test('keeps commas, quotes and line breaks inside their field', () => {
  expect(toCsv(table('引号"，逗号,', '上\n下')).split('\r\n')[1]).toBe('"引号""，逗号,","上\n下"');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', ' =1+1', '\u200b=1+1', '\n=1+1'])(
  'disarms %s, which a spreadsheet would run',
  (text) => {
    expect(toCsv(table(text)).split('\r\n')[1]).toBe(`"'${text}"`);
  },
);

test.each(['2022-10', '2022-09-30', '13-8', '2022年10月', '3月5日', '10:30', '007', '1e5', '12345678901234567', '1.0'])(
  'keeps %s, which a spreadsheet would rewrite, as a text',
  (text) => {
    expect(toCsv(table(text)).split('\r\n')[1]).toBe(`"'${text}"`);
  },
);

test.each(['12', '0', '任务13-8', '2022-10前', '2022年10月前'])('leaves %s as it is', (text) => {
  expect(toCsv(table(text)).split('\r\n')[1]).toBe(`"${text}"`);
});

test('leaves the dash that means none as it is', () => {
  expect(toCsv(table('——')).split('\r\n')[1]).toBe('"——"');
});

test('gives every text back, the apostrophe aside, in one field that no spreadsheet runs', () => {
  const hold = (text: string) => {
    const [, head, field] = /^\uFEFF"(.*?)"\r\n"(.*)"\r\n$/s.exec(toCsv(table(text))) ?? [];
    expect(head).toBe('列1');
    expect(field?.replaceAll('""', '')).not.toContain('"');
    expect(field).not.toMatch(/^\s*[=+\-@]/);
    expect(field?.replaceAll('""', '"').replace(/^'/, '')).toBe(text.replace(/^'/, ''));
  };
  for (const text of HOSTILE) hold(text);
  fc.assert(fc.property(anyText, hold));
});
