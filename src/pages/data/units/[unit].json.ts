import type { APIRoute } from 'astro';
import { unitData } from '../../../data/task-records.ts';
import { type UnitWithFiles, unitsWithFiles } from '../../../unit-pages.ts';

export const getStaticPaths = () => unitsWithFiles().map((props) => ({ params: { unit: props.unit.slug }, props }));

/** What one unit has to do, as data; `/data/unit.schema.json` describes it. */
export const GET: APIRoute<UnitWithFiles> = ({ props }) =>
  new Response(`${JSON.stringify(unitData(props.unit, [props.notice]))}\n`);
