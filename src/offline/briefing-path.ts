import type { NoticeData } from '../notice/model.ts';

/**
 * Path of a unit's briefing under `offline/`: what the newest notice that names the unit, or the newest of all where
 * none does, asks of it stands at the unit's own address; what another one asks stands beside it.
 *
 * @param notices all notices, the newest first
 */
export function briefingPath(
  slug: string,
  id: string,
  notices: readonly Pick<NoticeData, 'notice' | 'units'>[],
): string {
  const newest = notices.find(({ units }) => units.some((unit) => unit.slug === slug)) ?? notices[0];
  return newest?.notice.id === id ? `units/${slug}.html` : `units/${slug}.${id}.html`;
}
