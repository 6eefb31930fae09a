/** Of two rows of letters or words: both have it, or only the first, or only the second. */
export type Step = 'same' | 'first' | 'second';

const SAME = 1;
const FIRST = 2;
const SECOND = 3;
const STEPS: Step[] = ['same', 'same', 'first', 'second'];

/** What it costs to begin to leave out, besides what each item costs. */
const OPEN = 0.5;

/**
 * The cheapest way from a part of one row to the whole of another. What stands before and behind that part costs
 * nothing, unless the parts begin, or end, alike.
 *
 * @param same whether two items are one, by their indices
 * @param whole whether the part begins, and ends, with the first row
 * @returns the steps in order, and the index behind the part
 */
export function align(
  first: number,
  second: number,
  same: (first: number, second: number) => boolean,
  whole: { start: boolean; end: boolean },
): { steps: Step[]; end: number } {
  const width = first + 1;
  const from = new Uint8Array((second + 1) * width);
  let above = new Float64Array(width);
  if (whole.start) {
    for (let j = 1; j < width; j++) [above[j], from[j]] = [j, FIRST];
  }
  for (let i = 1; i <= second; i++) {
    const row = new Float64Array(width);
    for (let j = 0; j < width; j++) {
      const here = i * width + j;
      let least = (above[j] as number) + 1 + (from[here - width] === SECOND ? 0 : OPEN);
      let step = SECOND;
      if (j > 0) {
        const left = (row[j - 1] as number) + 1 + (from[here - 1] === FIRST ? 0 : OPEN);
        if (left <= least) [least, step] = [left, FIRST];
        const both = same(j - 1, i - 1) ? (above[j - 1] as number) : Number.POSITIVE_INFINITY;
        if (both <= least) [least, step] = [both, SAME];
      }
      row[j] = least;
      from[here] = step;
    }
    above = row;
  }
  let end = whole.end ? first : 0;
  for (let j = end; j < width; j++) if ((above[j] as number) < (above[end] as number)) end = j;
  const steps: Step[] = [];
  for (let i = second, j = end; i > 0 || (whole.start && j > 0); ) {
    const step = from[i * width + j] as number;
    steps.push(STEPS[step] as Step);
    if (step !== FIRST) i--;
    if (step !== SECOND) j--;
  }
  return { steps: steps.reverse(), end };
}
