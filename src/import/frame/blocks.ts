import { type Block, cellText, type Paragraph, type Table } from '../document.ts';
import { type Chars, join, slice } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';
import { isAddressees, isNumber, isTitle } from '../text/line-kinds.ts';

export const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';
/** The words of a paragraph; none of a table. */
export const textOf = (block: Block | undefined): string => (isParagraph(block) ? block.chars.text : '');

/** Addressees that go on over lines: 各县人民政府， / 有关单位：. */
export function withWholeAddressees(blocks: Block[]): Block[] {
  const at = blocks.findIndex((block) => isAddressees(textOf(block)));
  const [above, last] = [blocks[at - 1], blocks[at]];
  if (!isParagraph(above) || !isParagraph(last) || !/[，、]$/u.test(above.chars.text)) return blocks;
  const chars = join([above.chars, last.chars]);
  if (!isAddressees(chars.text)) return blocks;
  return withWholeAddressees([...blocks.slice(0, at - 1), { ...above, chars }, ...blocks.slice(at + 1)]);
}

/** No further down a line that is a title heads the notice. */
const HEAD = 40;

/**
 * Parts lines that hold more than a title: 云政发〔2024〕6号关于…的通知, 《…关于…的通知》.
 * @param discard books the signs around a title
 */
export function withTitlesBare(blocks: Block[], discard: (sign: Chars) => void): Block[] {
  const bared = (chars: Chars): Chars => {
    const inside = /^《(.+)》$/u.exec(chars.text)?.[1];
    if (inside === undefined || !isTitle(inside)) return chars;
    for (const at of [0, -1]) discard(slice(chars, at, at === 0 ? 1 : undefined));
    return slice(chars, 1, -1);
  };
  const head = blocks.slice(0, HEAD).flatMap((block): Block[] => {
    if (!isParagraph(block)) return [block];
    const cut = numberBefore(block.chars.text);
    const pieces = cut > 0 ? [slice(block.chars, 0, cut), slice(block.chars, cut)] : [block.chars];
    return pieces.map((chars) => ({ ...block, chars: bared(chars) }));
  });
  return [...head, ...blocks.slice(HEAD)];
}

function numberBefore(text: string): number {
  const end = text.indexOf('号') + 1;
  const title = text.slice(end).replace(/^《(.+)》$/u, '$1');
  return end > 0 && isNumber(text.slice(0, end)) && isTitle(title) ? end : 0;
}

/** What stands alone in the first rows of a table, above its heads: the annex's number and title. */
export function titleRows(table: Table): Chars[] {
  const found: Chars[] = [];
  for (const row of table.rows.slice(0, 3)) {
    const [only, ...more] = [...new Set(row)].filter((cell) => cellText(cell) !== '');
    if (!only || more.length > 0 || row.length < 2 || cellText(only).length > 60 || labelOf(cellText(only))) break;
    found.push(join(only.paragraphs));
  }
  return found.length < table.rows.length ? found : [];
}

/** All characters of a table, each cell once. */
export function charsOf(block: Block): Chars[] {
  if (isParagraph(block)) return [block.chars];
  return [...new Set(block.rows.flat())].flatMap(({ paragraphs }) => paragraphs);
}

/** Whether a block is a numbered paragraph. */
export const isItem = (block: Block | undefined): block is Paragraph =>
  /^(?:han|hanBracket|article|chapter)$/u.test(labelOf(textOf(block))?.kind ?? '');
/** Whether a block is a numbered paragraph or a whole sentence, which a page around a notice hardly has. */
export const isText = (block: Block | undefined): block is Paragraph =>
  isItem(block) || (isParagraph(block) && textOf(block).length >= 30 && /。$/u.test(textOf(block)));
