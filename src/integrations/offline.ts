import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { bundleStyle } from '../../scripts/lib/bundle.ts';
import { offlineFiles } from '../../scripts/lib/offline-files.ts';
import { editionOf } from '../edition.ts';
import { noticeIds } from '../load.ts';

/**
 * The single files `offline/<notice-id>.html` and `offline/units/<slug>.html`, made from the built pages and the
 * search data, and `offline/edition.json`, by which a page makes further ones in the browser.
 */
export function offline(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:done': ({ dir, logger }) => writeOffline(fileURLToPath(dir), config, logger),
    },
  };
}

async function writeOffline(
  dist: string,
  { base, site }: Pick<AstroConfig, 'base' | 'site'>,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const write = (name: string, text: string): void => {
    const file = join(dist, 'offline', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const edition = { ...editionOf(site, base), style: await bundleStyle() };
  write('edition.json', `${JSON.stringify(edition)}\n`);
  for (const id of noticeIds()) {
    const files = await offlineFiles(id, edition, dist);
    for (const [name, text] of files) write(name, text);
    const whole = files.get(`${id}.html`) ?? '';
    const sizes = `${Buffer.byteLength(whole)} bytes, ${gzipSync(whole, { level: 9 }).length} compressed`;
    logger.info(`offline/${id}.html: ${sizes}; ${files.size - 1} units`);
  }
}
