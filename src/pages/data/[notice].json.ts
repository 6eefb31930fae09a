import type { APIRoute } from 'astro';
import { loadNotice, noticeIds } from '../../load.ts';
import { withoutAbsent } from '../../notice/absent.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

/** The whole notice as data; `/data/<id>.schema.json` describes it. */
export const GET: APIRoute<never, { notice: string }> = ({ params }) => {
  const { notice, parts, sections, tasks, units } = loadNotice(params.notice);
  const data = { notice, parts, sections, tasks: tasks.map(withoutAbsent), units };
  return new Response(`${JSON.stringify(data)}\n`);
};
