import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroConfig, AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { editionOf } from '../edition.ts';
import { noticeIds } from '../load.ts';
import { searchFile } from '../search/search-file.ts';

const WORKER = 'src/client/service-worker.ts';

/**
 * What is kept on a reader's device ahead of being asked for: the site's own pages and scripts, and the newest
 * notice's text, annex, deadlines and search. The rest is kept once it was read: however many notices there are, a
 * first visit costs the same.
 */
function keptAhead(dist: string, base: string): { url: string; revision: string | null }[] {
  const [newest = '', ...others] = noticeIds();
  const pages = [
    '',
    'units/',
    'search/',
    'about/',
    'no-network/',
    `${newest}/`,
    `${newest}/annex/`,
    `${newest}/deadlines/`,
    `${newest}/full/`,
  ];
  const sections = join(newest, 'section');
  const numbers = existsSync(join(dist, sections)) ? readdirSync(join(dist, sections)) : [];
  const scripts = readdirSync(join(dist, '_astro'), { recursive: true, encoding: 'utf8' });
  const addresses = [
    ...pages,
    ...numbers.map((number) => `${newest}/section/${number}/`),
    // What the filters of the annex and the deadlines ask.
    `data/${newest}.json`,
    ...scripts.filter((name) => name.includes('.')).map((name) => `_astro/${name.replaceAll(sep, '/')}`),
    ...readdirSync(join(dist, 'search'))
      .map((name) => `search/${name}`)
      .filter((path) => path.endsWith('.txt') && !others.some((id) => path === searchFile(id))),
  ];
  return addresses.flatMap((address) => {
    const file = join(dist, address.endsWith('/') || address === '' ? `${address}index.html` : address);
    if (!existsSync(file)) return [];
    const revision = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
    return [{ url: base + address, revision: address.startsWith('_astro/') ? null : revision }];
  });
}

/** Writes `sw.js`, which keeps pages for reading without a network. */
export function keep(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'keep',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const base = config.base;
        const kept = keptAhead(dist, base);
        const { outputFiles } = await build({
          entryPoints: [WORKER],
          bundle: true,
          minify: true,
          write: false,
          charset: 'utf8',
          target: 'es2020',
          define: {
            KEPT_AHEAD: JSON.stringify(kept),
            BUILT: JSON.stringify(editionOf(config.site, base).built),
            'process.env.NODE_ENV': '"production"',
          },
        });
        writeFileSync(join(dist, 'sw.js'), outputFiles[0]?.text ?? '');
        const bytes = kept.reduce((sum, { url }) => {
          const path = url.slice(base.length);
          return sum + gzipSync(readFileSync(join(dist, /\/$|^$/u.test(path) ? `${path}index.html` : path))).length;
        }, 0);
        logger.info(`sw.js keeps ${kept.length} files, ${bytes} bytes compressed`);
      },
    },
  };
}
