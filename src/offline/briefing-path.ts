import type { NoticeData } from '../notice/model.ts';

/**
 * Path of a unit's briefing under `offline/`: what the newest notice that names the unit asks of it stands at the
 * unit's own address, what an older one asks beside it.
 *
 * @param notices all notices, oldest first
 */
export function briefingPath(
  slug: string,
  id: string,
  notices: readonly Pick<NoticeData, 'notice' | 'units'>[],
): string {
  const newest = notices.findLast(({ units }) => units.some((unit) => unit.slug === slug));
  return newest === undefined || newest.notice.id === id ? `units/${slug}.html` : `units/${slug}.${id}.html`;
}
