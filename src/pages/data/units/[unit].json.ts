import type { APIRoute } from 'astro';
import { unitData } from '../../../exports/records.ts';
import { loadAuthority, loadNotices } from '../../../load.ts';
import type { UnitEntry } from '../../../notice/model.ts';

export const getStaticPaths = () => loadAuthority().map((unit) => ({ params: { unit: unit.slug }, props: { unit } }));

/** What one unit has to do, as data; `/data/unit.schema.json` describes it. */
export const GET: APIRoute<{ unit: UnitEntry }> = ({ props }) =>
  new Response(`${JSON.stringify(unitData(props.unit, loadNotices()), null, 1)}\n`);
