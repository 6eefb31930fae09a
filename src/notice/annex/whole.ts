import { type Chars, join, NO_CHARS, slice } from '../chars.ts';
import { NONE } from '../units.ts';
import { deadlinePieces, type Line, type WholeGroup } from './lines.ts';

/** A row printed whole, its cells put together again from their pieces. */
export interface WholeRow {
  task: Chars;
  lead: Chars;
  support: Chars;
  deadline: Chars;
  /** Widths of the lead cell's lines, in full-width characters; a column cannot print a wider line. */
  leadWidths: number[];
  /** Which of the page's stray pieces the lead cell took. */
  strays: Chars[];
}

interface Cut {
  task: Chars;
  lead: Chars;
  support: Chars;
}

const width = ({ text }: Chars) => [...text].reduce((sum, char) => sum + (char < '\u0100' ? 0.5 : 1), 0);

/**
 * Whether pieces on these lines of a row are one cell: the table centres its cells from top to bottom,
 * so a cell's lines lie evenly about the middle of the row, half a line up or down.
 */
function centred(filled: boolean[]): boolean {
  const lines = filled.flatMap((is, line) => (is ? [line] : []));
  const mean = lines.reduce((sum, line) => sum + line, 0) / lines.length;
  return lines.length === 0 || Math.abs(mean - (filled.length - 1) / 2) <= 0.5;
}

/** Whether a wrapped cell fills its lines, all but the last: a line may fall short by one character, never more. */
function fills(widths: number[]): boolean {
  const full = widths.slice(0, -1);
  return full.length === 0 || Math.max(...widths) - Math.min(...full) <= 1;
}

/** Ways to deal the tokens of a line out to task, lead and support, in this order. */
function cuts(tokens: Chars[], glued: boolean): Cut[] {
  const found: Cut[] = [];
  for (let lead = 0; lead <= tokens.length; lead++) {
    for (let support = lead; support <= tokens.length; support++) {
      found.push({
        task: join(...tokens.slice(0, lead)),
        lead: join(...tokens.slice(lead, support)),
        support: join(...tokens.slice(support)),
      });
    }
  }
  if (!glued) return found;
  const whole = found.filter((cut) => cut.lead.text !== '');
  for (const cut of found.filter(({ task }) => task.text !== '')) {
    for (let at = 1; at < cut.task.text.length; at++) {
      const task = slice(cut.task, 0, at);
      whole.push({ task, lead: join(slice(cut.task, at), cut.lead), support: cut.support });
    }
  }
  return [...found, ...whole];
}

/** Ways to put stray pieces of the page before and behind a cell's own pieces. */
function withStrays(own: Chars[], strays: Chars[]): Chars[][] {
  return [
    own,
    ...strays.map((_, at) => [...strays.slice(0, at + 1), ...own, ...strays.slice(at + 1)]),
    [...own, ...strays],
  ];
}

/** Whether a text is a whole cell of units. */
export type Knows = (cell: string) => boolean;

function solve(group: WholeGroup, strays: Chars[], isCell: Knows, glued: boolean): WholeRow[] {
  const found = new Map<string, WholeRow>();
  const known = new Map<string, boolean>();
  const knows = (cell: string) => {
    const answer = known.get(cell) ?? isCell(cell);
    known.set(cell, answer);
    return answer;
  };
  const finish = (deadline: Chars, chosen: Cut[]) => {
    const task = join(...chosen.map((cut) => cut.task));
    if (task.text !== '' && !(task.text.endsWith('。') && chosen[0]?.task.text)) return;
    const columns = [chosen.map((cut) => cut.task), chosen.map((cut) => cut.lead), chosen.map((cut) => cut.support)];
    if (!columns.every((pieces) => centred(pieces.map(({ text }) => text !== '')))) return;
    const support = join(...chosen.map((cut) => cut.support));
    if (support.text !== NONE && !knows(support.text)) return;
    const own = chosen.map((cut) => cut.lead).filter((piece) => piece.text !== '');
    const pieces = withStrays(own, strays).find((list) => knows(list.map(({ text }) => text).join('')));
    if (!pieces) return;
    const leadWidths = pieces.map(width);
    if (!fills(leadWidths) || !fills(columns[2]?.filter(({ text }) => text !== '').map(width) ?? [])) return;
    const lead = join(...pieces);
    found.set([task.text, lead.text, support.text].join('|'), {
      task,
      lead,
      support,
      deadline,
      leadWidths,
      strays: pieces.length > own.length ? strays : [],
    });
  };
  for (const taken of deadlinePieces(group)) {
    const lastOf = (line: Line) => line.tokens.at(-1) ?? NO_CHARS;
    const deadline = join(...group.filter((_, index) => taken[index]).map(lastOf));
    const options = group.map(({ tokens }, index) => cuts(taken[index] ? tokens.slice(0, -1) : tokens, glued));
    const lastText = group.findLastIndex(({ chars }) => chars.text.includes('。'));
    const pick = (line: number, chosen: Cut[]): void => {
      if (line === group.length) finish(deadline, chosen);
      for (const cut of options[line] ?? []) {
        if (line === lastText && !cut.task.text.endsWith('。')) continue;
        if (line > lastText && cut.task.text !== '') continue;
        pick(line + 1, [...chosen, cut]);
      }
    };
    pick(0, []);
  }
  return [...found.values()];
}

/**
 * Puts a row printed whole together again: its pieces dealt out to the columns in the only way that
 * gives a complete task (or none), units, units or `——`, and a deadline. Pieces may be glued to the
 * task's (seed line 95), and the ends of a long lead cell may stand among the page's lead cells
 * (lines 109 and 110): `strays` are the pieces there that are no cell by themselves.
 *
 * @returns every solution; more than one when the order of the pieces leaves two columns open
 */
export function solveWholeRow(group: WholeGroup, strays: Chars[], isCell: Knows): WholeRow[] {
  const plain = solve(group, strays, isCell, false);
  return plain.length > 0 ? plain : solve(group, strays, isCell, true);
}

/**
 * Of several solutions, those whose lead lines fit the lead column: no line of a wrapped cell is wider
 * than `column`, the widest lead line of the rows that have one solution only. At lines 129 to 131 this
 * alone tells lead from support: the lead column holds 7 characters a line, and 市经济信息委、市 has 8.
 */
export function fitting(solutions: WholeRow[], column: number): WholeRow[] {
  return solutions.length < 2 ? solutions : solutions.filter(({ leadWidths }) => Math.max(...leadWidths) <= column);
}
