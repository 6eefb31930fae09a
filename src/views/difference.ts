/** A run of text that the body and the annex share, or that only one of them holds. */
export interface DifferenceRun {
  kind: 'same' | 'body' | 'annex';
  text: string;
}

/**
 * Reads a task's `differsFromClause`: `{-only in the body-}` and `{+only in the annex+}` amid what they share.
 *
 * @returns the runs in order, empty ones left out
 */
export function readDifference(marked: string): DifferenceRun[] {
  return marked
    .split(/(\{-.*?-\}|\{\+.*?\+\})/su)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('{-')) return { kind: 'body', text: part.slice(2, -2) };
      if (part.startsWith('{+')) return { kind: 'annex', text: part.slice(2, -2) };
      return { kind: 'same', text: part };
    });
}
