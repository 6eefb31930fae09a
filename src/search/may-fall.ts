import { maybeDueKeys } from '../notice/maybe-due.ts';
import type { Searchable } from './model.ts';

type Deadline = Searchable['tasks'][number]['deadline'];

/** A deadline with the months that it may name while it is open. */
export function withMayFall(deadline: Deadline): Deadline {
  const mayFall = maybeDueKeys(deadline).sort();
  return mayFall.length > 0 ? { ...deadline, mayFall } : deadline;
}
