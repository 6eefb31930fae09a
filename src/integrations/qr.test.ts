import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HookParameters } from 'astro';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qr } from './qr.ts';

/** Runs the integration over two pages, of which the first shows its address on paper. */
function built(site: string | undefined): string {
  const dist = mkdtempSync(join(tmpdir(), 'qr-'));
  for (const [page, html] of [
    ['units/a', '<img src="qr.svg">'],
    ['about', '<p>qr.svg</p>'],
  ] as const) {
    mkdirSync(join(dist, page), { recursive: true });
    writeFileSync(join(dist, page, 'index.html'), html);
  }
  const { hooks } = qr();
  hooks['astro:config:done']?.({ config: { base: '/zwgk', site } } as HookParameters<'astro:config:done'>);
  hooks['astro:build:done']?.({
    dir: pathToFileURL(`${dist}/`),
    pages: [{ pathname: 'units/a/' }, { pathname: 'about/' }, { pathname: '404/' }],
  } as HookParameters<'astro:build:done'>);
  return dist;
}

test('beside a page that asks for it stands a picture that reads as its full address', async () => {
  const dist = built('https://www.example.gov.cn');
  const { data, info } = await sharp(readFileSync(join(dist, 'units/a/qr.svg')), { density: 600 })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(decodeQR({ width: info.width, height: info.height, data })).toBe('https://www.example.gov.cn/zwgk/units/a/');
  expect(existsSync(join(dist, 'about/qr.svg'))).toBe(false);
});

test('without a site there is none', () => {
  expect(existsSync(join(built(undefined), 'units/a/qr.svg'))).toBe(false);
});
