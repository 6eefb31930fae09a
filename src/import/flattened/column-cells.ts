import { isDeadline, LONGEST_DEADLINE, readDeadline } from '../../notice/deadlines.ts';
import { type Chars, slice } from '../text/chars.ts';
import { type Authority, NONE } from '../units/resolve.ts';
import type { Readings } from './placements.ts';

export type CellKind = 'units' | 'none' | 'deadline';

export interface PrintedCell {
  kind: CellKind;
  chars: Chars;
  /** Every way to read the line that the cell was cut from, where nothing but the names tells where to cut. */
  guess?: Readings<Chars>;
}

const isNoUnit = (text: string) => text === NONE || readDeadline(text) !== undefined;

/** Where a line may be cut into two cells, ascending: where units end and begin, or where one of the two is short and says no unit. */
function cutsOf(text: string, authority: Authority): number[] {
  const cuts = new Set(authority.joints(text));
  for (let length = 1; length <= Math.min(LONGEST_DEADLINE, text.length - 1); length++) {
    if (isNoUnit(text.slice(0, length))) cuts.add(length);
    if (isNoUnit(text.slice(-length))) cuts.add(text.length - length);
  }
  return [...cuts].sort((a, b) => a - b);
}

/** What kind of cell a text is, when it is a whole one. */
function cellKind(text: string, authority: Authority): CellKind | undefined {
  if (text === NONE) return 'none';
  if (readDeadline(text)) return 'deadline';
  return authority.knows(text) ? 'units' : undefined;
}

/**
 * Reads a line of the columns: one cell, or two glued. Two of different kinds are parted by their kinds
 * (`…开州区政府持续推进`, seed line 120). Two of one kind may as well be one cell that lost a mark, and a line
 * that can be cut in two places is no surer: their cells carry every reading of the line. So with a deadline whose
 * words may be another cell's; words of a deadline that are not read are one cell, where they are not two.
 *
 * @returns no cell when the line is none: a piece of one, or a name that no unit has
 */
export function readCells(chars: Chars, authority: Authority): PrintedCell[] {
  const whole = cellKind(chars.text, authority);
  if (whole && whole !== 'deadline') return [{ kind: whole, chars }];
  const cuts: PrintedCell[][] = [];
  for (const at of cutsOf(chars.text, authority)) {
    const parts = [slice(chars, 0, at), slice(chars, at)];
    const cells = parts.flatMap((part): PrintedCell[] => {
      const kind = cellKind(part.text, authority);
      return kind ? [{ kind, chars: part }] : [];
    });
    if (cells.length === parts.length) cuts.push(cells);
  }
  const [first, another] = cuts;
  if (!first) return whole || isDeadline(chars.text) ? [{ kind: 'deadline', chars }] : [];
  const [one, two] = first;
  if (!whole && !another && one?.kind !== two?.kind) return first;
  const guess = [...cuts.map((cells) => cells.map((cell) => cell.chars)), [chars]];
  return first.map((cell) => ({ ...cell, guess }));
}

/** The lines of a column, each with the ways to read it, from its cells in printed order. */
export function linesOfColumn(cells: PrintedCell[]): Readings<Chars>[] {
  const lines: Readings<Chars>[] = [];
  for (const [index, { chars, guess }] of cells.entries()) {
    // The second cell of a line that was put down already; one whose first cell ended another column stands alone.
    if (guess && guess === cells[index - 1]?.guess) continue;
    lines.push(guess && guess === cells[index + 1]?.guess ? guess : [[chars]]);
  }
  return lines;
}
