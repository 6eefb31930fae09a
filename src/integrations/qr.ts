import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroConfig, AstroIntegration } from 'astro';
import encodeQR from 'qr';
import { ADDRESS_PICTURE } from '../paths.ts';

/**
 * Puts beside each page that shows its address on paper a picture of it that a phone reads. Pages load it only when they
 * are printed. Without a site there is no address: no page asks for a picture then.
 */
export function qr(): AstroIntegration {
  let config: Pick<AstroConfig, 'base' | 'site'>;
  return {
    name: 'qr',
    hooks: {
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:done': ({ dir, pages }) => {
        const { base, site } = config;
        if (site === undefined) return;
        for (const { pathname } of pages) {
          const file = new URL(`${pathname}index.html`, dir);
          if (!existsSync(file) || !readFileSync(file, 'utf8').includes(`src="${ADDRESS_PICTURE}"`)) continue;
          const address = new URL(`${base.replace(/\/?$/u, '/')}${pathname}`, site).href;
          writeFileSync(new URL(ADDRESS_PICTURE, file), encodeQR(address, 'svg', { ecc: 'medium', border: 4 }));
        }
      },
    },
  };
}
