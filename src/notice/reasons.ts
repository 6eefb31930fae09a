import { cellOf } from './absent.ts';
import { ALL_COLUMNS } from './columns.ts';
import type { Cell, Task } from './model.ts';
import { caution, STATUS_MEANINGS } from './statuses.ts';

/** Reasons of cells that are not printed as such, each said once, with the number that stands beside the marks. */
export type Reasons = ReadonlyMap<string, string>;

/** The id of a reason's place in the list. */
export const reasonAnchor = (number: string): string => `w${number.replace('.', '-')}`;

/** A reason's first sentence, which the rows of a page share, and what it says of its own row. */
const SHARED = /^(本页“.+?”一列.+?。)(.+)$/su;

/** Why a cell is not certain and how it may differ, in words; nothing for a printed one without a reason. */
export function reasonOf(cell: Cell): string | undefined {
  const said = cell.why ?? (cell.status === 'printed' ? '' : STATUS_MEANINGS[cell.status]);
  return said + (caution(cell) ?? '') || undefined;
}

const reasonsOf = (tasks: readonly Task[]): string[] => [
  ...new Set(tasks.flatMap((task) => ALL_COLUMNS.flatMap((column) => reasonOf(cellOf(task, column)) ?? []))),
];

/** Reasons by the sentence that they share; one that shares none is a group of its own. */
export function groupReasons(reasons: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const reason of reasons) {
    const [, shared = reason] = SHARED.exec(reason) ?? [];
    groups.set(shared, [...(groups.get(shared) ?? []), reason]);
  }
  return groups;
}

/** Numbers the reasons of all cells of some tasks: `3.2` is the second that shares the third sentence. */
export function numberReasons(tasks: readonly Task[]): Reasons {
  const numbers = new Map<string, string>();
  for (const [index, reasons] of [...groupReasons(reasonsOf(tasks)).values()].entries()) {
    for (const [at, reason] of reasons.entries()) {
      numbers.set(reason, reasons.length > 1 ? `${index + 1}.${at + 1}` : `${index + 1}`);
    }
  }
  return numbers;
}
