import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphStyleOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A paragraph in one of the forms that GB/T 9704 knows, and 注, small words of our own. */
export interface WordParagraph {
  as: 'title' | 'under' | 'body' | 'plain' | 'heading' | 'subheading' | 'right' | 'note';
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

const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** GB/T 9704-2012, 5.1 and 5.2: A4, type area of 156 × 225 mm, 22 lines of 28 characters in 三号 (16 pt). */
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) },
};
const LINES = 22;
const CHARACTERS = 28;
const SIZE = 16;
const PITCH = Math.floor(mm(225) / LINES);
/** How much closer than its type a character stands, in twentieths of a point: programs differ in grids of characters. */
const CLOSER = Math.floor(mm(156) / CHARACTERS) - SIZE * 20;

const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
const FANGSONG = font('仿宋');
const HEITI = font('黑体');
const KAITI = font('楷体');
const SONG = font('宋体');
const XIAOBIAOSONG = font('方正小标宋简体');

const LINE = { line: PITCH, lineRule: LineRuleType.EXACT };
const CELL_LINE = { line: 310, lineRule: LineRuleType.EXACT };
const INDENT = { firstLine: 2 * SIZE * 20, firstLineChars: 200 };
const { BOTH, CENTER, RIGHT } = AlignmentType;

type Form = WordParagraph['as'] | 'cell' | 'cell-head' | 'cell-group';

/** A style of the document: its name in Word's list, its type, its size in half points, its setting. */
const style = (
  form: Form,
  name: string,
  type: typeof SONG,
  size: number,
  set: IParagraphStyleOptions['paragraph'],
) => ({
  id: styleId(form),
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: type, size, ...(form.startsWith('cell') ? {} : { characterSpacing: CLOSER }) },
  paragraph: { spacing: LINE, ...set },
});
const styleId = (form: Form) => `notice-${form}`;

/** Type and setting of each form (7.3 of the standard). */
const STYLES: IParagraphStyleOptions[] = [
  style('title', '公文标题', XIAOBIAOSONG, 44, {
    alignment: CENTER,
    keepNext: true,
    spacing: { line: 2 * PITCH - 300, lineRule: LineRuleType.AT_LEAST },
  }),
  style('under', '公文题下', KAITI, 32, { alignment: CENTER }),
  style('body', '公文正文', FANGSONG, 32, { alignment: BOTH, indent: INDENT }),
  style('plain', '公文主送', FANGSONG, 32, {}),
  style('heading', '公文一级标题', HEITI, 32, { indent: INDENT, keepNext: true }),
  style('subheading', '公文二级标题', KAITI, 32, { indent: INDENT, keepNext: true }),
  style('right', '公文落款', FANGSONG, 32, { alignment: RIGHT, indent: { right: 4 * SIZE * 20 } }),
  style('note', '公文注', KAITI, 24, { spacing: CELL_LINE, alignment: BOTH, indent: { firstLine: 480 } }),
  style('cell', '表格文字', FANGSONG, 21, { spacing: CELL_LINE }),
  style('cell-head', '表格栏目', HEITI, 21, { spacing: CELL_LINE, alignment: CENTER }),
  style('cell-group', '表格分组', HEITI, 21, { spacing: CELL_LINE, keepNext: true }),
];
/** A heading within a paragraph, at its beginning. */
const RUN_IN = { id: 'notice-run-in', name: '公文段首标题', quickFormat: true, run: { font: HEITI } };

/** What XML can't hold stands as the sign for it. */
const held = (text: string) =>
  text.replace(/[[\p{Cc}\p{Noncharacter_Code_Point}\p{Cs}]--[\t\n\r]]/gv, '\ufffd').replace(/\s*[\r\n]+\s*/gu, ' ');

function paragraphOf({ as, runs }: WordParagraph): Paragraph {
  const children = runs.map((run) =>
    typeof run === 'string' ? new TextRun(held(run)) : new TextRun({ text: held(run.heading), style: RUN_IN.id }),
  );
  return new Paragraph({ style: styleId(as), children });
}

function cellOf(cell: WordCell, width: number, look: { head?: boolean; merge?: string; span?: number }): TableCell {
  const texts = typeof cell === 'object' ? cell.paragraphs : [cell === 'above' ? '' : cell];
  const { head = false, merge, span = 1 } = look;
  const form = styleId(head ? 'cell-head' : span > 1 ? 'cell-group' : 'cell');
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    ...(head ? { verticalAlign: VerticalAlign.CENTER } : {}),
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(merge ? { verticalMerge: cell === 'above' ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
    children: texts.map((text) => new Paragraph({ style: form, children: [new TextRun(held(text))] })),
  });
}

function tableOf({ heads, widths, rows }: WordTable): Table {
  const merged = heads.map((_, column) => rows.some((row) => row[column] === 'above'));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + mm(width), 0), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, column) => cellOf(head, widths[column] ?? 0, { head: true })),
      }),
      ...rows.map((row) => {
        const [only] = row;
        const whole = row.length === 1 && only !== undefined && widths.length > 1;
        const total = widths.reduce((sum, width) => sum + width, 0);
        return new TableRow({
          cantSplit: true,
          children: whole
            ? [cellOf(only, total, { span: widths.length })]
            : row.map((cell, column) => cellOf(cell, widths[column] ?? 0, merged[column] ? { merge: 'column' } : {})),
        });
      }),
    ],
  });
}

/** 7.5 of the standard: the page's number in 四号宋体 between dashes, outside. */
const footer = (alignment: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === 'left' ? { left: 280 } : { right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: SONG })],
      }),
    ],
  });

/** The entries' time in every file; ZIP begins in 1980. */
const ENTRY_TIME = new Date(1980, 0, 1);

/**
 * A document as Word opens it (.docx), in the measures of GB/T 9704-2012: page, type, lines and characters; the head
 * row of a table stands on each of its pages, and no row is cut. The same document gives the same bytes.
 */
export async function toDocx({ title, dated, blocks }: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { font: FANGSONG, size: 2 * SIZE, language: { eastAsia: 'zh-CN' } } } },
      paragraphStyles: STYLES,
      characterStyles: [RUN_IN],
    },
    sections: [
      {
        properties: {
          page: PAGE,
          grid: { type: DocumentGridType.DEFAULT, linePitch: PITCH },
        },
        footers: { default: footer('right'), even: footer('left') },
        children: blocks.map((block) => ('heads' in block ? tableOf(block) : paragraphOf(block))),
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const core = 'docProps/core.xml';
  const properties = strFromU8(parts[core] ?? new Uint8Array());
  parts[core] = strToU8(properties.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, `${dated}T00:00:00Z`));
  return zipSync(parts, { mtime: ENTRY_TIME });
}
