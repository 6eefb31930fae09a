import { cellOf } from './absent.ts';
import { type Duties, ROLE_LISTS, ROLES, type Role } from './duties.ts';
import { isCertain } from './grades.ts';
import type { Task, UnitEntry } from './model.ts';

/** One way in which a task is a unit's. */
export interface Part {
  /** As the data has it: named, by a collective, by a candidate, by a collective that is one. */
  by: 'own' | 'through' | 'open' | 'maybe-through';
  role: Role;
  collective?: UnitEntry;
  /** The collective includes the unit for sure (各…). */
  all?: boolean;
}

/** A task on a unit's desk, once, with every way in which it is or may be the unit's. */
export interface DeskItem {
  task: Task;
  parts: Part[];
}

/** A unit's tasks as its page lists them. */
export interface Desk {
  /** What names it for certain. */
  named: DeskItem[];
  /** What collectives bring for certain. */
  through: DeskItem[];
  /** What may name it. */
  possible: DeskItem[];
  /** What collectives may bring. */
  possibleThrough: DeskItem[];
}

/** How many tasks of a list a unit has a role in by name. */
export const countOf = (items: readonly DeskItem[], role: Role): number =>
  items.filter(({ parts }) => parts.some((part) => part.by === 'own' && part.role === role)).length;

/**
 * Puts what a unit owes on its desk: each part stands in the list that it is certain enough for, so a task may stand
 * in two. What shows a value that may be missing is only possible.
 */
export function deskOf({ through, open, maybeThrough, ...own }: Duties): Desk {
  const items = new Map<Task, DeskItem>();
  const put = (task: Task, part: Part) => {
    const item = items.get(task) ?? { task, parts: [] };
    item.parts.push(part);
    items.set(task, item);
  };
  for (const role of ROLES) {
    for (const task of own[ROLE_LISTS[role]]) put(task, { by: 'own', role });
  }
  for (const { collective, all, duties } of through) {
    for (const { task, role } of duties) put(task, { by: 'through', role, collective, all });
  }
  for (const { task, role } of open) put(task, { by: 'open', role });
  for (const { collective, all, duties } of maybeThrough) {
    for (const { task, role } of duties) put(task, { by: 'maybe-through', role, collective, all });
  }
  const having = (through: boolean, sure: boolean) =>
    [...items.values()]
      .map((item) => ({
        ...item,
        parts: item.parts.filter((part) => isThrough(part) === through && isSure(item, part) === sure),
      }))
      .filter(({ parts }) => parts.length > 0);
  return {
    named: having(false, true),
    through: having(true, true),
    possible: having(false, false),
    possibleThrough: having(true, false),
  };
}

const isThrough = ({ by }: Part) => by === 'through' || by === 'maybe-through';
const isSure = ({ task }: DeskItem, { by, role }: Part) =>
  (by === 'own' || by === 'through') && isCertain(cellOf(task, role));
