import { beginning } from './cut.ts';

const MOST = 20;

/**
 * The first words of a task, for lists that lead to the whole of it: cut at the last comma or stop that fits,
 * with …… in place of the rest. A text that is no longer stays whole.
 */
export function firstWords(text: string): string {
  if (text.length <= MOST + 2) return text;
  const head = beginning(text, MOST);
  const cut = Math.max(...[...'，；。、'].map((mark) => head.lastIndexOf(mark)));
  return `${cut >= MOST / 2 ? head.slice(0, cut) : head}……`;
}
