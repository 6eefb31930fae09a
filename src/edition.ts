import { readFileSync } from 'node:fs';
import type { Edition } from './offline/edition.ts';
import { localDay } from './views/months.ts';

/**
 * What the files of one build say of it: the version of package.json, the address of `base` on the
 * public `site`, and the day: today, or that of `SOURCE_DATE_EPOCH`, for bytes that can be made again.
 */
export function editionOf(site: string | undefined, base: string): Omit<Edition, 'style'> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const seconds = Number(process.env['SOURCE_DATE_EPOCH']);
  const built = seconds ? new Date(seconds * 1000).toISOString().slice(0, 10) : localDay(new Date());
  return { version, built, ...(site ? { site: new URL(base, site).href } : {}) };
}
