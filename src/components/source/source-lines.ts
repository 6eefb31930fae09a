import { COLUMN_NAMES } from '../../notice/columns.ts';
import type { OwnedRun } from '../../notice/model.ts';

/** A piece of a line of the seed, and whom it belongs to; spaces between pieces belong to nobody. */
export interface SourcePiece {
  text: string;
  run?: OwnedRun;
}

/** What a run of the seed became. */
export type Owner = { label: string } & (
  | { kind: 'metadata' }
  | { kind: 'section'; key: string }
  | { kind: 'node'; id: string }
  | { kind: 'clause'; id: string }
  | { kind: 'tasks'; ids: string[]; column?: string }
  | { kind: 'discarded' }
);

const NAMES: Record<string, string> = COLUMN_NAMES;

/** Cuts a line of the seed at its runs; the pieces joined give the line again. */
export function sourcePieces(line: string, runs: readonly OwnedRun[]): SourcePiece[] {
  const pieces: SourcePiece[] = [];
  let end = 0;
  for (const run of runs) {
    if (run.from - 1 > end) pieces.push({ text: line.slice(end, run.from - 1) });
    pieces.push({ text: line.slice(run.from - 1, run.to), run });
    end = run.to;
  }
  if (end < line.length) pieces.push({ text: line.slice(end) });
  return pieces;
}

/**
 * Reads a run's owner: `section-2`, a clause `2-3`, a cell `13-8 lead`, a cell that may be one of several
 * rows' `13-7|13-8 support`, a metadata field, or the reason of a discard.
 */
export function ownerOf({ kind, owner }: OwnedRun): Owner {
  const section = /^section-([al]?\d*-?\d+)$/.exec(owner)?.[1];
  if (section) return { kind: 'section', key: section, label: `第${section}部分标题` };
  const node = /^node-([al\d-]+)$/.exec(owner)?.[1];
  if (node) return { kind: 'node', id: node, label: `标题 ${node}` };
  if (kind === 'clause') return { kind, id: owner, label: `条文 ${owner}` };
  if (kind === 'discarded') return { kind, label: owner };
  if (kind !== 'cell') return { kind: 'metadata', label: owner };
  const [rows = '', column = ''] = owner.split(' ');
  const ids = rows.split('|');
  if (!/\d-\d/.test(rows)) return { kind: 'metadata', label: owner };
  const name = NAMES[column];
  if (!name) return { kind: 'tasks', ids, label: '具体工作' };
  return { kind: 'tasks', ids, column, label: ids.length > 1 ? `${name}，可能属于其中一项` : name };
}
