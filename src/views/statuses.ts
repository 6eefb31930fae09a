import type { Cell, CellStatus } from '../notice/model.ts';

/** What the pages call the grades of certainty. */
export const STATUS_NAMES: Record<CellStatus, string> = { printed: '原文可定', inferred: '推定', open: '待核' };

/** What each grade means, in one sentence. */
export const STATUS_MEANINGS: Record<CellStatus, string> = {
  printed: '原文排印的位置足以确定此格属于这一行，文字照录。',
  inferred: '此格的内容是推出来的：各格的先后次序只容许这一个值，或另有理由，理由随格注明。',
  open: '仅凭现有文本不能确定此格的内容，列出可能的各个值，须查阅原件。',
};

/** How a cell may differ from what is shown, in plain words; nothing for a printed one. */
export function caution({ status, mayBeMissing, candidates = [] }: Cell): string | undefined {
  if (status === 'open' && candidates.length === 0) return '原件此格未能录出。';
  if (status === 'printed' || !mayBeMissing) return undefined;
  return '也可能原文另有内容而未录出。';
}

/** How many cells of each grade. */
export function countStatuses(cells: readonly Cell[]): Record<CellStatus, number> {
  const counts = { printed: 0, inferred: 0, open: 0 };
  for (const { status } of cells) counts[status]++;
  return counts;
}
