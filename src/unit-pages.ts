import { loadAuthority, loadNotices, type Notice } from './load.ts';
import type { UnitEntry } from './notice/model.ts';
import { type UnitNotices, unitNotices } from './notice/unit-notices.ts';
import { unitNoticePath, unitPath } from './paths.ts';

const known = new Map<string, UnitNotices<Notice>>();

/** Which notices the pages and files of a unit tell of. */
export function noticesOf(unit: UnitEntry): UnitNotices<Notice> {
  const found = known.get(unit.slug) ?? unitNotices(unit, loadNotices(), loadAuthority());
  known.set(unit.slug, found);
  return found;
}

/** A unit that has data files and a briefing, and the notice that they and its page tell of. */
export interface UnitWithFiles {
  unit: UnitEntry;
  notice: Notice;
}

/** The units that a notice concerns; the others have a page, and no files. */
export const unitsWithFiles = (): UnitWithFiles[] =>
  loadAuthority().flatMap((unit) => {
    const { shown } = noticesOf(unit);
    return shown ? [{ unit, notice: shown }] : [];
  });

/** Where it stands what a unit has to do by a notice; the unit's own page where it has none for this notice alone. */
export const unitSheetPath = (unit: UnitEntry, notice: Notice): string =>
  noticesOf(unit).further.includes(notice) ? unitNoticePath(unit.slug, notice.id) : unitPath(unit.slug);
