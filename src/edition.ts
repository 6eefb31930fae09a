import { readFileSync } from 'node:fs';
import { localDay } from './notice/months.ts';

/** What a build knows of itself. */
export interface Edition {
  /** Of the program, from package.json. */
  version: string;
  /** ISO date of the build. */
  built: string;
  /** Address of the published site under its base path, with a slash at the end; absent where it is not known. */
  site?: string;
}

/** The ISO date of today, or of `SOURCE_DATE_EPOCH`, for bytes that can be made again. */
export function today(): string {
  const seconds = Number(process.env['SOURCE_DATE_EPOCH']);
  return seconds ? new Date(seconds * 1000).toISOString().slice(0, 10) : localDay(new Date());
}

/**
 * What the files of one build say of it: the version of package.json, the address of `base` on the
 * public `site`, and the day.
 */
export function editionOf(site: string | undefined, base: string): Edition {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return { version, built: today(), ...(site ? { site: new URL(base, site).href } : {}) };
}
