import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { SITE } from '../../site.ts';

/** The logo as PNG, for home screens and programs that take no SVG. */
export const getStaticPaths = () => ['180', '192', '512'].map((size) => ({ params: { size } }));

export const GET: APIRoute = async ({ params }) => {
  const size = Number(params['size']);
  const logo = sharp(readFileSync(join('public', SITE.logo)), { density: 1200 });
  const png = await logo
    .resize(size, size, { fit: 'contain', background: '#fdfcfa' })
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
