import type { APIRoute } from 'astro';
import { addressUnder } from '../../data/file-address.ts';
import { toXlsx } from '../../data/to-xlsx.ts';
import { noticeTables } from '../../data/workbooks.ts';
import { loadNotice, loadNotices } from '../../load.ts';
import { hasTasks } from '../../notice/has.ts';

export const getStaticPaths = () =>
  loadNotices()
    .filter(hasTasks)
    .map(({ id }) => ({ params: { notice: id } }));

/** As a workbook: the tasks by month to be printed, all that is known of them, the units. */
export const GET: APIRoute<never, { notice: string }> = async ({ params, site }) => {
  const { byMonth, tasks, units } = noticeTables(loadNotice(params.notice), addressUnder(site));
  return new Response(await toXlsx([byMonth, tasks, units]));
};
