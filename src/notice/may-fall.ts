import type { Cell, DeadlineReading } from './model.ts';
import { dueKeys } from './months.ts';

type Deadline = Pick<Cell, 'status' | 'candidates'>;

/** Tells what the words of a deadline say, where they say anything: reads them, or looks up what was read beforehand. */
export type ReadingOf = (words: string) => DeadlineReading | undefined;

/** The months, or `ongoing`, that an open deadline may name, each once. */
export const mayFall = ({ status, candidates = [] }: Deadline, readingOf: ReadingOf): string[] =>
  status === 'open' ? [...new Set(candidates.map(readingOf).flatMap(dueKeys))] : [];

/** Whether a cell may be anything: it is open, and the extraction left no candidate. */
export const isUnknown = ({ status, candidates = [] }: Deadline): boolean =>
  status === 'open' && candidates.length === 0;

/** A deadline with the months that it may name while it is open. */
export function withMayFall<D extends Deadline>(deadline: D, readingOf: ReadingOf): D & { mayFall?: string[] } {
  const keys = mayFall(deadline, readingOf).sort();
  return keys.length > 0 ? { ...deadline, mayFall: keys } : deadline;
}
