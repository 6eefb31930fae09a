/** Lines of the seed that follow one another. */
export type LineRun = [first: number, last: number];

/** 62–63 and 70 as `[62, 63, 70]`. */
export const linesOf = (runs: readonly LineRun[]): number[] =>
  runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** `[62, 63, 70]` as 62–63 and 70; each line once, in order. */
export function lineRuns(lines: readonly number[]): LineRun[] {
  const runs: LineRun[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}
