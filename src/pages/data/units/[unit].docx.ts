import type { APIRoute } from 'astro';
import { unitDocument } from '../../../data/documents.ts';
import { toDocx } from '../../../data/to-docx.ts';
import { type UnitWithFiles, unitsWithFiles } from '../../../unit-pages.ts';

export const getStaticPaths = () => unitsWithFiles().map((props) => ({ params: { unit: props.unit.slug }, props }));

/** What one unit has to do, as a Word document. */
export const GET: APIRoute<UnitWithFiles> = ({ props }) =>
  new Response(toDocx(unitDocument(props.unit, [props.notice])));
