/**
 * What the order of a column's printed cells tells of each row.
 *
 * A page prints a column's cells in the order of their rows, but may have dropped some. So every
 * printed cell belongs to one row, in order, and a row takes one cell or none. A loose cell was
 * printed out of place: it belongs to some row, and its order says nothing.
 */

/**
 * The ways to read one printed line, each as the cells that it gives. Mostly the line is one cell; where nothing but
 * the names tells that two cells are glued, it may be the two or, as printed, one.
 */
export type Readings<T> = T[][];

/** One column of one page. */
export interface Column {
  /** Printed lines in printed order. */
  lines: Readings<string>[];
  /** Values printed out of place. */
  loose: string[];
  /** For each row, whether it may take a value; and whether it may have lost its own. */
  rows: { takes(value: string): boolean; mayLose: boolean }[];
}

/** What the placements leave of one row: indexes into the cells of all readings of `lines`, followed by `loose`. */
export interface Choice {
  cells: number[];
  mayBeMissing: boolean;
}

/**
 * All that some placement gives each row.
 *
 * @returns one choice a row, or `undefined` when no placement uses every cell
 */
export function placements({ lines, loose, rows }: Column): Choice[] | undefined {
  const allLoose = (1 << loose.length) - 1;
  /** Where a cell stands: its line, the line's reading, its place in the reading. */
  const cells = lines.flatMap((readings, line) =>
    readings.flatMap((reading) => reading.map((text, at) => ({ text, line, at, last: at === reading.length - 1 }))),
  );
  const firsts = lines.map((_, line) =>
    cells.flatMap((cell, index) => (cell.line === line && cell.at === 0 ? [index] : [])),
  );
  /** `line` is the next one to read; `rest` the cell that must come first, where a line's reading was begun. */
  type State = { line: number; rest: number | null; mask: number };
  const key = ({ line, rest, mask }: State) => `${line}/${rest}/${mask}`;

  const steps = (row: number, { line, rest, mask }: State): { cell: number | null; next: State }[] => {
    const rule = rows[row];
    if (!rule) return [];
    const found: { cell: number | null; next: State }[] = [];
    if (rule.mayLose) found.push({ cell: null, next: { line, rest, mask } });
    for (const index of rest === null ? (firsts[line] ?? []) : [rest]) {
      const cell = cells[index];
      if (!cell || !rule.takes(cell.text)) continue;
      const next = cell.last ? { line: cell.line + 1, rest: null, mask } : { line: cell.line, rest: index + 1, mask };
      found.push({ cell: index, next });
    }
    for (const [index, text] of loose.entries()) {
      if (!(mask & (1 << index)) && rule.takes(text)) {
        found.push({ cell: cells.length + index, next: { line, rest, mask: mask | (1 << index) } });
      }
    }
    return found;
  };

  const completes = new Map<string, boolean>();
  const canComplete = (row: number, state: State): boolean => {
    if (row === rows.length) return state.line === lines.length && state.rest === null && state.mask === allLoose;
    const id = `${row}:${key(state)}`;
    const known = completes.get(id);
    if (known !== undefined) return known;
    const answer = steps(row, state).some(({ next }) => canComplete(row + 1, next));
    completes.set(id, answer);
    return answer;
  };

  let states: State[] = [{ line: 0, rest: null, mask: 0 }];
  if (!states.every((state) => canComplete(0, state))) return undefined;
  return rows.map((_, row) => {
    const taken = new Set<number>();
    let mayBeMissing = false;
    const reached = new Map<string, State>();
    for (const state of states) {
      for (const { cell, next } of steps(row, state)) {
        if (!canComplete(row + 1, next)) continue;
        reached.set(key(next), next);
        if (cell === null) mayBeMissing = true;
        else taken.add(cell);
      }
    }
    states = [...reached.values()];
    return { cells: [...taken].sort((a, b) => a - b), mayBeMissing };
  });
}
