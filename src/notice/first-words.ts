import { beginning } from './cut.ts';

/**
 * The first words of a task, for lists that lead to the whole of it: cut at the last comma or stop that fits,
 * with …… in place of the rest. A text that is no longer stays whole.
 *
 * @param most how many characters there is room for
 */
export function firstWords(text: string, most = 20): string {
  if (text.length <= most + 2) return text;
  const head = beginning(text, most);
  const cut = Math.max(...[...'，；。、'].map((mark) => head.lastIndexOf(mark)));
  return `${cut >= most / 2 ? head.slice(0, cut) : head}……`;
}
