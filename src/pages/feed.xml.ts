import type { APIRoute } from 'astro';
import { siteFeed } from '../data/feeds.ts';
import { addressUnder } from '../data/file-address.ts';
import { loadNotices } from '../load.ts';
import { SITE } from '../site.ts';

/** Notices, changes and rulings, to be followed. */
export const GET: APIRoute = ({ site }) => new Response(siteFeed(SITE.name, loadNotices(), addressUnder(site)));
