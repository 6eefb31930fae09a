import type { ColumnUse } from '../column-words.ts';
import type { Chars } from '../text/chars.ts';
import { labelOf } from '../text/labels.ts';

/** A line that is a cell of a table, or a part of one. */
export interface CellLine {
  chars: Chars;
  line: number;
}

/** A row whose lines are dealt to its cells; `cells` is undefined where they could be dealt otherwise too. */
export interface NumberedRow {
  number: CellLine;
  lines: CellLine[];
  cells: Chars[][] | undefined;
}

/** What a column takes: units, a time, or other words. */
type Kind = 'units' | 'time' | 'words';

const kindOf = (use: ColumnUse | undefined): Kind =>
  use === 'deadline' ? 'time' : use === 'lead' || use === 'support' || use === 'responsible' ? 'units' : 'words';

/** What is done to a thing whose name ends as a unit's may: 新建文化中心, 建成残疾人服务中心。 */
const DOES = /。$|^(?:新建|改建|扩建|改造|建成|建设|完成|启动|开工|推进|推动|实施|打造|提升|开展|加快|迁建)/u;

/**
 * Rows of a table whose cells stand a line each, some of them several lines long: numbers that count up tell where a row
 * begins, and what a line says to which column it belongs.
 *
 * @param lines what stands behind the heads, blank lines left out
 * @param uses of the columns, the first of which holds the numbers
 * @param isKind whether a line may be units, or a time
 * @returns the rows and groups, and how many lines they take; `undefined` where nothing tells
 */
export function numberedRows(
  lines: CellLine[],
  uses: (ColumnUse | undefined)[],
  isKind: (kind: 'units' | 'time', text: string) => boolean,
): { rows: (NumberedRow | CellLine)[]; taken: number } | undefined {
  const kinds = uses.slice(1).map(kindOf);
  if (uses[0] !== 'number' || !kinds.includes('words')) return undefined;
  const told = ({ chars: { text } }: CellLine): Kind => {
    if (isKind('units', text)) return DOES.test(text) ? 'words' : 'units';
    return isKind('time', text) ? 'time' : 'words';
  };
  const isNumber = (line: CellLine | undefined, value: number) =>
    Number(/^(\d{1,3})[.．、]?$/u.exec(line?.chars.text ?? '')?.[1]) === value;
  const isGroup = (at: number, next: number) => {
    const { text = '' } = lines[at]?.chars ?? {};
    const kind = labelOf(text)?.kind;
    return (kind === 'han' || kind === 'hanBracket') && text.length <= 40 && isNumber(lines[at + 1], next);
  };
  const rows: (NumberedRow | CellLine)[] = [];
  let at = 0;
  for (let value = 1; ; value++) {
    if (isGroup(at, value)) rows.push(lines[at++] as CellLine);
    const number = lines[at];
    if (!number || !isNumber(number, value)) return undefined;
    let end = at + 1;
    while (end < lines.length && !isNumber(lines[end], value + 1)) end++;
    const isLast = end >= lines.length;
    const own = lines.slice(at + 1, !isLast && isGroup(end - 1, value + 1) ? end - 1 : end);
    if (!isLast) {
      rows.push({ number, lines: own, cells: dealt(own, kinds, told) });
      at += 1 + own.length;
      continue;
    }
    const length = lastLength(own, kinds, told);
    if (length === undefined || value < 2) return undefined;
    const last = own.slice(0, length);
    rows.push({ number, lines: last, cells: dealt(last, kinds, told) });
    return { rows, taken: at + 1 + length };
  }
}

/** How many lines the last row takes: what stands behind the table is none of its cells. */
function lastLength(own: CellLine[], kinds: Kind[], told: (line: CellLine) => Kind): number | undefined {
  if (kinds.indexOf('time') === kinds.length - 1) {
    const end = own.findIndex((line) => told(line) === 'time');
    return end < 0 ? undefined : end + 1;
  }
  for (let length = 1; length <= own.length; length++) {
    const cells = dealt(own.slice(0, length), kinds, told);
    if (!cells?.every((cell) => cell.length > 0)) continue;
    // Another line under the last column may be of it, or stand behind the table.
    const next = own[length];
    return next && told(next) === kinds.at(-1) ? undefined : length;
  }
  return undefined;
}

/** The one way to deal lines to columns in their order; `undefined` where there is none, or several. */
function dealt(own: CellLine[], kinds: Kind[], told: (line: CellLine) => Kind): Chars[][] | undefined {
  const ways: number[][] = [];
  const search = (at: number, column: number, sizes: number[]): void => {
    if (ways.length > 1) return;
    const kind = kinds[column];
    if (kind === undefined) {
      if (at === own.length) ways.push(sizes);
      return;
    }
    for (let size = 0; at + size <= own.length; size++) {
      const line = own[at + size - 1];
      if (size > 0 && (!line || told(line) !== kind || (kind === 'time' && size > 1))) return;
      // Words stand in every row: the task is one of them.
      if (size > 0 || kind !== 'words') search(at + size, column + 1, [...sizes, size]);
    }
  };
  search(0, 0, []);
  const [only] = ways;
  if (!only || ways.length > 1) return undefined;
  const from = (column: number) => only.slice(0, column).reduce((sum, size) => sum + size, 0);
  return only.map((size, column) => own.slice(from(column), from(column) + size).map(({ chars }) => chars));
}
