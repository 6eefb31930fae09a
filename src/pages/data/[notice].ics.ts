import type { APIRoute } from 'astro';
import { noticeCalendar } from '../../data/calendar.ts';
import { addressUnder } from '../../data/file-address.ts';
import { toIcs } from '../../data/ics.ts';
import { loadNotice, loadNotices } from '../../load.ts';
import { hasTasks } from '../../notice/has.ts';

export const getStaticPaths = () =>
  loadNotices()
    .filter(hasTasks)
    .map(({ id }) => ({ params: { notice: id } }));

/** The dated tasks as a calendar. */
export const GET: APIRoute<never, { notice: string }> = ({ params, site }) =>
  new Response(toIcs(noticeCalendar(loadNotice(params.notice), addressUnder(site))));
