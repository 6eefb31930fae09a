import { expect, test } from 'vitest';
import { NoticeError } from '../../notice/problem.ts';
import { importSeed, seedLines, seedText } from './seed-testing.ts';

/** The body's lines that open a section, with the title, by index. */
const titles = seedLines.flatMap((line, index) => {
  const [, number, title] = /^([一二三四五六七八九十]+、)([^。]+)。.*。/u.exec(line) ?? [];
  return number !== undefined && title !== undefined ? [{ index, number, title }] : [];
});

const bare = (text: string) => text.replace(/\s/gu, '');

/** The letters that stand behind a heading in the annex. */
function behind(number: string, title: string): string {
  const annex = bare(seedText).split('重点任务具体工作牵头单位配合单位完成时限')[1] ?? '';
  const [, letters = ''] = new RegExp(`${number}${title}(.{3})`, 'u').exec(annex) ?? [];
  return letters;
}

/** Ways in which a title of the body may say other letters than the annex's heading. */
const WAYS: [name: string, change: (title: string, number: string) => string][] = [
  ['its last letter lost', (title) => title.slice(0, -1)],
  ['its last letters lost', (title) => title.slice(0, -Math.ceil(title.length / 2))],
  ['a full stop within', (title) => `${title.slice(0, -2)}。${title.slice(-2)}`],
  ['letters of the text behind it', (title, number) => title + behind(number, title)],
];

const issued = new Set(importSeed(seedText).tasks.map(({ text }) => text));

test.each(WAYS)(
  'no task takes over letters of a heading whose title in the body has %s, nor loses some',
  (_, change) => {
    expect(titles).toHaveLength(20);
    const wrong = titles.flatMap(({ index, number, title }) => {
      const line = (seedLines[index] ?? '').replace(title, change(title, number));
      try {
        const { tasks } = importSeed(seedLines.with(index, line).join('\n'));
        return tasks.flatMap(({ id, text }) => (issued.has(text) ? [] : [`${number} ${id} ${text.slice(0, 20)}`]));
      } catch (error) {
        if (error instanceof NoticeError) return [];
        throw error;
      }
    });
    expect(wrong).toEqual([]);
  },
);
