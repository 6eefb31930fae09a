import { ROLE_LISTS, ROLE_NAMES, ROLES } from './duties.ts';
import { UNIT_KINDS, type Unit, type UnitEntry, type UnitKind } from './model.ts';
import { STATUS_NAMES } from './statuses.ts';

/** Units by kind, in the order of the model; within a kind by pinyin, as in an address book. */
export function unitsByKind<T extends UnitEntry>(units: readonly T[]): { kind: UnitKind; units: T[] }[] {
  return UNIT_KINDS.map((kind) => ({
    kind,
    units: units.filter((unit) => unit.kind === kind).sort((a, b) => (a.pinyin < b.pinyin ? -1 : 1)),
  })).filter(({ units }) => units.length > 0);
}

/** A unit's full names, without those that are the end of another: 市民政局 of 重庆市民政局. */
export const fullNames = ({ name, official }: Pick<UnitEntry, 'name' | 'official'>): string[] =>
  official.filter((full) => full !== name && !official.some((longer) => longer !== full && longer.endsWith(full)));

/** How often a notice names a unit, in words: 牵头 3 项，配合 1 项，另有推定·可能漏录 2 项. */
export function dutyCounts(unit: Pick<Unit, 'leads' | 'supports' | 'answersFor' | 'unsure'>): string {
  const counts = ROLES.map((role) => {
    const list = ROLE_LISTS[role];
    const doubtful = unit.unsure?.[list]?.length ?? 0;
    return { name: ROLE_NAMES[role], sure: (unit[list]?.length ?? 0) - doubtful, doubtful };
  });
  const named = counts.filter(({ sure }) => sure > 0).map(({ name, sure }) => `${name} ${sure} 项`);
  const doubtful = counts.reduce((sum, count) => sum + count.doubtful, 0);
  const doubt = `${named.length > 0 ? '另有' : ''}${STATUS_NAMES.unsure} ${doubtful} 项`;
  return [...named, ...(doubtful > 0 ? [doubt] : [])].join('，');
}

/** What the pages call a unit that the authority file lacks. */
export const PROPOSED_NAME = '未立档';

/** What is said of a unit besides its name: its place where that is not the site's own, and that it is not on file. */
export const aboutUnit = ({ place, proposed }: Pick<UnitEntry, 'place' | 'proposed'>): string =>
  [place, proposed && PROPOSED_NAME].filter(Boolean).join(' · ');

/** What the pages call a kind: names that stand for many are 统称, whatever the data call them. */
export const kindName = (kind: UnitKind): string => (kind === '集合称谓' ? '统称' : kind);

/** Where a kind stands on the page of all units. */
export const kindAnchor = (kind: UnitKind): string => `kind-${UNIT_KINDS.indexOf(kind) + 1}`;
