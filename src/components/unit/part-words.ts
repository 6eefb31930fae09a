import type { Part } from '../../notice/desk.ts';
import { ROLE_NAMES } from '../../notice/duties.ts';

/** A way in which a task is a unit's, in words: 牵头, 可能经“市级有关部门”配合（是否包括本单位未列明）. */
export function wordsOfPart({ by, role, collective, all }: Part): string {
  const name = ROLE_NAMES[role];
  if (by === 'own') return name;
  if (by === 'open') return `可能${name}`;
  return `${by === 'maybe-through' ? '可能' : ''}经“${collective?.name}”${name}${all ? '' : '（是否包括本单位未列明）'}`;
}
