import { describe, expect, test } from 'vitest';
import { failureOf, importSeed, pageRulings, seedLines, seedText, toGbk } from './seed-testing.ts';

const changed = (from: string, to: string) => {
  expect(seedText).toContain(from);
  return seedText.replace(from, to);
};
const doubled = (line: number) => seedLines.toSpliced(line, 0, seedLines[line - 1] ?? '').join('\n');
const notesOf = (text: string) => importSeed(text, pageRulings).notes;

test('of the notice as issued there is nothing to tell', () => {
  expect(notesOf(seedText)).toEqual([]);
});

describe('the import tells', () => {
  test.each([
    [
      'a second title that differs',
      changed('\n关于印发2022年重庆市政务服务工作要点的通知', '\n关于印发2021年重庆市政务服务工作要点的通知'),
      'the title on line 4 (关于印发2021年重庆市政务服务工作要点的通知) is not that on line 1 (重庆市人民政府办公厅关于印发2022年',
    ],
    [
      'a plan of another name',
      changed('\n2022年重庆市政务服务工作要点\n', '\n2022年重庆市政务公开工作要点\n'),
      'line 7 issues 《2022年重庆市政务服务工作要点》, and what follows is headed 2022年重庆市政务公开工作要点',
    ],
    [
      'an annex of another name',
      changed('附件：2022年重庆市政务服务', '附件：2021年重庆市政务服务'),
      'line 34 announces the annex 2021年重庆市政务服务工作任务分解; it is headed 2022年重庆市政务服务工作任务分解',
    ],
    ['an annex that is announced and not there', seedLines.slice(0, 34).join('\n'), 'line 34 announces an annex'],
    [
      'a text that ends behind a section',
      seedLines.slice(0, 20).join('\n'),
      'section 7 is the last, and nothing tells whether more followed',
    ],
    [
      'an annex that nobody announces',
      changed('附件：2022年重庆市政务服务工作任务分解\n', ''),
      'no line of the notice',
    ],
    [
      'a publication before the date of signing',
      changed('2022年3月12日', '2022年3月22日'),
      'dated 2022-03-22, and was published before that, on 2022-03-21',
    ],
    [
      'a quotation mark without its counterpart',
      changed('做好滚动试点', '做好“滚动试点'),
      'section 1: “ has no counterpart (line 14, column 79), and encloses nothing',
    ],
    [
      'sentences within quotation marks',
      changed('做好滚动试点，积极自主探索，形成一系列可复制', '做好“滚动试点。积极自主探索。形成”一系列可复制'),
      'section 1: 2 full stops stand within one pair of marks (line 14, column 79), and end no sentence',
    ],
    [
      'a sentence that stands twice',
      changed('深化西南五省（区、市）“跨省通办”。', '深化西南五省（区、市）“跨省通办”。'.repeat(2)),
      'section 3: the sentence 3-4 (line 16) repeats the one before it',
    ],
    [
      'a line that begins no section',
      seedLines.toSpliced(20, 0, '此段另起一行。').join('\n'),
      'line 21 begins no section; it was read as a further paragraph of section 7',
    ],
    ['a character that nobody sees', changed('做好滚动', '做\u200b好滚动'), 'line 14 holds U+200B, which nobody sees'],
    [
      'a radical that looks like a character',
      changed('做好滚动试点，积极自主', '做好滚动试点，积极⾃主'),
      'line 14 holds ⾃ (U+2F83), which is not the character 自 that it looks like',
    ],
  ])('%s', (_, text, note) => {
    expect(notesOf(text).join('\n')).toContain(note);
  });
});

test('a stray quotation mark leaves the sentences what they are', () => {
  const clauses = (text: string) => importSeed(text).sections[4]?.clauses.map((clause) => clause.text) ?? [];
  const stray = clauses(changed('综合运用大数据', '综合运用“大数据'));
  expect(stray.map((text) => text.replace('用“大', '用大'))).toEqual(clauses(seedText));
});

describe('the import refuses', () => {
  test('a line in another encoding than the rest', () => {
    const lines = seedLines.map((line) => toGbk(`${line}\n`));
    const mixed = Buffer.concat(lines.with(19, new TextEncoder().encode(`${seedLines[19]}\n`)));
    expect(failureOf(mixed)).toContain('this line is UTF-8 amid a text that is in another encoding');
    expect(failureOf(mixed)).toContain('seed.txt:20:1');
  });

  test.each([
    ['a paragraph of the head that stands twice', doubled(7), 'this line stands twice', 8],
    ['a label of the annex that stands twice', doubled(35), 'this line stands twice', 36],
    ['a file name that stands twice', doubled(500), 'this line stands twice', 501],
    ['a task that stands twice', doubled(88), 'this task stands twice', 89],
    ['a day that is none', changed('2022年3月12日', '2022年13月45日'), '2022年13月45日 is no date of the calendar', 9],
    ['a lost character', changed('做好滚动试点', '做好滚\ufffd试点'), 'a character was lost here', 14],
    ['an order of writing turned about', changed('做好滚动试点', '做好\u202e滚动试点'), 'here stands U+202E', 14],
  ])('%s', (_, text, message, line) => {
    expect(failureOf(text)).toContain(message);
    expect(failureOf(text)).toContain(`seed.txt:${line}:`);
  });
});
