import type { APIRoute } from 'astro';
import { sectionDocument } from '../../../../data/documents.ts';
import { toDocx } from '../../../../data/to-docx.ts';
import { loadNotices, type Notice } from '../../../../load.ts';
import type { Section } from '../../../../notice/model.ts';
import { sectionKey } from '../../../../notice/names.ts';

export const getStaticPaths = () =>
  loadNotices().flatMap((notice) =>
    notice.sections.map((section) => ({
      params: { notice: notice.id, number: sectionKey(section) },
      props: { notice, section },
    })),
  );

/** One section with its tasks as a Word document. */
export const GET: APIRoute<{ notice: Notice; section: Section }> = ({ props }) =>
  new Response(toDocx(sectionDocument(props.notice, props.section)));
