import { cellOf } from './absent.ts';
import type { ComparedPair, Comparison } from './compare.ts';
import { ROLES, type Role } from './duties.ts';
import { isCertain } from './grades.ts';
import type { Task } from './model.ts';

/** A task of a unit with the roles that the unit has in it. */
export interface UnitTask {
  task: Task;
  roles: Role[];
}

/** A task of both years, with the unit's roles before and now. */
export interface UnitPair {
  pair: ComparedPair;
  was: Role[];
  is: Role[];
}

/** What is new for one unit; tasks that reach it through collectives are not counted. */
export interface UnitChanges {
  /** New tasks, and such as name it only now. */
  added: (UnitTask & { isNew: boolean })[];
  /** Tasks that are gone, and such as name it no more. */
  gone: (UnitTask & { isDropped: boolean })[];
  /** It leads where it supported, or the other way. */
  otherRole: UnitPair[];
  /** Its role stays; words, deadline, or others' roles changed. */
  changed: UnitPair[];
  kept: number;
  /** Tasks that name it, of which the texts do not tell what became of them. */
  unsure: number;
}

/**
 * What the next year's plan changes for a unit, whichever of its names it bears.
 *
 * @param slug of the unit
 */
export function changesForUnit(comparison: Comparison, slug: string): UnitChanges {
  const { kept, changed, dropped, added, unsure, successors } = comparison;
  const own = successors.of(slug);
  const namesIt = (units: readonly string[] = []) => units.some((each) => successors.of(each) === own);
  const rolesIn = (task: Task): Role[] =>
    ROLES.filter((role) => isCertain(cellOf(task, role)) && namesIt(cellOf(task, role).units));
  const withRoles = (tasks: readonly Task[]): UnitTask[] =>
    tasks.map((task) => ({ task, roles: rolesIn(task) })).filter(({ roles }) => roles.length > 0);
  const pairs = [...changed, ...kept].map((pair) => ({ pair, was: rolesIn(pair.was), is: rolesIn(pair.is) }));
  const isWhole = ({ pair }: UnitPair) => pair.open.length === 0;
  const leads = (roles: readonly Role[]) => roles.includes('lead');
  const both = pairs.filter(({ was, is }) => was.length > 0 && is.length > 0);
  const stays = ({ was, is }: UnitPair) => comparison.otherRoles || leads(was) === leads(is);
  return {
    added: [
      ...withRoles(added).map((each) => ({ ...each, isNew: true })),
      ...pairs
        .filter((each) => each.was.length === 0 && each.is.length > 0 && isWhole(each))
        .map(({ pair, is }) => ({ task: pair.is, roles: is, isNew: false })),
    ],
    gone: [
      ...withRoles(dropped).map((each) => ({ ...each, isDropped: true })),
      ...pairs
        .filter((each) => each.was.length > 0 && each.is.length === 0 && isWhole(each))
        .map(({ pair, was }) => ({ task: pair.was, roles: was, isDropped: false })),
    ],
    otherRole: both.filter((each) => !stays(each)),
    changed: both.filter((each) => stays(each) && each.pair.changes.length > 0),
    kept: both.filter((each) => stays(each) && each.pair.changes.length === 0).length,
    unsure:
      withRoles(unsure.flatMap(({ is }) => is)).length +
      pairs.filter((each) => (each.was.length === 0) !== (each.is.length === 0) && !isWhole(each)).length,
  };
}

/** Whether the comparison tells a unit anything. */
export const tellsUnit = ({ kept, unsure, ...lists }: UnitChanges): boolean =>
  kept + unsure > 0 || Object.values(lists).some((list) => list.length > 0);
