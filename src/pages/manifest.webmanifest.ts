import type { APIRoute } from 'astro';
import { href } from '../paths.ts';
import { SITE } from '../site.ts';

/** How the site stands on a phone's home screen. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: SITE.name,
      short_name: SITE.name.slice(0, 6),
      description: SITE.subtitle,
      lang: 'zh-CN',
      start_url: href('/'),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#fdfcfa',
      theme_color: '#fdfcfa',
      icons: [192, 512].map((size) => ({
        src: href(`/icons/${size}.png`),
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
