import { type Chars, slice } from '../chars.ts';
import { readDeadline } from '../deadlines.ts';
import { type Authority, NONE } from '../units.ts';

export type CellKind = 'units' | 'none' | 'deadline';

export interface PrintedCell {
  kind: CellKind;
  chars: Chars;
}

/** What kind of cell a text is, when it is a whole one. */
export function cellKind(text: string, authority: Authority): CellKind | undefined {
  if (text === NONE) return 'none';
  if (readDeadline(text)) return 'deadline';
  return authority.knows(text) ? 'units' : undefined;
}

/**
 * Reads a line of the columns: one cell, or two glued (`…开州区政府持续推进`, seed line 120).
 * @returns no cell when the line is none: a piece of one, or a name that no unit has
 */
export function readCells(chars: Chars, authority: Authority): PrintedCell[] {
  const kind = cellKind(chars.text, authority);
  if (kind) return [{ kind, chars }];
  for (let at = 1; at < chars.text.length; at++) {
    const parts = [slice(chars, 0, at), slice(chars, at)] as const;
    const kinds = parts.map((part) => cellKind(part.text, authority));
    const [first, second] = kinds;
    if (first && second)
      return [
        { kind: first, chars: parts[0] },
        { kind: second, chars: parts[1] },
      ];
  }
  return [];
}
