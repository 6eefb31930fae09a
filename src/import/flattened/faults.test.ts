import { describe, expect, test } from 'vitest';
import {
  failureOf,
  importSeed,
  pageRulings,
  rulingsText,
  seedBytes,
  seedLines,
  seedText,
  without,
} from './seed-testing.ts';

const swap = (text: string, from: string, to: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('a notice is refused, with the place and what to do,', () => {
  test.each([
    ['empty', '', 'the file is empty', 1],
    ['of ten megabytes', 'a'.repeat(10_000_000), 'holds 10000000 bytes', 1],
    ['no notice at all', 'hello\n', 'no numbered section', 1],
    ['a section missing', without(16), 'section 3 (三、) is missing', 16],
    ['the first section missing', without(14), 'section 1 (一、) is missing', 14],
    ['the last section missing', without(33), 'a section that the body does not have', 495],
    [
      'a section doubled',
      [...seedLines.slice(0, 17), seedLines[16], ...seedLines.slice(17)].join('\n'),
      'section 4 (四、) stands twice',
      18,
    ],
    ['cut off in a section', seedText.slice(0, 1200), 'cut off', 17],
    ['cut off in the annex, between pages', `${seedLines.slice(0, 198).join('\n')}\n`, 'no heading 八、', 170],
    ['cut off in the lead column', `${seedLines.slice(0, 150).join('\n')}\n`, '10 tasks and 9 lead cells', 150],
    [
      'more deadlines than rows',
      swap(seedText, '\n2022年9月底前实现', '\n持续推进\n持续推进\n2022年9月底前实现'),
      '9 rows and 10 deadline cells',
      85,
    ],
    [
      'more supports than rows',
      swap(seedText, '\n市级有关部门，有关区政府\n持续', '\n——\n市级有关部门，有关区政府\n持续'),
      '9 rows and 10 support cells',
      76,
    ],
    ['an unknown unit', swap(seedText, '市残联', '市残聪联'), 'Nearest known names: 市残联', 352],
    [
      'an unknown unit among the leads',
      swap(seedText, '\n潼南区政府', '\n潼男区政府'),
      'Nearest known names: 潼南区政府',
      105,
    ],
    [
      'an unknown unit in a whole row',
      swap(seedText, '綦江区、铜梁区 持续', '綦江区、同梁区 持续'),
      'Nearest known names: 铜梁区政府',
      256,
    ],
    ['a deadline that is none', swap(seedText, '2022年 12月前', '2022年 13月前'), 'no deadline that can be read', 126],
    ['a piece of a whole row missing', without(131), 'neither a task nor a piece of one', 130],
    [
      'a heading out of order',
      swap(seedText, '\n四、规范实施行政许可和备案管理深化', '\n五、优化提升“渝快办”平台功能深化'),
      'where 四、',
      85,
    ],
  ])('%s', (_, seed, message, line) => {
    const failure = failureOf(seed);
    expect(failure).toContain(message);
    expect(failure).toContain(`seed.txt:${line}:`);
    expect(failure).toMatch(/\n\s+\|.*\^\n\s+help: ./u);
  });

  test('bytes that are no text, at the first bad one', () => {
    const broken = Uint8Array.from(seedBytes);
    broken[9000] = 0xff;
    expect(failureOf(broken)).toContain('seed.txt:23:48');
  });
});

describe('a ruling is refused, with its line,', () => {
  const rule = (text: string) => failureOf(seedBytes, `# rulings\n- ${text.split('\n').join('\n  ')}\n${pageRulings}`);
  test.each([
    [
      'on a row that is none',
      'row: 3-9\ncolumn: support\nis: ——\nlines: [1]\nreason: 因为',
      'the row 3-9, which the annex does not have',
    ],
    [
      'against a printed cell',
      'row: 1-1\ncolumn: support\nis: ——\nlines: [1]\nreason: 因为',
      'contradicts its support cell, which is printed: 市级有关部门',
    ],
    ['without a reason', 'row: 3-2\ncolumn: deadline\nis: 持续推进\nlines: [1]', 'gives no reason'],
    ['with a blank reason', 'row: 3-2\ncolumn: deadline\nis: 持续推进\nlines: [1]\nreason: " "', 'gives no reason'],
    ['without lines', 'row: 3-2\ncolumn: deadline\nis: 持续推进\nreason: 因为', 'names no lines'],
    [
      'with a value that is no candidate',
      'row: 3-2\ncolumn: deadline\nis: 2022年4月前\nlines: [1]\nreason: 因为',
      'which its deadline cell cannot be',
    ],
    ['with an unknown key', 'row: 3-2\nvalue: x', 'a key "value"'],
    ['on a page, of another column', 'complete: task\nlines: [43, 83]', 'an unknown complete:'],
    ['on a page, without its last line', 'complete: lead\nlines: [43]', 'names no lines'],
    ['on a page, without a digest', 'complete: lead\nlines: [43, 83]\nreason: 因为', 'no digest of their text'],
    [
      'on a page, without a reason',
      'complete: lead\nlines: [43, 83]\ntext: "7259e4814726"',
      'on lines 43 to 83 gives no reason',
    ],
    ['on a page and a row at once', 'complete: lead\nrow: 3-2', 'a key "row"'],
  ])('%s', (_, text, message) => {
    expect(rule(text)).toContain(message);
    expect(rule(text)).toContain('rulings.yaml:2:');
  });

  test('on a page that another is about', () => {
    const [, second = ''] = pageRulings.split('- complete');
    expect(failureOf(seedBytes, `${pageRulings}- complete${second}`)).toContain('a second ruling on the text');
  });

  test('when another row has its number now, because the body was cut otherwise', () => {
    const [before, after] = [seedLines[14] ?? '', seedLines[15] ?? ''];
    const sentence = before.slice(before.lastIndexOf('对与自然人'));
    const moved = seedLines
      .with(14, before.slice(0, -sentence.length))
      .with(15, after.replace('。', `。${sentence}`))
      .join('\n');
    expect(failureOf(moved, rulingsText)).toContain('the ruling on 3-2 rests on no line of its task or lead');
  });

  test('that leaves the printed cells no order', () => {
    const two = ['7', '6'].map(
      (row) => `- row: 13-1${row}\n  column: support\n  not: 市级有关部门\n  lines: [394]\n  reason: 因为\n`,
    );
    expect(failureOf(seedBytes, two.join(''))).toContain('no order that uses them all');
  });

  test('but a value read in an official copy may be one that was dropped', () => {
    const ruling =
      '- row: 9-1\n  column: deadline\n  is: 2022年12月前\n  from: document\n  lines: [246]\n  reason: 据官方附件\n';
    const { tasks } = importSeed(seedBytes, `${rulingsText}\n${ruling}`);
    expect(tasks.find(({ id }) => id === '9-1')?.deadline).toMatchObject({
      status: 'inferred',
      text: '2022年12月前',
      reading: { kind: 'by', date: '2022-12' },
      why: expect.stringContaining('据官方附件'),
    });
  });
});
