import { siteServer } from '../../scripts/lib/site-server.ts';

/** Serves a folder under a base path, at whatever port is free. */
export async function listen(folder: string, base: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { port, close } = await siteServer({ dist: folder, base, port: 0 });
  return { url: `http://localhost:${port}${base}`, close };
}
