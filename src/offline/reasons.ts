import type { Cell, Task } from '../notice/model.ts';
import { caution, STATUS_MEANINGS } from '../views/statuses.ts';
import { type Html, html } from './html.ts';

export const COLUMNS = ['lead', 'support', 'deadline'] as const;

/** Reasons of cells that are not printed as such, each said once, with the number that stands beside the marks. */
export type Reasons = ReadonlyMap<string, string>;

/** A reason's first sentence, which the rows of a page share, and what it says of its own row. */
const SHARED = /^(本页“.+?”一列.+?。)(.+)$/su;

/** What most reasons end with, and the sign that stands for it in their list. */
const MISSING = caution({ status: 'inferred', text: '', mayBeMissing: true, lines: [] }) ?? '';
const SIGN = '＊';

/** Why a cell is not certain and how it may differ, in words; nothing for a printed one without a reason. */
export function reasonOf(cell: Cell): string | undefined {
  const said = cell.why ?? (cell.status === 'printed' ? '' : STATUS_MEANINGS[cell.status]);
  return said + (caution(cell) ?? '') || undefined;
}

const reasonsOf = (tasks: readonly Task[]): string[] => [
  ...new Set(tasks.flatMap((task) => COLUMNS.flatMap((column) => reasonOf(task[column]) ?? []))),
];

/** Reasons by the sentence that they share; one that shares none is a group of its own. */
function grouped(reasons: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const reason of reasons) {
    const [, shared = reason] = SHARED.exec(reason) ?? [];
    groups.set(shared, [...(groups.get(shared) ?? []), reason]);
  }
  return groups;
}

/** Numbers the reasons of all cells of some tasks: `3-2` is the second that shares the third sentence. */
export function numberReasons(tasks: readonly Task[]): Reasons {
  const numbers = new Map<string, string>();
  for (const [index, reasons] of [...grouped(reasonsOf(tasks)).values()].entries()) {
    for (const [at, reason] of reasons.entries()) {
      numbers.set(reason, reasons.length > 1 ? `${index + 1}-${at + 1}` : `${index + 1}`);
    }
  }
  return numbers;
}

/** The list that the numbers beside the marks lead to. */
export function reasonList(reasons: Reasons): Html | false {
  const item = (reason: string, words: string) => {
    const number = reasons.get(reason) ?? '';
    return html`<li id="w${number}">${number} ${words.replace(MISSING, SIGN)}</li>`;
  };
  const group = ([shared, own]: [string, string[]]) => {
    const [only] = own;
    if (own.length === 1 && only !== undefined) return item(only, only);
    return html`<li>${shared}<ul>${own.map((reason) => item(reason, reason.slice(shared.length)))}</ul></li>`;
  };
  const groups = [...grouped([...reasons.keys()])];
  return (
    reasons.size > 0 &&
    html`<section class="reasons"><h2 id="reasons">推定和待核的理由</h2><p class="note">${SIGN}：${MISSING}</p><ul>${groups.map(group)}</ul></section>`
  );
}
