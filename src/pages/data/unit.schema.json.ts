import type { APIRoute } from 'astro';
import { unitSchema } from '../../data/schema.ts';

/** Describes `/data/units/<slug>.json`. */
export const GET: APIRoute = () => new Response(`${JSON.stringify(unitSchema)}\n`);
