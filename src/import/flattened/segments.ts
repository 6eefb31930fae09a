import { isDeadline, mayBeginDeadline, readDeadline } from '../../notice/deadlines.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsBetween, charsOfLine } from '../text/chars.ts';

/** A line of the annex: its characters, and the same cut at white space. */
export interface Line {
  number: number;
  chars: Chars;
  tokens: Chars[];
}

/** A run of lines between blank lines. */
export type Segment = Line[];

/** The lines of one row that is printed whole, its cells cut into pieces. */
export type WholeGroup = Line[];

/** One page of the annex, its lines sorted by what they hold. */
export interface Page {
  /** Lines and whole rows in printed order, up to the last line of the text column. */
  text: (Line | WholeGroup)[];
  /** The same behind it: the columns of units and deadlines. */
  columns: (Line | WholeGroup)[];
}

export const isGroup = (item: Line | WholeGroup): item is WholeGroup => Array.isArray(item);

/** Reads the lines from `from` up to but without `to`, cut into segments at blank lines. */
export function readSegments(seed: Seed, from: number, to: number): Segment[] {
  const segments: Segment[] = [[]];
  for (let number = from; number < to; number++) {
    const chars = charsOfLine(seed, number);
    if (chars.text === '') {
      segments.push([]);
      continue;
    }
    const start = seed.lineStart(number);
    const tokens = [...seed.line(number).matchAll(/\S+/gu)].map(({ index, 0: token }) =>
      charsBetween(seed, start + index, start + index + token.length),
    );
    segments.at(-1)?.push({ number, chars, tokens });
  }
  return segments.filter((segment) => segment.length > 0);
}

/** Every way to take the last tokens of some of the lines, first and last line among them, that gives a deadline. */
export function deadlinePieces(lines: Line[]): boolean[][] {
  const last = lines.map(({ tokens }) => tokens.at(-1)?.text ?? '');
  const found: boolean[][] = [];
  const take = (line: number, mask: number, text: string) => {
    if (line === lines.length) {
      if (readDeadline(text)) found.push(lines.map((_, index) => Boolean(mask & (1 << index))));
      return;
    }
    const piece = last[line] ?? '';
    if (line > 0 && line < lines.length - 1) take(line + 1, mask, text);
    if (mayBeginDeadline(text + piece) && !readDeadline(piece)) take(line + 1, mask | (1 << line), text + piece);
  };
  take(0, 0, '');
  return found;
}

/** No row of a table wraps into more lines than this. */
export const LONGEST_GROUP = 8;

/** Where a row printed whole begins at the end of a segment: its cut-up deadline tells. */
function groupStart(segment: Segment): number | undefined {
  for (let size = 2; size <= Math.min(LONGEST_GROUP, segment.length); size++) {
    const start = segment.length - size;
    if (deadlinePieces(segment.slice(start)).length > 0) return start;
  }
  return undefined;
}

/** Whether a line holds a row whole: text, lead, support and deadline apart from each other. */
export const isInlineRow = ({ tokens }: Line): boolean =>
  tokens.length >= 4 && isDeadline(tokens.at(-1)?.text ?? '') && /[。”’）]$/u.test(tokens.at(-4)?.text ?? '');

const endsPage = (segment: Segment): boolean =>
  segment.some((line) => line.tokens.length <= 2 && isDeadline(line.chars.text));

/**
 * Cuts the annex into pages. A page ends with its column of deadlines, the last with the annex.
 * On a page the text column ends with the last line that holds a full stop.
 */
export function readPages(segments: Segment[]): Page[] {
  const pages: (Line | WholeGroup)[][] = [[]];
  for (const segment of segments) {
    const start = groupStart(segment);
    for (const line of segment.slice(0, start)) pages.at(-1)?.push(line);
    if (start !== undefined) pages.at(-1)?.push(segment.slice(start));
    if (endsPage(segment)) pages.push([]);
  }
  return pages
    .filter((page) => page.length > 0)
    .map((items) => {
      const holdsText = (item: Line | WholeGroup) =>
        isGroup(item) ? item.some((line) => line.chars.text.includes('。')) : item.chars.text.includes('。');
      const end = items.findLastIndex(holdsText) + 1;
      return { text: items.slice(0, end), columns: items.slice(end) };
    });
}
