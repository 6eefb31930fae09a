import { createHash } from 'node:crypto';

/**
 * What the site is sent with, said once: the build writes it into every page and into `_headers`, which static hosts
 * apply by themselves and `npm run serve` reads; `docs/nginx.conf.example` is held against it.
 */

/**
 * Where a page may load from; stands in the page itself, so that it holds on any host. A single file carries a policy
 * of its own, with hashes of what it holds, and a header could only narrow it: so no header says anything of loading.
 *
 * @param script the one that stands in the page
 */
export const pagePolicy = (script: string): string =>
  `default-src 'self' 'wasm-unsafe-eval' 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** By path under the base. A host joins the headers of all paths that match: no two here set the same one. */
const HEADERS: Record<string, Record<string, string>> = {
  '*': {
    'Content-Security-Policy': "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  },
  // Their names change with what they hold.
  '_astro/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
};

/** The text of `_headers` for a site under `base` (`/` or `/a/b/`). */
export const headersFile = (base: string): string =>
  Object.entries(HEADERS)
    .map(([path, headers]) => [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
