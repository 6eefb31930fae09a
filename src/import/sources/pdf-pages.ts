import { isAnnexLabel } from '../text/line-kinds.ts';
import type { TextLine } from './pdf-grid.ts';

/** The number of a page in its forms: — 2 —, 第2页 共6页, 2/6. */
export const isPageNumber = (text: string): boolean =>
  /^[-—–－·•\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／]\s*\d{1,3}|[\s,，]*共\s*\d{1,3}\s*页)?[-—–－·•\s]*$/u.test(text);

/** The number of a page beside other words: 云江市政府网站    2/6. */
const NUMBER_BESIDE =
  /(?:^\d{1,3}\s*[/／]\s*\d{1,3}(?=\s))|(?<=\s)(?:\d{1,3}\s*[/／]\s*\d{1,3}|第\s*\d{1,3}\s*页.{0,8})$/u;

/** How far from its edge a page has what it repeats, as a part of its height. */
const EDGE = 0.12;

interface Page {
  width: number;
  height: number;
  lines: TextLine[];
}

/**
 * Pages without the lines that several of them repeat at the same height of their edge: a running head is no text of the
 * notice, and would cut a sentence or a table in two.
 *
 * @returns the pages, and the words of what was left out
 */
export function withoutRunning<P extends Page>(pages: P[]): { pages: P[]; left: string[] } {
  const wordsOf = ({ text }: TextLine) => text.trim().replace(NUMBER_BESIDE, '').trim();
  const keyOf = ({ height }: Page, line: TextLine): string | undefined =>
    (line.y < height * EDGE || line.y > height * (1 - EDGE)) && !isAnnexLabel(line.text.replace(/\s/gu, ''))
      ? `${Math.round(line.y / 4)} ${wordsOf(line)}`
      : undefined;
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set([page.lines[0], page.lines.at(-1)].map((line) => line && keyOf(page, line))))
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRunning = (page: P, line: TextLine) => (counts.get(keyOf(page, line) ?? '') ?? 0) > 1;
  return {
    pages: pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !isRunning(page, line)) })),
    left: [...new Set(pages.flatMap((page) => page.lines.filter((line) => isRunning(page, line)).map(wordsOf)))],
  };
}

/** Where the lines of a page begin and end. */
export interface Margins {
  left: number;
  right: number;
}

const reachOf = (lines: TextLine[]): Margins => ({
  left: Math.min(Number.POSITIVE_INFINITY, ...lines.map(({ x }) => x)),
  right: Math.max(0, ...lines.map(({ right }) => right)),
});

/** So many lines of a page end at its margin where it has one of its own, and are about as long as those of the others. */
const FULL_LINES = 3;
const LEAST_PART = 0.75;

/**
 * The margins of each page: those of all pages of its width, or its own where its lines tell them. A table on its side may
 * have longer lines below it than the text.
 */
export function marginsOf(pages: Page[]): Margins[] {
  const shared = new Map<number, Margins>();
  for (const [width, same] of Map.groupBy(pages, (page) => Math.round(page.width)))
    shared.set(width, reachOf(same.flatMap(({ lines }) => lines)));
  return pages.map(({ width, lines }) => {
    const all = shared.get(Math.round(width)) ?? reachOf(lines);
    const own = reachOf(lines);
    const full = lines.filter((line) => isFull(line, own));
    const isWide = own.right - own.left >= (all.right - all.left) * LEAST_PART;
    return full.length >= FULL_LINES && isWide ? own : all;
  });
}

/** A line is full that ends no further from the margin: no sign of punctuation begins the next, and no number is cut. */
export const isFull = ({ right, size }: TextLine, margins: Margins): boolean => right >= margins.right - size * 4;

/** Fewer lines that begin a paragraph do not tell how they do. */
const LEAST_BEGINNINGS = 5;

/** Whether paragraphs begin further to the right than their other lines: a line that does not goes on with a full one. */
export function areIndented(pages: Page[], margins: Margins[]): boolean {
  const begin = pages.flatMap(({ lines }, page) => {
    const own = margins[page] as Margins;
    return lines.flatMap((line, index) => {
      const above = lines[index - 1];
      const isBeginning = above && !isFull(above, own) && line.x < own.left + line.size * 4;
      return isBeginning ? [line.x > own.left + line.size * 1.2] : [];
    });
  });
  return begin.length >= LEAST_BEGINNINGS && begin.filter(Boolean).length >= begin.length * 0.8;
}
