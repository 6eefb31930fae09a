import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Edition } from './offline/edition.ts';

/** ISO date of a moment, in universal time. */
const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

function committed(): number | undefined {
  try {
    const time = execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8', stdio: 'pipe' });
    return Number(time) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the files of one build say of it: the version of package.json, the site's public address (`SITE` under
 * `base`), and a date: `SOURCE_DATE_EPOCH`, else that of the commit, so that the same commit gives the same bytes,
 * else today.
 */
export function editionOf(env: NodeJS.ProcessEnv, base: string): Omit<Edition, 'style'> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const site = env['SITE'];
  const seconds = Number(env['SOURCE_DATE_EPOCH']) || committed() || Date.now() / 1000;
  return { version, built: dayOf(seconds), ...(site ? { site: new URL(base, site).href } : {}) };
}
