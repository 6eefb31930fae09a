import { align } from '../notice/align.ts';
import { type ClauseText, letters } from './clause-links.ts';
import type { Effort } from './effort.ts';

interface AlignedChar {
  step: 'same' | 'body' | 'annex';
  char: string;
}

const ANCHOR = 3;
const begins = (text: string) => letters(text).slice(0, ANCHOR);
const ends = (text: string) => letters(text).slice(-ANCHOR);

/** The characters of a part of `body` and of `annex`, told apart where only one of them has them. */
function alignChars(body: string[], annex: string[], whole: { start: boolean; end: boolean }): AlignedChar[] {
  const { steps, end } = align(body.length, annex.length, (j, i) => body[j] === annex[i], whole);
  let j = end - steps.filter((step) => step !== 'second').length;
  let i = 0;
  const aligned = steps.map((step): AlignedChar => {
    if (step === 'first') return { step: 'body', char: body[j++] ?? '' };
    if (step === 'same') j++;
    return { step: step === 'same' ? 'same' : 'annex', char: annex[i++] ?? '' };
  });
  const last = aligned.at(-1);
  const behind = body[end] ?? '';
  if (last?.step === 'annex' && last.char === '。' && /^\p{P}/u.test(behind))
    aligned.push({ step: 'body', char: behind });
  return aligned;
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
  const steps = alignChars(bodyChars, taskChars, whole);
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
