import type { APIRoute } from 'astro';
import { addressUnder } from '../data/address.ts';
import { siteFeed } from '../data/feeds.ts';
import { loadNotices } from '../load.ts';
import { SITE } from '../site.ts';

/** Notices, changes and rulings, to be followed. */
export const GET: APIRoute = ({ site }) => new Response(siteFeed(SITE.name, loadNotices(), addressUnder(site)));
