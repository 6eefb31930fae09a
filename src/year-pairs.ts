import { loadAuthority, loadNotices, type Notice } from './load.ts';
import { type Comparison, compareNotices } from './notice/compare.ts';
import { changesForUnit, tellsUnit, type UnitChanges } from './notice/compare-unit.ts';
import { haveOneName, isNextYears, yearOf } from './notice/following-years.ts';
import type { UnitEntry } from './notice/model.ts';

/** Two years of one plan. */
export interface YearPair {
  was: Notice;
  is: Notice;
  years: [was: number, is: number];
  comparison: Comparison;
}

/** So many of the fewer tasks must be the other's for two notices of different names to be one plan. */
const SHARED = 1 / 3;

function pairOf(was: Notice, is: Notice): YearPair[] {
  const comparison = compareNotices(was, is, was.authority);
  const paired = comparison.kept.length + comparison.changed.length;
  const isOnePlan =
    haveOneName(was.notice, is.notice) || paired >= SHARED * Math.min(was.tasks.length, is.tasks.length);
  return isOnePlan ? [{ was, is, years: [yearOf(was.notice) ?? 0, yearOf(is.notice) ?? 0], comparison }] : [];
}

let known: YearPair[] | undefined;

/** Every two years of one plan, the newest first; none where there is one notice. */
export function yearPairs(): YearPair[] {
  known ??= loadNotices().flatMap((is, _, notices) =>
    notices.filter((was) => isNextYears(was, is)).flatMap((was) => pairOf(was, is)),
  );
  return known;
}

interface NewestChanges {
  pair: YearPair;
  changes: UnitChanges;
}

function findChanges({ slug }: UnitEntry): NewestChanges | undefined {
  for (const pair of yearPairs()) {
    const changes = changesForUnit(pair.comparison, slug);
    if (tellsUnit(changes)) return { pair, changes };
  }
  return undefined;
}

/** By slug: each pair's page asks for every unit. */
const changesKnown = new Map<string, NewestChanges | undefined>();

/** The newest pair that tells a unit anything, and what. */
export function changesOf(unit: UnitEntry): NewestChanges | undefined {
  if (!changesKnown.has(unit.slug)) changesKnown.set(unit.slug, findChanges(unit));
  return changesKnown.get(unit.slug);
}

/** Units that a pair tells anything, and that no newer one does. */
export const unitsOf = (pair: YearPair): UnitEntry[] =>
  loadAuthority().filter((unit) => changesOf(unit)?.pair === pair);
