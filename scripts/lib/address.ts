/** Where the built site lies and where it is served. */
export interface SiteAddress {
  dist: string;
  /** Begins and ends with a slash. */
  base: string;
  port: number;
  url: string;
}

/**
 * Reads the environment that the build and every tool behind it share: `DIST` (the built site's folder),
 * `BASE` (the path it is mounted under), `PORT`. Throws when `PORT` is no port.
 */
export function siteAddress(env: NodeJS.ProcessEnv): SiteAddress {
  const port = Number(env['PORT'] ?? 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT must be a number from 1 to 65535, not ${JSON.stringify(env['PORT'])}`);
  }
  const base = `/${env['BASE'] ?? ''}/`.replace(/\/+/g, '/');
  return { dist: env['DIST'] ?? 'dist', base, port, url: `http://localhost:${port}${base}` };
}
