import { gradeOf } from '../../notice/grades.ts';
import type { Cell, UnitEntry } from '../../notice/model.ts';
import { STATUS_NAMES } from '../../notice/statuses.ts';

/** How many characters of a task's words are worth folding: more than two lines of a phone and a half. */
const FEW = 44;
/** How many of a cell's stand beside the lead's. */
const BESIDE = 14;

/** A column's name in a row that has no room for its head: 牵头, 时限. */
export const shortName = (name: string): string => name.replace(/^完成|单位$/gu, '');

/** Whether a task's words are folded on a phone. */
export const isLong = (text: string): boolean => text.length > FEW;

/**
 * What a phone shows of a cell of units until it is unfolded: how many there are, those that are a name for many apart,
 * and how sure that is.
 *
 * @returns `undefined` for a cell that is short enough to be shown whole
 */
export function shortOf(
  cell: Pick<Cell, 'status' | 'text' | 'units' | 'candidates' | 'mayBeMissing'>,
  authority: ReadonlyMap<string, UnitEntry>,
): string | undefined {
  const { text, units = [], candidates = [] } = cell;
  const grade = gradeOf(cell);
  if (text === null) return candidates.length > 1 ? `可能是 ${candidates.length} 种` : undefined;
  if (text.length <= BESIDE || units.length < 2) return undefined;
  const many = units.filter((slug) => authority.get(slug)?.kind === '集合称谓').length;
  const counts = [units.length > many && `${units.length - many} 个单位`, many > 0 && `${many} 个统称`];
  return [counts.filter(Boolean).join('、'), grade !== 'printed' && STATUS_NAMES[grade]].filter(Boolean).join(' · ');
}
