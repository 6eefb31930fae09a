import type { Effort } from './effort.ts';
import { type ClauseText, letters } from './links.ts';

interface AlignedChar {
  step: 'same' | 'body' | 'annex';
  char: string;
}

const ANCHOR = 3;
const begins = (text: string) => letters(text).slice(0, ANCHOR);
const ends = (text: string) => letters(text).slice(-ANCHOR);

const SAME = 1;
const BODY = 2;
const ANNEX = 3;

/** What it costs to begin to leave out, besides what each letter costs. */
const OPEN = 0.5;

/**
 * The cheapest way from a part of `body` to `annex`, both as characters. What stands before and behind
 * that part costs nothing, unless both begin, or both end, with the same letters.
 */
function align(body: string[], annex: string[], whole: { start: boolean; end: boolean }): AlignedChar[] {
  const width = body.length + 1;
  const from = new Uint8Array((annex.length + 1) * width);
  let above = new Float64Array(width);
  if (whole.start) {
    for (let j = 1; j < width; j++) [above[j], from[j]] = [j, BODY];
  }
  for (let i = 1; i <= annex.length; i++) {
    const row = new Float64Array(width);
    for (let j = 0; j < width; j++) {
      const here = i * width + j;
      let least = (above[j] as number) + 1 + (from[here - width] === ANNEX ? 0 : OPEN);
      let step = ANNEX;
      if (j > 0) {
        const left = (row[j - 1] as number) + 1 + (from[here - 1] === BODY ? 0 : OPEN);
        if (left <= least) [least, step] = [left, BODY];
        const same = annex[i - 1] === body[j - 1] ? (above[j - 1] as number) : Number.POSITIVE_INFINITY;
        if (same <= least) [least, step] = [same, SAME];
      }
      row[j] = least;
      from[here] = step;
    }
    above = row;
  }
  let j = whole.end ? body.length : 0;
  for (let end = j; end < width; end++) if ((above[end] as number) < (above[j] as number)) j = end;
  const steps: AlignedChar[] = [];
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
const escaped = (char = '') => (/[{}\\]/.test(char) ? `\\${char}` : char);

/**
 * Where a task differs from the part of the body that it repeats, to the character:
 * `{-only in the body-}`, `{+only in the annex+}` amid the text they share. A `{`, `}` or `\` of the texts has a `\`
 * before it.
 *
 * @param effort a step is a fifth of a pair of letters that is compared; each pair takes a byte
 * @returns `undefined` where the task stands in the body to the letter, or is linked to no clause
 */
export function difference(task: string, clauses: ClauseText[], effort: Effort): string | undefined {
  const body = clauses.map(({ text }) => text).join('');
  if (body === '' || body.includes(task)) return undefined;
  const [bodyChars, taskChars] = [[...body], [...task]];
  effort.spend(bodyChars.length * taskChars.length * 5);
  const whole = { start: begins(body) === begins(task), end: ends(body) === ends(task) };
  const steps = align(bodyChars, taskChars, whole);
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
