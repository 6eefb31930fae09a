import { NoticeError } from '../../src/notice/problem.ts';

/** Where the built site lies and where it is served. */
export interface SiteAddress {
  dist: string;
  /** Begins and ends with a slash. */
  base: string;
  /** The site's public address, where it is known. */
  site?: string;
  /** 0 for any that is free. */
  port: number;
  /** The address to listen on, where it is not the loopback. */
  host?: string;
}

/**
 * Reads the environment that the build and every tool behind it share: `DIST` (the built site's folder),
 * `BASE` (the path it is mounted under), `SITE` (its public address), `PORT` and `HOST`
 * (where it is served).
 *
 * @throws NoticeError when `PORT` is no port or `SITE` no address
 */
export function siteAddress(env: NodeJS.ProcessEnv): SiteAddress {
  const port = Number(env['PORT'] ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new NoticeError(`PORT is no port: “${env['PORT']}”`, 'Write a number up to 65535, such as PORT=8080.');
  }
  const site = env['SITE'];
  if (site && !URL.canParse(site)) {
    throw new NoticeError(`SITE is no address: “${site}”`, 'Write it as https://www.example.gov.cn.');
  }
  const base = `/${env['BASE'] ?? ''}/`.replace(/\/+/g, '/');
  const host = env['HOST'];
  return { dist: env['DIST'] || 'dist', base, ...(site ? { site } : {}), port, ...(host ? { host } : {}) };
}
