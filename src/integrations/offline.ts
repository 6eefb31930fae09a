import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { editionOf } from '../edition.ts';
import { loadNotices } from '../load.ts';
import { pack, type Site } from '../offline/pack.ts';
import { holdClauses } from './held.ts';

/**
 * The single files: each page that was built under `offline/` is packed into one file, `offline/<notice-id>.html` or
 * `offline/units/<slug>.html`, and the text of the whole ones is held against what was read.
 */
export function offline(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:done': ({ dir, logger }) => packAll(fileURLToPath(dir), config, logger),
    },
  };
}

async function packAll(
  dist: string,
  { base, site }: Pick<AstroConfig, 'base' | 'site'>,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const built: Site = { dist, base, address: editionOf(site, base).site };
  const whole = new Map(loadNotices().map(({ id, sections }) => [`${id}.html`, sections]));
  const folder = join(dist, 'offline');
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => name.slice(0, -'/index.html'.length));
  for (const page of pages) {
    const source = join(folder, page, 'index.html');
    const text = await pack(readFileSync(source, 'utf8'), built);
    rmSync(source);
    rmdirSync(join(folder, page));
    writeFileSync(join(folder, `${page}.html`), text);
    const sections = whole.get(`${page}.html`);
    if (!sections) continue;
    const clauses = sections.flatMap((section) => section.clauses);
    holdClauses(`offline/${page}.html`, text, clauses);
    const compressed = gzipSync(text, { level: 9 }).length;
    logger.info(`offline/${page}.html: ${Buffer.byteLength(text)} bytes, ${compressed} compressed`);
  }
  logger.info(`offline/units/: ${pages.length - whole.size} files`);
}
