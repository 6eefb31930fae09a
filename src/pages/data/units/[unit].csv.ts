import type { APIRoute } from 'astro';
import { addressUnder } from '../../../exports/address.ts';
import { toCsv } from '../../../exports/csv.ts';
import { unitTables } from '../../../exports/files.ts';
import { loadAuthority, loadNotices } from '../../../load.ts';
import type { UnitEntry } from '../../../notice/model.ts';

export const getStaticPaths = () => loadAuthority().map((unit) => ({ params: { unit: unit.slug }, props: { unit } }));

/** What one unit has to do, as a table that Excel and WPS open. */
export const GET: APIRoute<{ unit: UnitEntry }> = ({ props, site }) =>
  new Response(toCsv(unitTables(props.unit, loadNotices(), addressUnder(site)).tasks));
