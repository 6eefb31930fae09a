import type { APIRoute } from 'astro';
import { addressUnder } from '../../../exports/address.ts';
import { unitCalendar } from '../../../exports/calendar.ts';
import { toIcs } from '../../../exports/ics.ts';
import { loadAuthority, loadNotices } from '../../../load.ts';
import type { UnitEntry } from '../../../notice/model.ts';

export const getStaticPaths = () => loadAuthority().map((unit) => ({ params: { unit: unit.slug }, props: { unit } }));

/** The dated tasks of one unit as a calendar. */
export const GET: APIRoute<{ unit: UnitEntry }> = ({ props, site }) =>
  new Response(toIcs(unitCalendar(props.unit, loadNotices(), addressUnder(site))));
