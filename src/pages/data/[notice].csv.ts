import type { APIRoute } from 'astro';
import { addressUnder } from '../../data/file-address.ts';
import { toCsv } from '../../data/to-csv.ts';
import { noticeTables } from '../../data/workbooks.ts';
import { loadNotice, loadNotices } from '../../load.ts';
import { hasTasks } from '../../notice/has.ts';

export const getStaticPaths = () =>
  loadNotices()
    .filter(hasTasks)
    .map(({ id }) => ({ params: { notice: id } }));

/** The annex as a table that Excel and WPS open. */
export const GET: APIRoute<never, { notice: string }> = ({ params, site }) =>
  new Response(toCsv(noticeTables(loadNotice(params.notice), addressUnder(site)).tasks));
