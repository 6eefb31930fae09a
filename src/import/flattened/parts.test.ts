import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDeadline, readDeadline } from '../../notice/deadlines.ts';
import { fromNumeral, toNumeral } from '../../notice/numerals.ts';
import { readAuthority } from '../units/authority.ts';
import { formatJson } from '../write.ts';
import { placements } from './placements.ts';
import { sentences } from './sections.ts';

describe('sentences', () => {
  const cut = (text: string) => sentences(text).map(([from, to]) => text.slice(from, to));
  test('end with a full stop, but not inside quotes or brackets', () => {
    expect(cut('甲“乙。丙”丁。戊（己。）庚。辛')).toEqual(['甲“乙。丙”丁。', '戊（己。）庚。', '辛']);
  });
});

describe('readDeadline', () => {
  test.each([
    ['持续推进', { kind: 'ongoing' }],
    ['2022年10月前', { kind: 'by', date: '2022-10' }],
    ['2022年底前', { kind: 'by', date: '2022-12-31' }],
    ['2022年8月前完成并持续推进', { kind: 'by-then-ongoing', date: '2022-08' }],
    [
      '2022年9月底前实现“川渝通办”第三批事项通办',
      { kind: 'by', date: '2022-09-30', milestone: '实现“川渝通办”第三批事项通办' },
    ],
    [
      '2022年3月前建立数据推送机制，工作持续推进',
      { kind: 'by-then-ongoing', date: '2022-03', milestone: '建立数据推送机制' },
    ],
    [
      '2022年4月前市级完成，6月前区县完成',
      {
        kind: 'staged',
        stages: [
          { who: '市级', date: '2022-04' },
          { who: '区县', date: '2022-06' },
        ],
      },
    ],
  ])('reads %s', (text, reading) => {
    expect(readDeadline(text)).toEqual(reading);
  });
  test.each(['', '——', '2022年', '2022年13月前', '2022年13月45日', '10月前', '尽快完成', '市民政局'])(
    'takes %j for no deadline',
    (text) => {
      expect(readDeadline(text)).toBeUndefined();
      expect(isDeadline(text)).toBe(false);
    },
  );
  test.each([
    '2022年12月前持续推进',
    '2022年12月前不得推进',
    '2022年12月前建立规范持续推进',
    '2022年12月前完成，2023年续建',
    '2022年11月前市级完成，2月前区县完成',
    '2022年4月前不得完成，6月前区县完成',
    '2022年6月前尽快办理',
    '2022年6月前尽快办理，工作持续推进',
  ])('reads nothing of %s, which is a deadline', (text) => {
    expect(readDeadline(text)).toBeUndefined();
    expect(isDeadline(text)).toBe(true);
  });
});

test('numerals go there and back from 1 to 99', () => {
  for (let value = 1; value < 100; value++) expect(fromNumeral(toNumeral(value))).toBe(value);
  expect(toNumeral(20)).toBe('二十');
});

describe('placements', () => {
  /** All placements, one by one: the definition that the quick way must agree with. */
  function byBruteForce(values: string[], loose: string[], forbidden: [number, string][], rows: number) {
    const cells = Array.from({ length: rows }, () => new Set<number>());
    const missing = Array.from({ length: rows }, () => false);
    let any = false;
    const total = values.length + loose.length;
    const put = (row: number, chosen: (number | null)[]): void => {
      if (row === rows) {
        const used = chosen.filter((cell) => cell !== null);
        const ordered = used.filter((cell) => cell < values.length);
        const inOrder = ordered.every((cell, index) => cell === index);
        if (used.length !== total || new Set(used).size !== total || !inOrder) return;
        any = true;
        for (const [index, cell] of chosen.entries()) {
          if (cell === null) missing[index] = true;
          else cells[index]?.add(cell);
        }
        return;
      }
      put(row + 1, [...chosen, null]);
      for (let cell = 0; cell < total; cell++) {
        const value = [...values, ...loose][cell] ?? '';
        if (!forbidden.some(([where, what]) => where === row && what === value)) put(row + 1, [...chosen, cell]);
      }
    };
    put(0, []);
    if (!any) return undefined;
    return cells.map((set, row) => ({ cells: [...set].sort((a, b) => a - b), mayBeMissing: missing[row] ?? false }));
  }

  test('are all that order allows, and nothing else', () => {
    const letter = fc.constantFrom('a', 'b');
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 3 }),
        fc.array(letter, { maxLength: 1 }),
        fc.array(fc.tuple(fc.nat(4), letter), { maxLength: 2 }),
        fc.integer({ min: 0, max: 4 }),
        (values, loose, forbidden, count) => {
          const rows = Array.from({ length: count }, (_, row) => ({
            takes: (value: string) => !forbidden.some(([where, what]) => where === row && what === value),
            mayLose: true,
          }));
          expect(placements({ lines: values.map((value) => [[value]]), loose, rows })).toEqual(
            byBruteForce(values, loose, forbidden, count),
          );
        },
      ),
    );
  });
});

describe('the authority file', () => {
  const read = (text: string) => readAuthority({ file: 'units.yaml', text });
  test('gives slugs, pinyin and initials', () => {
    expect(read('- name: 市民政局\n  kind: 市政府部门\n  short: [民政局]\n')).toMatchObject([
      { slug: 'shi-min-zheng-ju', pinyin: 'shiminzhengju', initials: 'smzj', aliases: ['民政局'] },
    ]);
  });
  test('reads a name as it says, and keeps an address that was given before', () => {
    const unit = '- name: 丰都县\n  kind: 区县政府\n  reading: feng du xian\n';
    expect(read(unit)).toMatchObject([{ slug: 'feng-du-xian', pinyin: 'fengduxian', initials: 'fdx' }]);
    expect(read(`${unit}  slug: feng-dou-xian\n`)).toMatchObject([{ slug: 'feng-dou-xian', pinyin: 'fengduxian' }]);
  });
  test.each([
    ['- name: 丰都县\n  kind: 区县政府\n  reading: feng du\n', '丰都县 has a reading that is none'],
    ['- name: 市民政局\n', 'is of no known kind'],
    ['- kind: 市政府部门\n', 'has no name'],
    ['- name: 甲局\n  kind: 市政府部门\n- name: 甲局\n  kind: 市政府部门\n', '甲局 stands twice'],
    ['name: 甲局\n', 'is not a list'],
    ['- name: [\n', 'is not YAML'],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

test('formatJson writes one entry a line below the depth given, and reads back the same', () => {
  const value = [{ id: '1', cell: { a: [1, 2] } }];
  expect(formatJson(value, 2)).toBe('[\n  {\n    "id": "1",\n    "cell": {"a":[1,2]}\n  }\n]\n');
});
