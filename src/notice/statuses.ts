import { type Grade, type Graded, isUnsure } from './grades.ts';
import type { Cell } from './model.ts';

/** What the pages call the grades of certainty. */
export const STATUS_NAMES: Record<Grade, string> = {
  printed: '原文可定',
  inferred: '推定',
  unsure: '推定·可能漏录',
  open: '原件待查',
};

/** A grade as texts for readers set it off: 【原件待查】. */
export const inBrackets = (grade: Grade): string => `【${STATUS_NAMES[grade]}】`;

/** What each grade means, in one sentence. */
export const STATUS_MEANINGS: Record<Grade, string> = {
  printed: '原文排印的位置足以确定此格属于这一行，文字照录。',
  inferred: '按先后次序只能是这一个值，本行也没有漏录；或另有理由。理由随格注明。',
  unsure: '按次序推得只有这一个值，但这一格也可能漏录，原文或另有内容：不能当作已定，不计入已定的项数。',
  open: '仅凭现有文本不能确定此格的内容，列出可能的各个值，须查阅原件。',
};

/** How a cell may differ from what is shown, in plain words; nothing for a certain one. */
export function caution({ status, mayBeMissing, candidates = [] }: Cell): string | undefined {
  if (status === 'open' && candidates.length === 0) return '原件此格未能录出。';
  if (status === 'printed' || !mayBeMissing) return undefined;
  return '这一格也可能漏录，原文或另有内容。';
}

/**
 * A count in words, what is certain apart from what is not: 5 项，另有推定·可能漏录 2 项.
 *
 * @param cells those that decide, one a thing counted; an open one counts as certain to be open
 * @param measure 项 or 处
 */
export function counted(cells: readonly Graded[], measure: '项' | '处'): string {
  const unsure = cells.filter(isUnsure).length;
  const rest = cells.length - unsure;
  const doubt = `${STATUS_NAMES.unsure} ${unsure} ${measure}`;
  if (unsure === 0) return `${rest} ${measure}`;
  return rest === 0 ? doubt : `${rest} ${measure}，另有${doubt}`;
}
