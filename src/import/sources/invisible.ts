import type { ReadFile, Span } from '../document.ts';

/** What word processors and web pages put between letters to tell where a line may break: nobody sees it. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** A file as it was read, without the marks that nobody sees: a name that holds one would be another unit's. */
export function withoutInvisible(read: ReadFile): ReadFile {
  const marks = read.lines.map((line) => [...line.matchAll(INVISIBLE)].map(({ index }) => index));
  const count = marks.reduce((sum, each) => sum + each.length, 0);
  if (count === 0) return read;
  const shift = (line: number, at: number) => at - (marks[line - 1] ?? []).filter((mark) => mark < at).length;
  const moved = ({ line, from, to }: Span): Span => ({ line, from: shift(line, from), to: shift(line, to) });
  for (const block of read.blocks)
    if (block.kind === 'table')
      for (const cell of new Set(block.rows.flat())) cell.paragraphs = cell.paragraphs.map(moved);
  return {
    ...read,
    lines: read.lines.map((line) => line.replace(INVISIBLE, '')),
    notes: [...read.notes, `${count} characters of ${read.name} that nobody sees were left out`],
  };
}
