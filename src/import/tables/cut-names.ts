import { ROLES } from '../../notice/duties.ts';
import { splitAt } from '../text/sentences.ts';
import { MARKS, mayGoOn } from '../units/name-list.ts';
import type { NoticeUnits } from '../units/unit-book.ts';
import type { DutyRow } from './duty-table.ts';
import type { Halves } from './row-cells.ts';

/**
 * Whether the last name of a cell and the first one of the cell below it may be one that the end of a row cut, with no
 * sign: 县财 and 政局. The first half must be none as it stands.
 */
export function halvesOf(units: NoticeUnits, above: string, below: string): Halves | undefined {
  const [first = '', rest = ''] = [splitAt(above, MARKS).at(-1), splitAt(below, MARKS)[0]];
  if (first === '' || rest === '' || !mayGoOn(rest)) return undefined;
  const { names, unlike } = units.read([first + rest]);
  const isWhole = names.length === 1 && unlike.length === 0;
  const isCut = units.isPlaced(first) && units.read([first]).unlike.length > 0;
  // 市住房城乡建设委 is a name too.
  const isBody = first.endsWith('委') && rest === '员会';
  return isWhole && (isCut || isBody) ? [first, rest] : undefined;
}

/** Marks the cells of rows, one below the other, that may hold the halves of a name. */
export function markCutNames(units: NoticeUnits, rows: DutyRow[]): void {
  for (const [index, { roles, row }] of rows.entries()) {
    const above = rows[index - 1];
    if (above?.row !== row - 1) continue;
    for (const use of ROLES) {
      const [cell, other] = [roles[use], above.roles[use]];
      if (!cell || !other || cell.chars.at[0] === other.chars.at[0]) continue;
      const halves = halvesOf(units, other.pieces.at(-1) ?? '', cell.pieces[0] ?? '');
      if (halves) for (const each of [cell, other]) each.cut = [...(each.cut ?? []), halves];
    }
  }
}
