/**
 * What the order of a column's printed cells tells of each row.
 *
 * A page prints a column's cells in the order of their rows, but may have dropped some. So every
 * printed cell belongs to one row, in order, and a row takes one cell or none. A loose cell was
 * printed out of place: it belongs to some row, and its order says nothing.
 */

/** One column of one page. */
export interface Column {
  /** Printed values in printed order. */
  values: string[];
  /** Values printed out of place. */
  loose: string[];
  /** For each row, whether it may take a value; and whether it may have lost its own. */
  rows: { takes(value: string): boolean; mayLose: boolean }[];
}

/** What the placements leave of one row: indexes into `values` followed by `loose`. */
export interface Choice {
  cells: number[];
  mayBeMissing: boolean;
}

/**
 * All that some placement gives each row.
 *
 * @returns one choice a row, or `undefined` when no placement uses every cell
 */
export function placements({ values, loose, rows }: Column): Choice[] | undefined {
  const allLoose = (1 << loose.length) - 1;
  type State = { used: number; mask: number };
  const key = ({ used, mask }: State) => `${used}/${mask}`;

  const steps = (row: number, { used, mask }: State): { cell: number | null; next: State }[] => {
    const rule = rows[row];
    if (!rule) return [];
    const found: { cell: number | null; next: State }[] = [];
    if (rule.mayLose) found.push({ cell: null, next: { used, mask } });
    const value = values[used];
    if (value !== undefined && rule.takes(value)) {
      found.push({ cell: used, next: { used: used + 1, mask } });
    }
    for (const [index, text] of loose.entries()) {
      if (!(mask & (1 << index)) && rule.takes(text)) {
        found.push({ cell: values.length + index, next: { used, mask: mask | (1 << index) } });
      }
    }
    return found;
  };

  const completes = new Map<string, boolean>();
  const canComplete = (row: number, state: State): boolean => {
    if (row === rows.length) return state.used === values.length && state.mask === allLoose;
    const id = `${row}:${key(state)}`;
    const known = completes.get(id);
    if (known !== undefined) return known;
    const answer = steps(row, state).some(({ next }) => canComplete(row + 1, next));
    completes.set(id, answer);
    return answer;
  };

  let states: State[] = [{ used: 0, mask: 0 }];
  if (!canComplete(0, { used: 0, mask: 0 })) return undefined;
  return rows.map((_, row) => {
    const cells = new Set<number>();
    let mayBeMissing = false;
    const reached = new Map<string, State>();
    for (const state of states) {
      for (const { cell, next } of steps(row, state)) {
        if (!canComplete(row + 1, next)) continue;
        reached.set(key(next), next);
        if (cell === null) mayBeMissing = true;
        else cells.add(cell);
      }
    }
    states = [...reached.values()];
    return { cells: [...cells].sort((a, b) => a - b), mayBeMissing };
  });
}
