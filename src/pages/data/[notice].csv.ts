import type { APIRoute } from 'astro';
import { addressUnder } from '../../exports/address.ts';
import { toCsv } from '../../exports/csv.ts';
import { noticeTables } from '../../exports/files.ts';
import { loadNotice, noticeIds } from '../../load.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

/** The annex as a table that Excel and WPS open. */
export const GET: APIRoute<never, { notice: string }> = ({ params, site }) =>
  new Response(toCsv(noticeTables(loadNotice(params.notice), addressUnder(site)).tasks));
