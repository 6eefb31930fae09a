import type { APIRoute } from 'astro';
import { addressUnder } from '../../exports/address.ts';
import { noticeCalendar } from '../../exports/calendar.ts';
import { toIcs } from '../../exports/ics.ts';
import { loadNotice, noticeIds } from '../../load.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

/** The dated tasks as a calendar. */
export const GET: APIRoute<never, { notice: string }> = ({ params, site }) =>
  new Response(toIcs(noticeCalendar(loadNotice(params.notice), addressUnder(site))));
