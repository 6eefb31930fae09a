import type { APIRoute } from 'astro';
import { unitCalendar } from '../../../data/calendar.ts';
import { addressUnder } from '../../../data/file-address.ts';
import { toIcs } from '../../../data/ics.ts';
import { type UnitWithFiles, unitsWithFiles } from '../../../unit-pages.ts';

export const getStaticPaths = () => unitsWithFiles().map((props) => ({ params: { unit: props.unit.slug }, props }));

/** The dated tasks of one unit as a calendar. */
export const GET: APIRoute<UnitWithFiles> = ({ props, site }) =>
  new Response(toIcs(unitCalendar(props.unit, [props.notice], addressUnder(site))));
