import { struckOut } from '../hidden-letters.ts';
import type { FoundCell } from './line-writer.ts';
import { raised } from './raised.ts';

/** Where a piece of text stands on a page; y grows downward. */
export interface TextItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Whether a drawn line runs through it. */
  struck?: true;
}

/** A line of text; what is struck out of it stands apart. */
export interface TextLine {
  text: string;
  struck: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** A drawn line of a page. */
export interface Rule {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A stretch of a page that rules cut into cells. */
export interface Grid {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: FoundCell[][];
}

/** Rules nearer to each other than this are one, in points. */
const NEAR = 3;
/** No row and no column is narrower than this: its two borders are one. */
const LEAST = 7;

/** The places of rules, those near to each other as one. */
function clustered(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const found: number[][] = [];
  for (const value of sorted) {
    const last = found.at(-1);
    if (last && value - (last[0] ?? 0) <= LEAST) last.push(value);
    else found.push([value]);
  }
  return found.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** Places of rules, with the ends of those that cross them where these reach further. */
function reaching(places: number[], ends: number[]): number[] {
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const first = from < (places[0] ?? 0) - LEAST ? [from] : [];
  return [...first, ...places, ...(to > (places.at(-1) ?? 0) + LEAST ? [to] : [])];
}

const isVertical = ({ x1, x2, y1, y2 }: Rule) => Math.abs(x2 - x1) <= NEAR && y2 - y1 > NEAR;
const isHorizontal = ({ x1, x2, y1, y2 }: Rule) => Math.abs(y2 - y1) <= NEAR && x2 - x1 > NEAR;

/** Small digits that stand high or low behind a piece of text, as part of its line. */
function inLine(item: TextItem, items: TextItem[]): TextItem {
  if (!/^\s*[\d+−-]+\s*$/u.test(item.text)) return item;
  const base = items.find(
    ({ x, y, width, size }) =>
      item.size <= size * 0.8 && Math.abs(x + width - item.x) < size * 0.4 && Math.abs(y - item.y) < size * 0.6,
  );
  const rise = base ? (base.y - item.y) / base.size : 0;
  if (!base || (rise < 0.15 && rise > -0.03)) return item;
  return { ...item, text: raised(item.text, rise > 0 ? 'high' : 'low'), y: base.y, size: base.size };
}

/** Lines of text from pieces, top to bottom; a wide gap between two pieces stays as blanks. */
export function linesOf(pieces: TextItem[]): TextLine[] {
  const lines: TextItem[][] = [];
  const items = pieces.map((item) => inLine(item, pieces));
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(first.y - item.y) <= Math.max(2, first.size * 0.4)) line.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => {
    const sorted = line.sort((a, b) => a.x - b.x);
    let text = '';
    let struck = '';
    let right = sorted[0]?.x ?? 0;
    for (const item of sorted) {
      const gap = item.x - right;
      if (item.struck) {
        struck += item.text;
        right = Math.max(right, item.x + item.width);
        continue;
      }
      if (text !== '' && gap > item.size * 0.3) text += gap > item.size * 1.5 ? '    ' : ' ';
      text += item.text;
      right = Math.max(right, item.x + item.width);
    }
    return { text, struck, x: sorted[0]?.x ?? 0, right, y: sorted[0]?.y ?? 0, size: sorted[0]?.size ?? 0 };
  });
}

/** How wide a character is drawn, beside a Chinese one. */
const widthOf = (char: string) => (/[\u0020-\u007e]/u.test(char) ? 0.5 : 1);

/** Cuts pieces of text where an upright rule crosses them: programs join the words of two cells that nearly touch. */
function cutAt(items: TextItem[], hasUpright: (x: number, y: number) => boolean, xs: number[]): TextItem[] {
  return items.flatMap((item) => {
    const { x, y, width, size } = item;
    const crossed = xs.filter(
      (at) => at > x + size / 2 && at < x + width - size / 2 && hasUpright(at, y - size * 0.35),
    );
    return crossed.length === 0 ? [item] : parted(item, crossed);
  });
}

/** A piece of text cut at some places. */
function parted(item: TextItem, places: number[]): TextItem[] {
  const chars = [...item.text];
  const unit = item.width / chars.reduce((sum, char) => sum + widthOf(char), 0);
  const pieces: TextItem[] = [];
  let at = item.x;
  for (const char of chars) {
    const wide = widthOf(char) * unit;
    const column = places.filter((place) => place <= at + wide / 2).length;
    const last = pieces[column];
    if (last) {
      last.text += char;
      last.width += wide;
    } else pieces[column] = { ...item, text: char, x: at, width: wide };
    at += wide;
  }
  return pieces.filter((piece) => piece !== undefined);
}

/**
 * Tells lines that strike text out from those that draw tables: one that runs through the middle of a line's letters,
 * and begins and ends with them. What is struck is marked so; the other rules are left.
 */
export function withoutStrikes(rules: Rule[], items: TextItem[]): { rules: Rule[]; items: TextItem[] } {
  let pieces = items;
  const left = rules.filter((rule) => {
    if (!isHorizontal(rule)) return true;
    const y = (rule.y1 + rule.y2) / 2;
    const crossed = pieces.filter(
      (item) =>
        item.y - y > item.size * 0.12 &&
        item.y - y < item.size * 0.62 &&
        Math.min(rule.x2, item.x + item.width) - Math.max(rule.x1, item.x) > item.size * 0.4,
    );
    const size = crossed[0]?.size ?? 0;
    const [from, to] = [Math.min(...crossed.map(({ x }) => x)), Math.max(...crossed.map(({ x, width }) => x + width))];
    if (crossed.length === 0 || rule.x1 < from - size * 0.2 || rule.x2 > to + size * 0.2) return true;
    pieces = pieces.flatMap((item) => {
      if (!crossed.includes(item)) return [item];
      return parted(item, [rule.x1, rule.x2]).map((piece): TextItem => {
        const middle = piece.x + piece.width / 2;
        return middle > rule.x1 && middle < rule.x2 ? { ...piece, struck: true } : piece;
      });
    });
    return false;
  });
  return { rules: left, items: pieces };
}

/** Stretches of the page where upright rules stand: each may be a table. */
function bands(rules: Rule[]): [top: number, bottom: number][] {
  const found: [number, number][] = [];
  for (const { y1, y2 } of rules.filter(isVertical).sort((a, b) => a.y1 - b.y1)) {
    const last = found.at(-1);
    if (last && y1 <= last[1] + NEAR) last[1] = Math.max(last[1], y2);
    else found.push([y1, y2]);
  }
  return found;
}

/**
 * Reads the tables of a page from its rules: a cell reaches to the next drawn line on each side, and holds the text
 * that stands inside. A piece of text that crosses a line is marked on its cell.
 */
export function gridsOf(rules: Rule[], items: TextItem[]): Grid[] {
  return bands(rules).flatMap(([top, bottom]): Grid[] => {
    const inside = rules.filter(({ y1, y2 }) => y1 >= top - NEAR && y2 <= bottom + NEAR);
    const uprights = inside.filter(isVertical);
    const levels = inside.filter(isHorizontal);
    // A table may have no rules at its sides: its cells reach as far as the rules across.
    const xs = reaching(
      clustered(uprights.map(({ x1, x2 }) => (x1 + x2) / 2)),
      levels.flatMap(({ x1, x2 }) => [x1, x2]),
    );
    const ys = reaching(
      clustered(levels.map(({ y1, y2 }) => (y1 + y2) / 2)),
      uprights.flatMap(({ y1, y2 }) => [y1, y2]),
    );
    if (xs.length < 3 || ys.length < 2) return [];
    const hasUpright = (x: number, y: number) =>
      uprights.some((rule) => Math.abs((rule.x1 + rule.x2) / 2 - x) <= LEAST && rule.y1 <= y && rule.y2 >= y);
    const hasLevel = (y: number, x: number) =>
      levels.some((rule) => Math.abs((rule.y1 + rule.y2) / 2 - y) <= LEAST && rule.x1 <= x && rule.x2 >= x);
    const pieces = cutAt(items, hasUpright, xs);
    const middle = (all: number[], index: number) => ((all[index] ?? 0) + (all[index + 1] ?? 0)) / 2;
    const taken = new Set<string>();
    const rows: FoundCell[][] = [];
    for (let row = 0; row + 1 < ys.length; row++) {
      const cells: FoundCell[] = [];
      for (let column = 0; column + 1 < xs.length; column++) {
        if (taken.has(`${row}/${column}`)) continue;
        let columns = 1;
        while (column + columns + 1 < xs.length && !hasUpright(xs[column + columns] ?? 0, middle(ys, row))) columns++;
        let height = 1;
        while (row + height + 1 < ys.length && !hasLevel(ys[row + height] ?? 0, middle(xs, column))) height++;
        for (let i = row; i < row + height; i++) for (let j = column; j < column + columns; j++) taken.add(`${i}/${j}`);
        const [left, right] = [xs[column] ?? 0, xs[column + columns] ?? 0];
        const [upper, lower] = [ys[row] ?? 0, ys[row + height] ?? 0];
        const own = pieces.filter(
          ({ x, y, width, size }) =>
            x + width / 2 > left && x + width / 2 < right && y - size * 0.35 > upper && y - size * 0.35 < lower,
        );
        const crosses = own.some(({ x, width, size }) => x < left - size / 2 || x + width > right + size / 2);
        const lines = linesOf(own);
        const text = lines.map((line) => line.text.trim()).filter((line) => line !== '');
        const struck = lines.map((line) => line.struck).join('');
        cells.push({
          paragraphs: text.length > 0 ? [text.join('\n')] : [],
          rows: height,
          columns,
          marks: [...(crosses ? ['跨过格线的文字'] : []), ...(struck === '' ? [] : [struckOut(struck)])],
        });
      }
      rows.push(cells);
    }
    const [left = 0, right = 0] = [xs[0], xs.at(-1)];
    return [{ top: ys[0] ?? top, bottom: ys.at(-1) ?? bottom, left, right, rows: withoutEmptyRows(rows) }];
  });
}

/** Rows in which nothing begins that holds text are borders drawn twice: they go, and what spans them gets shorter. */
function withoutEmptyRows(rows: FoundCell[][]): FoundCell[][] {
  for (const [index, row] of rows.entries()) {
    if (row.some(({ paragraphs }) => paragraphs.length > 0)) continue;
    for (const [above, cells] of rows.slice(0, index).entries()) {
      for (const cell of cells) if (above + (cell.rows ?? 1) > index) cell.rows = (cell.rows ?? 1) - 1;
    }
  }
  return rows.filter((row) => row.some(({ paragraphs }) => paragraphs.length > 0));
}
