import type { APIRoute } from 'astro';
import { loadNotice, noticeIds } from '../../load.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

/** The whole notice as data; `/data/<id>.schema.json` describes it. */
export const GET: APIRoute<never, { notice: string }> = ({ params }) => {
  const { notice, sections, tasks, units } = loadNotice(params.notice);
  return new Response(`${JSON.stringify({ notice, sections, tasks, units })}\n`);
};
