import type { APIRoute } from 'astro';
import { noticeDocument } from '../../data/documents.ts';
import { toDocx } from '../../data/to-docx.ts';
import { loadNotice, noticeIds } from '../../load.ts';

export const getStaticPaths = () => noticeIds().map((notice) => ({ params: { notice } }));

/** The whole notice as a Word document. */
export const GET: APIRoute<never, { notice: string }> = ({ params }) =>
  new Response(toDocx(noticeDocument(loadNotice(params.notice))));
