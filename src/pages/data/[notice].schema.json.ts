import type { APIRoute } from 'astro';
import { noticeSchema } from '../../data/schema.ts';
import { noticeIds } from '../../load.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

export const GET: APIRoute = () => new Response(`${JSON.stringify(noticeSchema)}\n`);
