import { type Block, cellText, type Paragraph, type Table } from '../document.ts';
import { type Chars, join } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';
import { isAddressees } from '../text/line-kinds.ts';

export const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';
/** The words of a paragraph; none of a table. */
export const textOf = (block: Block | undefined): string => (isParagraph(block) ? block.chars.text : '');

/** Addressees that go on over a line: 各县人民政府， / 有关单位：. */
export function withWholeAddressees(blocks: Block[]): Block[] {
  const at = blocks.findIndex((block) => isAddressees(textOf(block)));
  const [above, last] = [blocks[at - 1], blocks[at]];
  if (!isParagraph(above) || !isParagraph(last) || !/[，、]$/u.test(above.chars.text)) return blocks;
  const chars = join([above.chars, last.chars]);
  return isAddressees(chars.text) ? [...blocks.slice(0, at - 1), { ...above, chars }, ...blocks.slice(at + 1)] : blocks;
}

/** The table of contents of a plan: lines behind 目录 that each end with the number of a page. */
export function contentsOf(blocks: Block[]): Block[] {
  const from = blocks.findIndex((block) => textOf(block) === '目录');
  if (from < 0) return [];
  const behind = blocks.slice(from + 1);
  const end = behind.findIndex((block) => !/^.{2,60}\D\d{1,3}$/u.test(textOf(block)));
  return end === 0 ? [] : blocks.slice(from, end < 0 ? undefined : from + 1 + end);
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
