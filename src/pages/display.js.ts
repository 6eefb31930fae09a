import type { APIRoute } from 'astro';
import { transform } from 'esbuild';
import source from '../client/display.js?raw';

/** The classic script of every page; Vite makes modules only, and copies the rest as it is. */
export const GET: APIRoute = async () => {
  const { code } = await transform(source, { minify: true, target: 'es2020', charset: 'utf8' });
  return new Response(code, { headers: { 'Content-Type': 'text/javascript' } });
};
