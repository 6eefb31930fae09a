import type { APIRoute } from 'astro';
import { href } from '../paths.ts';

/** Everything may be read by anyone; names the sitemap where the site's public address is known. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site ? `Sitemap: ${new URL(href('/sitemap-index.xml'), site).href}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
