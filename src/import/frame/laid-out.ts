import { type Block, cellText, type Table } from '../document.ts';
import { findDate } from '../text/dates.ts';
import { isDisclosure, isFoot, isNumber, isPlainTitle, isSigner, isTitle } from '../text/line-kinds.ts';

const isDate = (text: string) => {
  const date = findDate(text);
  return date !== undefined && date.from === 0 && date.to === text.length;
};
const SIGNED_BY = /签发人[:：]\S{0,12}$/u;
/** What of a head or foot no table of tasks says. */
const isMark = (text: string): boolean =>
  isNumber(text) || isDate(text) || isFoot(text) || isTitle(text) || /文件$/u.test(text);
const isOfFrame = (text: string): boolean =>
  isMark(text) || isSigner(text) || isDisclosure(text) || isPlainTitle(text) || SIGNED_BY.test(text);

/** Whether a table only lays out a head, a signature or a foot: 石政办发〔2024〕6号 | 签发人：…. */
function laysOut(table: Table): boolean {
  const cells = [...new Set(table.rows.flat())].filter((cell) => cellText(cell) !== '');
  const fits = cells.every((cell) => isOfFrame(cellText(cell)) || cell.paragraphs.every(({ text }) => isOfFrame(text)));
  // A list of documents has a number a row.
  const isList = cells.filter((cell) => isNumber(cellText(cell))).length > 1;
  return fits && !isList && cells.some(({ paragraphs }) => paragraphs.some(({ text }) => isMark(text)));
}

/** The blocks of a notice, with a table that only lays out its head, signature or foot as the lines that it holds. */
export function withFramesOpen(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table' || !laysOut(block)) return [block];
    return block.rows.flatMap((row, index) =>
      [...new Set(row)]
        .filter((cell) => cell.row === index + 1)
        .flatMap(({ paragraphs }) =>
          paragraphs.map((chars): Block => ({ kind: 'paragraph', line: block.line + index, chars })),
        ),
    );
  });
}
