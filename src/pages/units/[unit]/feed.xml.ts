import type { APIRoute } from 'astro';
import { unitFeed } from '../../../data/feeds.ts';
import { addressUnder } from '../../../data/file-address.ts';
import { type UnitWithFiles, unitsWithFiles } from '../../../unit-pages.ts';

export const getStaticPaths = () => unitsWithFiles().map((props) => ({ params: { unit: props.unit.slug }, props }));

/** What one unit has to do, and what changes in it, to be followed. */
export const GET: APIRoute<UnitWithFiles> = ({ props, site }) =>
  new Response(unitFeed(props.unit, [props.notice], addressUnder(site)));
