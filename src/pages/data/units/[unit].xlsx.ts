import type { APIRoute } from 'astro';
import { addressUnder } from '../../../data/file-address.ts';
import { toXlsx } from '../../../data/to-xlsx.ts';
import { unitTables } from '../../../data/workbooks.ts';
import { type UnitWithFiles, unitsWithFiles } from '../../../unit-pages.ts';

export const getStaticPaths = () => unitsWithFiles().map((props) => ({ params: { unit: props.unit.slug }, props }));

/** What one unit has to do, as a workbook: by month to be printed, then all that is known of it. */
export const GET: APIRoute<UnitWithFiles> = async ({ props, site }) => {
  const { byMonth, tasks, units } = unitTables(props.unit, [props.notice], addressUnder(site));
  return new Response(await toXlsx([byMonth, tasks, units]));
};
