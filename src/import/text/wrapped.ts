import type { Block, Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { join } from './chars.ts';
import { labelOf } from './labels.ts';

/** Fewer lines than this tell nothing of how a text was wrapped. */
const LEAST = 6;
/** A text whose lines are at least this long at their longest may be wrapped at a fixed width. */
const SHORTEST_WIDTH = 20;
const LONGEST_WIDTH = 64;

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';
const endsSentence = (text: string) => /[。；;！？：:”》〕】）)]$/u.test(text);

/**
 * The width that a text was wrapped at, as a page or a mail program does: many lines end at it, amid their sentences,
 * and none goes beyond. `undefined` for a text whose lines are its paragraphs.
 */
function widthOf(paragraphs: Paragraph[]): number | undefined {
  const lengths = paragraphs.map(({ chars }) => chars.text.length).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  if (longest < SHORTEST_WIDTH || longest > LONGEST_WIDTH) return undefined;
  const full = paragraphs.filter(({ chars: { text } }) => text.length >= longest - 3 && !endsSentence(text));
  return full.length >= LEAST - 2 && full.length * 5 >= paragraphs.length ? longest : undefined;
}

/** Puts lines that were wrapped amid a sentence together again; the rows of a table are none. */
export function joinWrapped(seed: Seed, blocks: Block[]): Block[] {
  const isRow = ({ line }: Paragraph) => /\t|^\s*\|/u.test(seed.line(line).trim());
  const width = widthOf(blocks.filter(isParagraph).filter((each) => each.chars.text.length > 0 && !isRow(each)));
  if (width === undefined) return blocks;
  const joined: Block[] = [];
  let lastLine = 0;
  let lastText = '';
  for (const block of blocks) {
    const open = joined.at(-1);
    const goesOn =
      isParagraph(block) &&
      isParagraph(open) &&
      !isRow(block) &&
      block.line === lastLine + 1 &&
      lastText.length >= width - 4 &&
      !endsSentence(lastText) &&
      labelOf(block.chars.text) === undefined;
    if (goesOn) open.chars = join([open.chars, block.chars]);
    else joined.push(isParagraph(block) ? { ...block } : block);
    lastLine = block.line;
    lastText = isParagraph(block) ? block.chars.text : '';
  }
  return joined;
}
