import type { APIRoute } from 'astro';
import { addressUnder } from '../../exports/address.ts';
import { toCsv } from '../../exports/csv.ts';
import { noticeTables } from '../../exports/files.ts';
import { loadNotice, loadNotices } from '../../load.ts';
import { hasTasks } from '../../views/has.ts';

export const getStaticPaths = () =>
  loadNotices()
    .filter(hasTasks)
    .map(({ id }) => ({ params: { notice: id } }));

/** The annex as a table that Excel and WPS open. */
export const GET: APIRoute<never, { notice: string }> = ({ params, site }) =>
  new Response(toCsv(noticeTables(loadNotice(params.notice), addressUnder(site)).tasks));
