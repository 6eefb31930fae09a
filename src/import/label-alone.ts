import type { ColumnWords } from './column-words.ts';
import type { Block, Paragraph } from './document.ts';
import { join } from './text/chars.ts';
import { placeOfBody } from './units/place.ts';

/** 责任单位：, 【完成时限】 alone in a line. */
const ALONE = /^(?:[（(〔[]?([\p{Script=Han}]{2,10})[：:]|【([\p{Script=Han}]{2,10})】[：:]?)$/u;
/** A list that goes on in the next line, and one that the line before it began. */
const GOES_ON = /[、，,]$/u;
const WENT_ON = /^[、，,]/u;

/** A value without its end, and without the marks behind its names: 县教育局（牵头）. */
const bare = (value: string) =>
  value.replace(/[。；;]$/u, '').replace(/[（(](?:牵头|主办|主责|配合|协办)(?:单位|部门)?[）)]/gu, '');

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';

/**
 * Puts a label that stands alone in its line (责任单位：) before its value in the line behind it. One whose list goes on
 * over further lines without a sign stays as it is, and is told by those who read it.
 * @param fits whether a text may be the value of a label of this use
 */
export function joinLabels(
  blocks: Block[],
  columns: ColumnWords,
  fits: (use: string, text: string) => boolean,
): Block[] {
  const found: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const [, colon, bracket] = isParagraph(block) ? (ALONE.exec(block.chars.text) ?? []) : [];
    const use = columns.useOfLabel(colon ?? bracket ?? '');
    const isDuty = use === 'lead' || use === 'support' || use === 'responsible' || use === 'deadline';
    const values: Paragraph[] = [];
    let next = blocks[index + 1];
    while (
      isDuty &&
      isParagraph(next) &&
      (values.length === 0 || GOES_ON.test(values.at(-1)?.chars.text ?? '') || WENT_ON.test(next.chars.text))
    ) {
      values.push(next);
      next = blocks[index + values.length + 1];
    }
    const value = values.map(({ chars }) => chars.text).join('');
    const isMore =
      use !== 'deadline' &&
      isParagraph(next) &&
      placeOfBody(next.chars.text) === null &&
      fits(use ?? '', next.chars.text);
    if (isParagraph(block) && value !== '' && fits(use ?? '', bare(value)) && !isMore) {
      found.push({ ...block, chars: join([block.chars, ...values.map(({ chars }) => chars)]) });
      index += values.length;
    } else found.push(block);
  }
  return found;
}
