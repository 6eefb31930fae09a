import { zipSync } from 'fflate';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { type Form, FRAME, mm, part, RUN_IN, root, SECTION, styleId, w } from './word-frame.ts';

/** A paragraph in one of the forms that GB/T 9704 knows, and 注, small words of our own. */
export interface WordParagraph {
  as: Exclude<Form, `cell${string}`>;
  /** Its runs; those in bold type stand in 黑体, as a heading within a paragraph does. */
  runs: (string | { heading: string })[];
}

/** A cell that goes on with the one above it is `'above'`; one that takes the whole row is its only one. */
export type WordCell = string | 'above' | { paragraphs: readonly string[] };

export interface WordTable {
  heads: readonly string[];
  /** Millimetres; together at most 156, the width of the type area. */
  widths: readonly number[];
  rows: readonly (readonly WordCell[])[];
}

export interface WordDocument {
  title: string;
  /** ISO date that stands as the file's own, so that the same document gives the same bytes. */
  dated: string;
  blocks: readonly (WordParagraph | WordTable)[];
}

/** Words in one line: a line's end is no text, and ends no paragraph. */
const inLine = (text: string) => text.replace(/\s*[\r\n]+\s*/gu, ' ');

const run = (text: string, style?: string): Element =>
  w(
    'r',
    {},
    ...(style === undefined ? [] : [w('rPr', {}, w('rStyle', { val: style }))]),
    w('t', { 'xml:space': 'preserve' }, { type: 'text', value: inLine(text) }),
  );

const paragraphIn = (form: Form, runs: Element[]): Element =>
  w('p', {}, w('pPr', {}, w('pStyle', { val: styleId(form) })), ...runs);

const paragraphOf = ({ as, runs }: WordParagraph): Element =>
  paragraphIn(
    as,
    runs.map((each) => (typeof each === 'string' ? run(each) : run(each.heading, RUN_IN))),
  );

function cellOf(cell: WordCell, width: number, look: { head?: boolean; merged?: boolean; span?: number }): Element {
  const texts = typeof cell === 'object' ? cell.paragraphs : [cell === 'above' ? '' : cell];
  const { head = false, merged = false, span = 1 } = look;
  const form = head ? 'cell-head' : span > 1 ? 'cell-group' : 'cell';
  return w(
    'tc',
    {},
    w(
      'tcPr',
      {},
      w('tcW', { w: mm(width), type: 'dxa' }),
      ...(span > 1 ? [w('gridSpan', { val: span })] : []),
      ...(merged ? [w('vMerge', { val: cell === 'above' ? 'continue' : 'restart' })] : []),
      ...(head ? [w('vAlign', { val: 'center' })] : []),
    ),
    ...texts.map((text) => paragraphIn(form, [run(text)])),
  );
}

const SIDES = ['top', 'left', 'bottom', 'right'];

function tableOf({ heads, widths, rows }: WordTable): Element {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const row = (cells: Element[], ...properties: Element[]) =>
    w('tr', {}, w('trPr', {}, w('cantSplit'), ...properties), ...cells);
  const merged = heads.map((_, column) => rows.some((cells) => cells[column] === 'above'));
  return w(
    'tbl',
    {},
    w(
      'tblPr',
      {},
      w('tblW', { w: widths.reduce((sum, width) => sum + mm(width), 0), type: 'dxa' }),
      w('tblBorders', {}, ...[...SIDES, 'insideH', 'insideV'].map((side) => w(side, { val: 'single', sz: 4 }))),
      w('tblLayout', { type: 'fixed' }),
      w('tblCellMar', {}, ...SIDES.map((side, index) => w(side, { w: index % 2 === 0 ? 40 : 60, type: 'dxa' }))),
    ),
    w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: mm(width) }))),
    row(
      heads.map((head, column) => cellOf(head, widths[column] ?? 0, { head: true })),
      w('tblHeader'),
    ),
    ...rows.map((cells) => {
      const [only] = cells;
      return row(
        cells.length === 1 && only !== undefined && widths.length > 1
          ? [cellOf(only, total, { span: widths.length })]
          : cells.map((cell, column) => cellOf(cell, widths[column] ?? 0, { merged: merged[column] ?? false })),
      );
    }),
  );
}

/** Title and day of a document, as a file manager shows them. */
const properties = ({ title, dated }: WordDocument): Element => {
  const day = (name: string) => x(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${dated}T00:00:00Z`);
  return x(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [x('dc:title', inLine(title)), day('created'), day('modified')],
  );
};

/** The entries' time in every file; ZIP begins in 1980. */
const ENTRY_TIME = new Date(1980, 0, 1);

/**
 * A document as Word opens it (.docx), in the measures of GB/T 9704-2012: page, type, lines and characters; the head
 * row of a table stands on each of its pages, and no row is cut. The same document gives the same bytes.
 */
export function toDocx(document: WordDocument): Uint8Array<ArrayBuffer> {
  const blocks = document.blocks.map((block) => ('heads' in block ? tableOf(block) : paragraphOf(block)));
  return zipSync(
    {
      ...FRAME,
      'word/document.xml': part(root('document', w('body', {}, ...blocks, SECTION))),
      'docProps/core.xml': part(properties(document)),
    },
    { mtime: ENTRY_TIME, level: 9 },
  );
}
