import type { APIRoute } from 'astro';
import { addressUnder } from '../../../exports/address.ts';
import { unitTables } from '../../../exports/files.ts';
import { toXlsx } from '../../../exports/xlsx.ts';
import { loadAuthority, loadNotices } from '../../../load.ts';
import type { UnitEntry } from '../../../notice/model.ts';

export const getStaticPaths = () => loadAuthority().map((unit) => ({ params: { unit: unit.slug }, props: { unit } }));

/** What one unit has to do, as a workbook. */
export const GET: APIRoute<{ unit: UnitEntry }> = async ({ props, site }) => {
  const { tasks, units } = unitTables(props.unit, loadNotices(), addressUnder(site));
  return new Response(await toXlsx([tasks, units]));
};
