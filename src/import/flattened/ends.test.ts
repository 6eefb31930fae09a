import { describe, expect, test, vi } from 'vitest';
import { failureOf, importSeed, seedLines, seedText } from './seed-testing.ts';

// What does not end takes longer than any busy machine.
vi.setConfig({ testTimeout: 60_000 });

const changed = (from: string, to: string) => {
  expect(seedText).toContain(from);
  return seedText.replace(from, to);
};
/** The seed with lines put in behind a line (1-based). */
const withLines = (line: number, ...lines: string[]) => seedLines.toSpliced(line, 0, ...lines).join('\n');

describe('the import ends, however many ways a text leaves to read it:', () => {
  test('a wrong character in a row that wraps', () => {
    expect(failureOf(changed('管局、重庆市税', '管局、重慶市税'))).toContain('Nearest known names: 重庆市税务局');
  });

  test('a line too many in it, or doubled, or one in the wrong place', () => {
    const swapped = seedLines.with(171, seedLines[172] ?? '').with(172, seedLines[171] ?? '');
    for (const text of [withLines(172, '多出的一行'), withLines(172, seedLines[171] ?? ''), swapped.join('\n')]) {
      expect(failureOf(text)).toMatch(/seed\.txt:17\d:/);
    }
  });

  test('pieces that could be dealt out in any way', () => {
    const line = '各区县政府、 各区县政府、 各区县政府、 各区县政府、';
    const row = [`${line} 持`, line, line, line, line, line, '各区县政府。 各区县政府 续推进', ''];
    expect(failureOf(withLines(175, ...Array.from({ length: 50 }, () => row).flat()))).toMatch(
      /can be dealt out to its cells in too many ways[\s\S]*seed\.txt:1\d\d:/,
    );
  });

  test('a column line of 600,000 characters', () => {
    expect(failureOf(withLines(63, '江北区、'.repeat(150_000)))).toContain('no unit is named');
  });

  test('a tail of nothing but openings of tags', () => {
    expect(importSeed(`${seedText}${'<'.repeat(300_000)}`).head.attachment).toContain('<<<');
  });

  test('a sentence of 150,000 characters, and as many sentences', () => {
    const [sentence, sentences] = ['字'.repeat(150_000), '字。'.repeat(75_000)].map((text) =>
      importSeed(changed('、全过程公正监管', `、${text}全过程公正监管`)),
    );
    expect(sentence?.sections[0]?.clauses[0]?.text.length).toBeGreaterThan(150_000);
    expect(sentences?.sections[0]?.clauses.length).toBeGreaterThan(75_000);
  });

  test('an annex that repeats its body everywhere', () => {
    const row = `${'一二三四五六'.repeat(10)}。\n`;
    const page = [row.repeat(140), '市教委\n'.repeat(140), '——\n', '持续推进\n'.repeat(60)].join('');
    const text = [
      ...seedLines.slice(0, 13),
      `一、题。${`${'一二三四五六'.repeat(5)}。`.repeat(9000)}`,
      ...['附件：表', '附件', '表', '重点任务 具体工作 牵头单位 配合单位 完成时限', '', '一、题'],
      Array.from({ length: 20 }, () => page).join('\n'),
    ];
    expect(failureOf(text.join('\n'))).toContain('repeat each other too often');
  });
});
