import type { ColumnWords } from './column-words.ts';
import type { Block, Paragraph } from './document.ts';
import { DOER } from './duty-names.ts';
import { LABELLED } from './label-lines.ts';
import { type Chars, join } from './text/chars.ts';
import { findDate } from './text/dates.ts';
import { labelOf } from './text/labels.ts';
import { levelOf } from './units/kinds.ts';
import { placeOfBody } from './units/place.ts';

/** 责任单位：县住建局, 【责任单位】县住建局, whose list may go on in the next line. */
const WITH_NAMES = /^(?:([\p{Script=Han}]{2,10})[：:]|【([\p{Script=Han}]{2,10})】[：:]?)([^：:。；;【】]+)$/u;
/** 责任单位：, 【完成时限】 alone in a line. */
const ALONE = /^(?:[（(〔[]?([\p{Script=Han}]{2,10})[：:]|【([\p{Script=Han}]{2,10})】[：:]?)$/u;
/** A list that goes on in the next line, and one that the line before it began. */
const GOES_ON = /[、，,]$/u;
const WENT_ON = /^[、，,]/u;

/** The number before a name: 1.县住建局. */
const NUMBERED = /^\d{1,2}[.．、](?=\p{Script=Han})/u;

/** A value without its number and its end, and without the marks behind its names: 县教育局（牵头）. */
const bare = (value: string) =>
  value
    .replace(NUMBERED, '')
    .replace(/[。；;]$/u, '')
    .replace(/[（(](?:牵头|主办|主责|配合|协办)(?:单位|部门)?[）)]/gu, '');

const isParagraph = (block: Block | undefined): block is Paragraph => block?.kind === 'paragraph';

const isDate = (text: string) => findDate(text)?.to === text.length;
const isNumbered = ({ text }: Chars) => labelOf(text) !== undefined || isDate(text);

/** What stands under no heading that is a name. */
const isEnd = (block: Block | undefined): boolean =>
  !isParagraph(block) || LABELLED.test(block.chars.text) || /^【/u.test(block.chars.text);

const isAlone = (block: Block | undefined) => isParagraph(block) && ALONE.test(block.chars.text);

/** Lines one behind the other as one, with a blank at the end of each that no sign parts from the next. */
function inOne(lines: Paragraph[]): Chars {
  return join(
    lines.flatMap(({ chars }, index) => {
      const next = lines[index + 1];
      const isApart = next === undefined || GOES_ON.test(chars.text) || WENT_ON.test(next.chars.text);
      return isApart ? [chars] : [chars, { text: ' ', at: [(chars.at.at(-1) ?? 0) + 1] }];
    }),
  );
}

/**
 * Puts a label that stands alone in its line (责任单位：) before its value in the line behind it, or in the lines, where
 * each holds names alone. A list of which it is not certain where it ends stays as it is, and is told by those who read it.
 * @param fits whether a text may be the value of a label of this use
 */
export function joinLabels(
  blocks: Block[],
  columns: ColumnWords,
  fits: (use: string, text: string) => boolean,
): Block[] {
  const found: Block[] = [];
  // 新建学校。, 新建活动室。 are words that end as names do.
  const isName = (block: Block | undefined, numbered = false): block is Paragraph => {
    if (!isParagraph(block) || /^【/u.test(block.chars.text) || (!numbered && isNumbered(block.chars))) return false;
    const text = block.chars.text.replace(NUMBERED, '');
    const isSaid = levelOf(text) !== undefined || /^各/u.test(text) || DOER.test(text);
    return isSaid && fits('responsible', bare(text));
  };
  /** The lines that may be the value of a label. */
  const valuesBehind = (use: string, from: number, first: boolean): Paragraph[] => {
    const values: Paragraph[] = [];
    for (let next = blocks[from]; isParagraph(next); next = blocks[from + values.length]) {
      const isMore = GOES_ON.test(values.at(-1)?.chars.text ?? '') || WENT_ON.test(next.chars.text);
      if (
        (values.length > 0 || !first) &&
        !isMore &&
        (use === 'deadline' || !isName(next, NUMBERED.test(values[0]?.chars.text ?? '')))
      )
        break;
      values.push(next);
    }
    // Bodies with their whole names sign, at the end of all or before a date or an annex.
    const behind = blocks[from + values.length];
    if (!behind || (isParagraph(behind) && (isDate(behind.chars.text) || /^附件/u.test(behind.chars.text))))
      while (values.length > (first ? 1 : 0) && placeOfBody(values.at(-1)?.chars.text ?? '') !== null) values.pop();
    return values;
  };
  const lists: { at: number; values: Paragraph[] }[] = [];
  const held = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    if (!isParagraph(block)) continue;
    const [, colon, bracket] = ALONE.exec(block.chars.text) ?? [];
    const [, behind, within, names = ''] = WITH_NAMES.exec(block.chars.text) ?? [];
    const use = columns.useOfLabel(colon ?? bracket ?? behind ?? within ?? '');
    if (use !== 'lead' && use !== 'support' && use !== 'responsible' && use !== 'deadline') continue;
    if (names !== '' && (use === 'deadline' || !fits(use, bare(names)))) continue;
    const values = valuesBehind(use, at + 1, names === '');
    for (const value of values) held.add(value);
    if (values.length > 0 && fits(use, bare(inOne(values).text))) lists.push({ at, values });
  }
  // A name alone in its line may head what stands under it, and be none of a list.
  const mayHead = blocks.some((block) => isName(block) && !held.has(block) && placeOfBody(block.chars.text) === null);
  const isCertain = ({ at, values }: { at: number; values: Paragraph[] }) => {
    const behind = blocks[at + 1 + values.length];
    return (values.length === 1 && isAlone(blocks[at])) || isEnd(behind) || !mayHead;
  };
  let from = 0;
  for (const list of lists.filter(isCertain)) {
    const label = blocks[list.at] as Paragraph;
    found.push(...blocks.slice(from, list.at), {
      ...label,
      chars: isAlone(label) ? join([label.chars, inOne(list.values)]) : inOne([label, ...list.values]),
    });
    from = list.at + 1 + list.values.length;
  }
  return [...found, ...blocks.slice(from)];
}
