import { ALL_COLUMNS, COLUMN_NAMES } from '../notice/columns.ts';
import { placeAt } from '../notice/problem.ts';
import type { Findings } from './finding.ts';
import type { Seed } from './seed.ts';
import { cellIn, type DutyRow } from './tables/duty-table.ts';
import type { DutyCell } from './tables/row-cells.ts';
import { heal, linesOf } from './text/chars.ts';

/** The rows that one file gives. */
export interface FileRows {
  file: string;
  rows: DutyRow[];
}

const bare = (text: string) => text.normalize('NFKC').replace(/[\s。；;]/gu, '');

/**
 * Holds the rows that two files of one notice give against each other, by their tasks. Every difference is an error:
 * which file is right only a person can tell.
 */
export function holdAgainst(seed: Seed, first: FileRows, second: FileRows, findings: Findings): void {
  const ask = `Compare both with the notice as issued, and take away or mend the file that is wrong.`;
  const placeOf = (row: DutyRow) => placeAt(seed, row.task.at[0] ?? 0);
  const left = new Set(second.rows);
  for (const row of first.rows) {
    const other = [...left].find((each) => bare(each.task.text) === bare(row.task.text));
    if (!other) {
      findings.error(
        `row ${row.row} stands only in ${first.file}: ${row.task.text.slice(0, 40)}`,
        `${second.file} has no such row. ${ask}`,
        placeOf(row),
      );
      continue;
    }
    left.delete(other);
    for (const use of ALL_COLUMNS) {
      const [a, b] = [cellIn(row, use), cellIn(other, use)];
      const said = ({ more }: DutyRow, cell: DutyCell | undefined) =>
        [cell, ...more.flatMap((each) => (each.use === use ? [each.cell] : []))]
          .map((each) => (each ? heal(seed, each.chars) : ''))
          .join(' ')
          .trim();
      const [here, there] = [said(row, a), said(other, b)];
      if (bare(here) === bare(there)) continue;
      findings.error(
        `row ${row.row}, ${a?.label ?? b?.label ?? COLUMN_NAMES[use]}: ${first.file} says ${here || 'nothing'}, ${second.file} says ${there || 'nothing'} (line ${b ? linesOf(seed, b.chars)[0] : '–'} of the joint text)`,
        ask,
        a ? placeAt(seed, a.chars.at[0] ?? 0) : placeOf(row),
      );
    }
  }
  for (const row of left)
    findings.error(
      `row ${row.row} stands only in ${second.file}: ${row.task.text.slice(0, 40)}`,
      `${first.file} has no such row. ${ask}`,
      placeOf(row),
    );
}
