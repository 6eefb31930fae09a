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
