/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precache } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';

/*
 * Reading without a network after one visit. The network always comes first; what was kept is shown only where it
 * does not answer, and a page that was kept says so. What is kept ahead is listed by the build (integrations/keep.ts).
 */
declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: the files to keep ahead with their versions, and the day of the build. */
declare const KEPT_AHEAD: PrecacheEntry[];
declare const BUILT: string;

/** Seconds after which a network that does not answer counts as none. */
const PATIENCE = 8;
const matchOptions = { ignoreSearch: true, ignoreVary: true };
/** Other sites may share the origin, and its caches. */
const own = (name: string) => `${self.registration.scope} ${name}`;

/** A kept page with a line on top that says what it is. */
async function said(kept: Response): Promise<Response> {
  const line = `<p class="kept" role="status">现在连不上网络，这是保存在本机的页面（网站生成于 ${BUILT}），可能不是最新的。</p>`;
  const text = (await kept.text()).replace(/<body[^>]*>/u, (body) => body + line);
  return new Response(text, { status: kept.status, headers: kept.headers });
}
const saying = {
  cachedResponseWillBeUsed: async ({ cachedResponse }: { cachedResponse?: Response }) =>
    cachedResponse && said(cachedResponse),
};

precache(KEPT_AHEAD);
cleanupOutdatedCaches();
clientsClaim();

registerRoute(
  ({ request }) => request.mode === 'navigate',
  new NetworkFirst({ cacheName: own('pages'), networkTimeoutSeconds: PATIENCE, matchOptions, plugins: [saying] }),
);
// Their names change with what they hold.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.includes('/_astro/'),
  new CacheFirst({ cacheName: own('assets') }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !url.pathname.includes('/offline/'),
  new NetworkFirst({ cacheName: own('data'), networkTimeoutSeconds: PATIENCE, matchOptions }),
);
setCatchHandler(async ({ request }) => {
  const kept = await matchPrecache(new URL(request.url).pathname);
  if (request.mode !== 'navigate') return kept ?? Response.error();
  const instead = kept ?? (await matchPrecache(new URL('no-network/', self.registration.scope).pathname));
  return instead ? said(instead) : Response.error();
});
