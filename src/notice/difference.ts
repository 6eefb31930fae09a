import { type ClauseText, letters } from './links.ts';

type Step = 'same' | 'body' | 'annex';

const ANCHOR = 3;
const begins = (text: string) => letters(text).slice(0, ANCHOR);
const ends = (text: string) => letters(text).slice(-ANCHOR);

/**
 * The cheapest way from a part of `body` to `annex`. What stands before and behind that part costs
 * nothing, unless both begin, or both end, with the same letters.
 */
function align(bodyText: string, annexText: string): { step: Step; char: string }[] {
  const body = [...bodyText];
  const annex = [...annexText];
  const width = body.length + 1;
  const cost = new Float64Array((annex.length + 1) * width);
  const open = 0.5;
  const whole = { start: begins(bodyText) === begins(annexText), end: ends(bodyText) === ends(annexText) };
  const from = new Uint8Array(cost.length);
  const SAME = 1;
  const BODY = 2;
  const ANNEX = 3;
  for (let i = 0; i <= annex.length; i++) {
    for (let j = 0; j < width; j++) {
      const here = i * width + j;
      if (i === 0) {
        if (whole.start) cost[here] = j;
        if (whole.start && j > 0) from[here] = BODY;
        continue;
      }
      const options: [number, number][] = [];
      const up = here - width;
      options.push([(cost[up] ?? 0) + 1 + (from[up] === ANNEX ? 0 : open), ANNEX]);
      if (j > 0) options.push([(cost[here - 1] ?? 0) + 1 + (from[here - 1] === BODY ? 0 : open), BODY]);
      if (j > 0 && annex[i - 1] === body[j - 1]) options.push([cost[up - 1] ?? 0, SAME]);
      const [least, step] = options.reduce((a, b) => (b[0] <= a[0] ? b : a));
      cost[here] = least;
      from[here] = step;
    }
  }
  let j = whole.end ? body.length : 0;
  const last = annex.length * width;
  for (let end = j; end < width; end++) if ((cost[last + end] ?? 0) < (cost[last + j] ?? 0)) j = end;
  const steps: { step: Step; char: string }[] = [];
  const behind = body[j] ?? '';
  for (let i = annex.length; i > 0 || (whole.start && j > 0); ) {
    const step = from[i * width + j];
    if (step === BODY) steps.push({ step: 'body', char: body[--j] ?? '' });
    else if (step === ANNEX) steps.push({ step: 'annex', char: annex[--i] ?? '' });
    else {
      steps.push({ step: 'same', char: annex[--i] ?? '' });
      j--;
    }
  }
  const [end] = steps;
  if (end?.step === 'annex' && end.char === '。' && /^\p{P}/u.test(behind))
    steps.unshift({ step: 'body', char: behind });
  return steps.reverse();
}

/** The text's own braces and backslashes, told apart from those that mark. */
const escaped = (char = '') => ('{}\\'.includes(char) ? `\\${char}` : char);

/**
 * Where a task differs from the part of the body that it repeats, to the character:
 * `{-only in the body-}`, `{+only in the annex+}` amid the text they share. A `{`, `}` or `\` of the texts has a `\`
 * before it.
 *
 * @returns `undefined` where the task stands in the body to the letter, or is linked to no clause
 */
export function difference(task: string, clauses: ClauseText[]): string | undefined {
  const body = clauses.map(({ text }) => text).join('');
  if (body === '' || body.includes(task)) return undefined;
  const steps = align(body, task);
  let shown = '';
  for (let index = 0; index < steps.length; ) {
    const step = steps[index]?.step;
    let removed = '';
    let added = '';
    if (step === 'same') {
      shown += escaped(steps[index++]?.char);
      continue;
    }
    for (let next = steps[index]; next && next.step !== 'same'; next = steps[++index]) {
      if (next.step === 'body') removed += escaped(next.char);
      else added += escaped(next.char);
    }
    shown += (removed ? `{-${removed}-}` : '') + (added ? `{+${added}+}` : '');
  }
  return shown;
}
