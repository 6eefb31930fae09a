import type { Block, Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { join } from './chars.ts';
import { labelOf } from './labels.ts';
import { isNumber, isTitle } from './line-kinds.ts';

/** Fewer lines than this tell nothing of how a text was wrapped. */
const LEAST = 6;
/** A text whose lines are at least this wide at their widest may be wrapped at a fixed width. */
const SHORTEST_WIDTH = 20;
const LONGEST_WIDTH = 64;
/** A line that begins this far to the right of the others begins a paragraph. */
const INDENT = 1.5;

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';
const endsSentence = (text: string) => /[。；;！？：:”》〕】）)]$/u.test(text);
/** A line that is something of its own, as long as it may be. */
const isWhole = (text: string) => isTitle(text) || isNumber(text);
const isPageNumber = (line: string) => /^\s*[-—－–]+\s*\d{1,3}\s*[-—－–]+\s*$/u.test(line);

/** How wide some characters are, a Chinese one being 1: digits, Latin letters and blanks are half as wide. */
const widthIn = (text: string): number => [...text].reduce((sum, char) => sum + (char <= '\u00ff' ? 0.5 : 1), 0);

/** How wide a line is with the blanks that it begins with, and how far to the right it begins. */
function edgesOf(seed: Seed, { line }: Paragraph): { left: number; right: number } {
  const raw = seed.line(line).trimEnd();
  return { left: widthIn(/^\s*/u.exec(raw)?.[0] ?? ''), right: widthIn(raw) };
}

/**
 * The width that a text was wrapped at, as a page or a mail program does: many lines end at it, amid their sentences,
 * and none goes beyond. `undefined` for a text whose lines are its paragraphs.
 */
function wrappingOf(seed: Seed, paragraphs: Paragraph[]): { width: number; left: number } | undefined {
  const lines = paragraphs.map((each) => ({ ...edgesOf(seed, each), text: each.chars.text }));
  const width = Math.max(0, ...lines.map(({ right }) => right));
  if (width < SHORTEST_WIDTH || width > LONGEST_WIDTH) return undefined;
  const full = lines.filter(({ right, text }) => right >= width - 3 && !endsSentence(text));
  if (full.length < LEAST - 2 || full.length * 5 < lines.length) return undefined;
  return { width, left: Math.min(...full.map(({ left }) => left)) };
}

/** Whether nothing but the number of a page, and blank lines around it, stands between two lines. */
function meets(seed: Seed, above: number, below: number): boolean {
  const between = Array.from({ length: below - above - 1 }, (_, index) => seed.line(above + 1 + index));
  return (
    between.length === 0 || (between.some(isPageNumber) && between.every((line) => !line.trim() || isPageNumber(line)))
  );
}

/** Puts lines that were wrapped amid a sentence together again; the rows of a table are none. */
export function joinWrapped(seed: Seed, blocks: Block[]): Block[] {
  const isRow = ({ line }: Paragraph) => /\t|^\s*\|/u.test(seed.line(line).trim());
  const wrapping = wrappingOf(
    seed,
    blocks.filter(isParagraph).filter((each) => each.chars.text.length > 0 && !isRow(each)),
  );
  if (wrapping === undefined) return blocks;
  const { width, left } = wrapping;
  const joined: Block[] = [];
  let last: Paragraph | undefined;
  for (const block of blocks) {
    const open = joined.at(-1);
    const goesOn =
      isParagraph(block) &&
      isParagraph(open) &&
      last !== undefined &&
      !isRow(block) &&
      meets(seed, last.line, block.line) &&
      edgesOf(seed, last).right >= width - 4 &&
      edgesOf(seed, block).left < left + INDENT &&
      !endsSentence(last.chars.text) &&
      !isWhole(last.chars.text) &&
      !isWhole(block.chars.text) &&
      labelOf(block.chars.text) === undefined;
    if (goesOn) open.chars = join([open.chars, block.chars]);
    else joined.push(isParagraph(block) ? { ...block } : block);
    last = isParagraph(block) ? block : undefined;
  }
  return joined;
}
