import type { Block } from '../document.ts';
import { labelOf } from '../text/labels.ts';
import { textOf } from './blocks.ts';

/** Fewer headings are no table of contents, and more are none either. */
const LEAST = 4;
const MOST = 400;

/** A line that may be one of a table of contents. */
interface Entry {
  /** Its heading, without number, dots and page. */
  heading: string;
  /** Whether it has a number before it, or a page behind. */
  isNumbered: boolean;
}

function entryOf(block: Block): Entry | undefined {
  const text = textOf(block);
  if (text === '' || text.length > 60 || /[。；;，,：:]$/u.test(text)) return undefined;
  const bare = text.replace(/[.…·．]*\d{0,3}$/u, '');
  const number = labelOf(bare)?.text ?? /^\d{1,2}(?=\p{Script=Han})/u.exec(bare)?.[0] ?? '';
  const heading = bare.slice(number.length);
  return heading === '' ? undefined : { heading, isNumbered: number !== '' || /\d$/u.test(text) };
}

/**
 * The table of contents of a plan: headings that all come again, in their order, right behind the last of them. Lines
 * behind 目录 that each end with the number of a page are one in any case.
 */
export function contentsOf(blocks: Block[]): Block[] {
  const from = blocks.findIndex((block) => textOf(block) === '目录');
  const behind = blocks.slice(from + 1);
  const end = behind.findIndex((block) => !/^.{2,60}\D\d{1,3}$/u.test(textOf(block)));
  if (from >= 0 && end !== 0) return blocks.slice(from, end < 0 ? undefined : from + 1 + end);
  const entries = blocks.map(entryOf);
  /** Where the heading of each entry comes again, next. */
  const next: (number | undefined)[] = [];
  const later = new Map<string, number>();
  for (const [index, entry] of [...entries.entries()].reverse()) {
    if (!entry) continue;
    next[index] = later.get(entry.heading);
    later.set(entry.heading, index);
  }
  for (let start = from + 1; start < blocks.length; start++) {
    const again = next[start] === undefined ? undefined : endOf(entries, start);
    if (again !== undefined) return blocks.slice(from >= 0 ? from : start, again);
  }
  return [];
}

/** Where the first heading of a run of headings comes again, the others behind it in order. */
function endOf(entries: (Entry | undefined)[], start: number): number | undefined {
  const first = entries[start]?.heading;
  let end = start + 1;
  while (entries[end] && entries[end]?.heading !== first && end - start < MOST) end++;
  const run = entries.slice(start, end);
  const numbered = run.filter((entry) => entry?.isNumbered).length;
  if (run.length < LEAST || numbered * 2 < run.length || entries[end]?.heading !== first) return undefined;
  let at = end;
  for (const entry of run) {
    while (at < entries.length && entries[at]?.heading !== entry?.heading) at++;
    if (at++ >= entries.length) return undefined;
  }
  return at > end + run.length ? end : undefined;
}
