import type { APIRoute } from 'astro';
import { addressUnder } from '../../../data/file-address.ts';
import { toCsv } from '../../../data/to-csv.ts';
import { unitTables } from '../../../data/workbooks.ts';
import { type UnitWithFiles, unitsWithFiles } from '../../../unit-pages.ts';

export const getStaticPaths = () => unitsWithFiles().map((props) => ({ params: { unit: props.unit.slug }, props }));

/** What one unit has to do, as a table that Excel and WPS open. */
export const GET: APIRoute<UnitWithFiles> = ({ props, site }) =>
  new Response(toCsv(unitTables(props.unit, [props.notice], addressUnder(site)).tasks));
