import type { Place } from '../../notice/problem.ts';
import type { ColumnUse, ColumnWords } from '../column-words.ts';
import type { Findings } from '../finding.ts';
import { type Columns, isDuty } from './find-columns.ts';

/**
 * Tells what a person should look at in the heads of a table.
 * @param isOwn whether the table has heads itself
 */
export function tellHeads(
  columns: Columns,
  isOwn: boolean,
  words: ColumnWords,
  findings: Findings,
  place: Place,
): void {
  const unlisted = columns.names.find((name, at) => columns.uses[at] === 'task' && words.useOf(name) === undefined);
  if (unlisted !== undefined && isOwn)
    findings.warn(
      `no head of this table is known to tell tasks: the column ${unlisted}, before who must do it, is taken for them`,
      'If so, add the head to seeds/columns.yaml.',
      place,
    );
  const twice = (use: ColumnUse) =>
    columns.names.filter((name, at) => columns.edges.has(at) && words.useOf(name) === use).length > 1;
  const isDouble = twice('task') && (twice('responsible') || twice('lead'));
  if (isDouble)
    findings.error(
      'the heads of this table stand twice: two tables stand side by side in it',
      'Put one below the other in the source, and import again.',
      place,
    );
  for (const name of new Set(columns.names.filter((each) => words.mayNameUnits(each))))
    findings.warn(
      `the column ${name} may name units, and its head is not known: it is kept under its own name`,
      'If it says who must do it, add the head to seeds/columns.yaml.',
      place,
    );
  for (const [at, name] of columns.names.entries()) {
    const use = words.useOf(name) ?? 'other';
    const isSaid = isDuty(use) && columns.uses.includes(use) && columns.uses[at] !== use;
    if (isDouble || !isSaid || !columns.edges.has(at) || columns.more.has(at)) continue;
    findings.warn(
      `the column ${name} says once more what another column says (${use}): it is kept under its own name`,
      'Its units stand beside the task, and have it on no page of theirs. Compare with the table as issued.',
      place,
    );
  }
}
