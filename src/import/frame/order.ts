import type { Block, Paragraph } from '../document.ts';
import type { Seed } from '../seed.ts';
import { type Chars, heal, join } from '../text/chars.ts';
import { findDate } from '../text/dates.ts';
import { labelOf } from '../text/labels.ts';
import { isDisclosure } from '../text/line-kinds.ts';
import { isParagraph, textOf } from './blocks.ts';
import type { FoundTitle } from './title.ts';

const isOrderNumber = (text: string) => /^(?:第)?\d{1,4}号$|^〔\d{4}〕\d+号$/u.test(text);

/**
 * The head of an order (令): body, 第N号, proclamation, signature, and the title behind them.
 *
 * @param claim books what it reads
 * @param anchor the block before which it has to begin
 * @returns what the head says, and the blocks behind it; `undefined` where there is none
 */
export function orderIn(seed: Seed, claim: (chars: Chars, owner: string) => void, blocks: Block[], anchor: number) {
  const at = blocks
    .slice(0, anchor + 1)
    .findIndex((block, index) => /令$/u.test(textOf(block)) && isOrderNumber(textOf(blocks[index + 1])));
  if (at < 0) return undefined;
  const [body, numberLine] = [blocks[at], blocks[at + 1]] as [Paragraph, Paragraph];
  let index = at + 2;
  const proclaim: Paragraph[] = [];
  while ((isParagraph(blocks[index]) && !findDate(textOf(blocks[index]))) || /。/u.test(textOf(blocks[index])))
    proclaim.push(blocks[index++] as Paragraph);
  const dateLine = blocks[index];
  const date = findDate(textOf(dateLine));
  if (!isParagraph(dateLine) || !date) return undefined;
  const person = /。/u.test(proclaim.at(-1)?.chars.text ?? '。') ? undefined : proclaim.pop();
  const titleLines: Paragraph[] = [];
  for (
    index++;
    isParagraph(blocks[index]) &&
    labelOf(textOf(blocks[index])) === undefined &&
    !/。/u.test(textOf(blocks[index])) &&
    titleLines.length < 5;
    index++
  ) {
    if (isDisclosure(textOf(blocks[index]))) break;
    titleLines.push(blocks[index] as Paragraph);
  }
  if (titleLines.length === 0) return undefined;
  claim(body.chars, '发文机关');
  claim(numberLine.chars, '发文字号');
  for (const { chars } of proclaim) claim(chars, '印发语');
  if (person) claim(person.chars, '署名');
  claim(dateLine.chars, '成文日期');
  const issuer = heal(seed, body.chars).replace(/令$/u, '');
  const title: FoundTitle = {
    from: 0,
    to: 0,
    issuers: [],
    rest: titleLines,
    text: heal(seed, join(titleLines.map(({ chars }) => chars))),
  };
  return {
    title,
    number: `${heal(seed, body.chars)}${numberLine.chars.text}`,
    issuers: [issuer],
    dated: date.iso,
    claimed: [body, numberLine, ...proclaim, dateLine, ...(person ? [person] : [])],
    headEnd: index,
    rest: blocks.slice(index),
  };
}
