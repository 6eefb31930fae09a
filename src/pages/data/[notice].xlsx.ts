import type { APIRoute } from 'astro';
import { addressUnder } from '../../exports/address.ts';
import { noticeTables } from '../../exports/files.ts';
import { toXlsx } from '../../exports/xlsx.ts';
import { loadNotice, noticeIds } from '../../load.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

/** Tasks and units as a workbook of two sheets. */
export const GET: APIRoute<never, { notice: string }> = async ({ params, site }) => {
  const { tasks, units } = noticeTables(loadNotice(params.notice), addressUnder(site));
  return new Response(await toXlsx([tasks, units]));
};
