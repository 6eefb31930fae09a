import type { Effort } from '../effort.ts';
import { type Chars, join, NO_CHARS, slice } from '../text/chars.ts';
import { NONE } from '../units/resolve.ts';
import { deadlinePieces, type Line, type WholeGroup } from './segments.ts';

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

/** Ways to deal the tokens of a line out to task, lead and support, in this order; with `glued`, also those that cut the task's text. */
function cuts(tokens: Chars[], glued: boolean): Cut[] {
  const found: Cut[] = [];
  for (let lead = 0; lead <= tokens.length; lead++) {
    for (let support = lead; support <= tokens.length; support++) {
      found.push({
        task: join(tokens.slice(0, lead)),
        lead: join(tokens.slice(lead, support)),
        support: join(tokens.slice(support)),
      });
    }
  }
  if (!glued) return found;
  const within = found.flatMap(({ task, lead, support }) =>
    Array.from({ length: Math.max(0, task.text.length - 1) }, (_, at) => ({
      task: slice(task, 0, at + 1),
      lead: join([slice(task, at + 1), lead]),
      support,
    })),
  );
  return [...found, ...within];
}

/** Ways to put stray pieces of the page before and behind a cell's own pieces. */
function withStrays(own: Chars[], strays: Chars[]): Chars[][] {
  return [
    own,
    ...strays.map((_, at) => [...strays.slice(0, at + 1), ...own, ...strays.slice(at + 1)]),
    [...own, ...strays],
  ];
}

/** What is known of the texts of cells. */
export interface Names {
  /** Whether a text is a whole cell of units. */
  knows(cell: string): boolean;
  /** Whether such a cell may begin with a text, or hold it where `inside` is true. */
  mayHold(text: string, inside: boolean): boolean;
}

/** No line of a table cell is longer, in UTF-16 units, nor has more gaps. */
const LONGEST_LINE = 200;
const MOST_TOKENS = 16;

function solve(group: WholeGroup, strays: Chars[], names: Names, glued: boolean, effort: Effort): WholeRow[] {
  const found = new Map<string, WholeRow>();
  const finish = (deadline: Chars, chosen: Cut[]) => {
    const task = join(chosen.map((cut) => cut.task));
    if (task.text !== '' && !(task.text.endsWith('。') && chosen[0]?.task.text)) return;
    const columns = [chosen.map((cut) => cut.task), chosen.map((cut) => cut.lead), chosen.map((cut) => cut.support)];
    if (!columns.every((pieces) => centred(pieces.map(({ text }) => text !== '')))) return;
    const support = join(chosen.map((cut) => cut.support));
    if (support.text !== NONE && !names.knows(support.text)) return;
    const own = chosen.map((cut) => cut.lead).filter((piece) => piece.text !== '');
    const pieces = withStrays(own, strays).find((list) => names.knows(list.map(({ text }) => text).join('')));
    if (!pieces) return;
    const leadWidths = pieces.map(width);
    const widths = columns.map((cells) => cells.filter(({ text }) => text !== '').map(width));
    if (![widths[0] ?? [], leadWidths, widths[2] ?? []].every(fills)) return;
    const lead = join(pieces);
    found.set([task.text, lead.text, support.text].join('|'), {
      task,
      lead,
      support,
      deadline,
      leadWidths,
      strays: pieces.length > own.length ? strays : [],
    });
  };
  const lastText = group.findLastIndex(({ chars }) => chars.text.includes('。'));
  const fits = (line: number, { task }: Cut) =>
    line === lastText ? task.text.endsWith('。') : line < lastText || task.text === '';
  for (const taken of deadlinePieces(group)) {
    const lastOf = (line: Line) => line.tokens.at(-1) ?? NO_CHARS;
    const deadline = join(group.filter((_, index) => taken[index]).map(lastOf));
    const options = group.map(({ tokens }, index) => cuts(taken[index] ? tokens.slice(0, -1) : tokens, glued));
    for (const { length } of options) effort.spend(length);
    const pick = (line: number, chosen: Cut[], lead: string, support: string): void => {
      if (line === group.length) finish(deadline, chosen);
      effort.spend(options[line]?.length ?? 1);
      for (const cut of options[line] ?? []) {
        if (!fits(line, cut)) continue;
        const [ofLead, ofSupport] = [lead + cut.lead.text, support + cut.support.text];
        if (cut.lead.text !== '' && !names.mayHold(ofLead, strays.length > 0)) continue;
        if (cut.support.text !== '' && !NONE.startsWith(ofSupport) && !names.mayHold(ofSupport, false)) continue;
        pick(line + 1, [...chosen, cut], ofLead, ofSupport);
      }
    };
    pick(0, [], '', '');
  }
  return [...found.values()];
}

/**
 * Puts a row printed whole together again: its pieces dealt out to the columns in the only way that
 * gives a complete task (or none), units, units or `——`, and a deadline. Pieces may be glued to the
 * task's (seed line 95), and the ends of a long lead cell may stand among the page's lead cells
 * (lines 109 and 110): `strays` are the pieces there that are no cell by themselves.
 *
 * A way is followed only as far as its pieces may still become cells.
 *
 * @param effort a step is a way to deal out one line
 * @returns every solution; more than one when the order of the pieces leaves two columns open
 */
export function solveWholeRow(group: WholeGroup, strays: Chars[], names: Names, effort: Effort): WholeRow[] {
  const plain = solvePlainRow(group, strays, names, effort);
  return plain.length > 0 || isTooLong(group) ? plain : solve(group, strays, names, true, effort);
}

/** The same for pieces of which none is glued to the task's. */
export function solvePlainRow(group: WholeGroup, strays: Chars[], names: Names, effort: Effort): WholeRow[] {
  return isTooLong(group) ? [] : solve(group, strays, names, false, effort);
}

const isTooLong = (group: WholeGroup) =>
  group.some(({ chars, tokens }) => chars.text.length > LONGEST_LINE || tokens.length > MOST_TOKENS);

/**
 * Of several solutions, those whose lead lines fit the lead column: no line of a wrapped cell is wider
 * than `column`, the widest lead line of the rows that have one solution only. At lines 129 to 131 this
 * alone tells lead from support: the lead column holds 7 characters a line, and 市经济信息委、市 has 8.
 */
export function fitting(solutions: WholeRow[], column: number): WholeRow[] {
  return solutions.length < 2 ? solutions : solutions.filter(({ leadWidths }) => Math.max(...leadWidths) <= column);
}
