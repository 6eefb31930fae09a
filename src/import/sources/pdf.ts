import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NoticeError } from '../../notice/problem.ts';
import { RADICALS } from '../../notice/radicals.ts';
import type { ReadFile } from '../document.ts';
import { struckOut } from '../hidden-letters.ts';
import { labelOf } from '../text/labels.ts';
import { isAddressees, isAnnexLabel, isNumber, isSigner, isTitle } from '../text/line-kinds.ts';
import { type FoundCell, LineWriter } from './line-writer.ts';
import { type Grid, gridsOf, linesOf, type Rule, type TextItem, type TextLine, withoutStrikes } from './pdf-grid.ts';
import { areIndented, isFull, isPageNumber, type Margins, marginsOf, withoutRunning } from './pdf-pages.ts';
import { goOnBehindLine, goOnWith } from './pdf-rows.ts';

/** How much a document may hold. A notice of a hundred pages is a megabyte or two. */
const LIMITS = { bytes: 30_000_000, pages: 400 };
/** Fewer letters than this on a page: it is a picture of text. */
const LEAST_LETTERS = 8;

/** The parts of pdf.js that are used here. */
interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getTextContent(): Promise<{ items: { str?: string; transform?: number[]; width?: number; height?: number }[] }>;
  getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
  cleanup(): void;
}
interface Pdfjs {
  OPS: Record<string, number>;
  getDocument(options: object): {
    promise: Promise<{ numPages: number; getPage(number: number): Promise<PdfPage> }>;
    destroy(): Promise<void>;
  };
}

type Matrix = [number, number, number, number, number, number];
const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** Radicals stand for the characters that they look like, where a font's table gives them (⽣ is 生). */
const mended = (text: string) =>
  text
    .replace(/[\u2e80-\u2fdf]/gu, (char) => RADICALS.get(char) ?? char.normalize('NFKC'))
    .replace(/[\u200b\ufeff]/gu, '');

/** The straight rules that a page draws, in its own points, y downward. @param onPage from the file's points to these */
function rulesOf(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] },
  ops: Record<string, number>,
  onPage: Matrix,
): Rule[] {
  const rules: Rule[] = [];
  let matrix = onPage;
  const saved: Matrix[] = [];
  const strokes = new Set([
    ops['stroke'],
    ops['closeStroke'],
    ops['fillStroke'],
    ops['eoFillStroke'],
    ops['closeFillStroke'],
  ]);
  const add = (points: [number, number][], stroked: boolean) => {
    const xs = points.map(([x, y]) => matrix[0] * x + matrix[2] * y + matrix[4]);
    const ys = points.map(([x, y]) => matrix[1] * x + matrix[3] * y + matrix[5]);
    const box = { x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys) };
    const thin = box.x2 - box.x1 <= 3 || box.y2 - box.y1 <= 3;
    if (thin) rules.push(box);
    else if (stroked && points.length >= 4) {
      const { x1, x2, y1, y2 } = box;
      rules.push({ x1, x2: x1, y1, y2 }, { x1: x2, x2, y1, y2 }, { x1, x2, y1, y2: y1 }, { x1, x2, y1: y2, y2 });
    }
  };
  for (const [index, op] of fnArray.entries()) {
    const args = argsArray[index] ?? [];
    if (op === ops['save']) saved.push(matrix);
    else if (op === ops['restore'] || op === ops['paintFormXObjectEnd']) matrix = saved.pop() ?? onPage;
    else if (op === ops['paintFormXObjectBegin']) {
      saved.push(matrix);
      if (args[0]) matrix = multiply(matrix, args[0] as Matrix);
    } else if (op === ops['transform']) matrix = multiply(matrix, args as unknown as Matrix);
    else if (op === ops['constructPath']) {
      const stroked = strokes.has(args[0] as number);
      const data = (args[1] as (Float32Array | null)[] | undefined)?.[0];
      let points: [number, number][] = [];
      let curved = false;
      const end = () => {
        if (points.length > 1 && !curved) add(points, stroked);
        points = [];
        curved = false;
      };
      for (let at = 0; data && at < data.length; ) {
        const kind = data[at] as number;
        const point = (offset: number): [number, number] => [data[at + offset] ?? 0, data[at + offset + 1] ?? 0];
        if (kind === 0) {
          end();
          points.push(point(1));
          at += 3;
        } else if (kind === 1) {
          points.push(point(1));
          at += 3;
        } else if (kind === 2 || kind === 3) {
          curved = true;
          at += kind === 2 ? 7 : 5;
        } else at += 1;
      }
      end();
    }
  }
  return rules;
}

/** Text that a machine read off a picture is laid over it unseen. */
const UNSEEN_MODE = 3;

interface ReadPage {
  width: number;
  height: number;
  lines: TextLine[];
  grids: Grid[];
  letters: number;
  /** Whether its letters are not drawn: they lie over a picture. */
  unseen: boolean;
  /** Letters that stand aslant or turned: a watermark, no words of a line. */
  turned: string;
}

async function readPage(page: PdfPage, pdfjs: Pdfjs): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const onPage = transform as Matrix;
  const found = (await page.getTextContent()).items.flatMap(
    ({ str = '', transform: own = [], width: wide = 0, height: tall = 0 }) => {
      if (str.trim() === '') return [];
      const at = multiply(onPage, own as Matrix);
      const size = tall || Math.abs(own[3] ?? 0) || 10;
      const level = Math.abs(at[1]) < Math.abs(at[0]) * 0.05 && at[0] > 0;
      return [{ level, text: mended(str), x: at[4], y: at[5], width: wide, size }];
    },
  );
  const pieces = found.filter(({ level }) => level).map(({ level: _, ...item }): TextItem => item);
  const operators = await page.getOperatorList();
  const drawn = withoutStrikes(rulesOf(operators, pdfjs.OPS, onPage), pieces);
  const grids = gridsOf(drawn.rules, drawn.items);
  page.cleanup();
  const outside = drawn.items.filter(
    ({ x, y, width }) =>
      !grids.some(
        ({ top, bottom, left, right }) => y > top && y < bottom && x + width / 2 > left && x + width / 2 < right,
      ),
  );
  const lines = linesOf(outside).filter(
    ({ text, y }) => !(isPageNumber(text) && (y > height * 0.88 || y < height * 0.1)),
  );
  const modes = operators.fnArray.flatMap((op, index) =>
    op === pdfjs.OPS['setTextRenderingMode'] ? [operators.argsArray[index]?.[0]] : [],
  );
  return {
    width,
    height,
    lines,
    grids,
    letters: pieces.reduce((sum, { text }) => sum + text.length, 0),
    unseen: modes.length > 0 && modes.every((mode) => mode === UNSEEN_MODE),
    turned: found
      .filter(({ level }) => !level)
      .map(({ text }) => text)
      .join(''),
  };
}

/** Puts the lines of all pages together to paragraphs: one goes on where the line before it is full. */
function writeLines(pages: ReadPage[], writer: LineWriter): NonNullable<ReadFile['marks']> {
  const marks: NonNullable<ReadFile['marks']> = [];
  const margins = marginsOf(pages);
  const indented = areIndented(pages, margins);
  let open = '';
  let full = false;
  let gone = '';
  const flush = () => {
    if (open !== '') writer.paragraph(open);
    if (gone !== '') marks.push({ line: Math.max(1, writer.lines.length), what: struckOut(gone) });
    gone = '';
    open = '';
    full = false;
  };
  const write = (line: TextLine, own: Margins) => {
    const { text, struck, x, size } = line;
    const bare = text.replace(/\s/gu, '');
    const begins = labelOf(text.trim()) !== undefined || isAnnexLabel(bare) || isNumber(bare);
    const before = open.replace(/\s/gu, '');
    const isOpen = open.split('（').length > open.split('）').length;
    const ends =
      (/[。；]$/u.test(open) && !indented && !isOpen) ||
      isTitle(before) ||
      isAddressees(before) ||
      (/[）)]$/u.test(open) && isSigner(bare));
    const goesOn = full && !ends && x <= own.left + size * 0.8 && !begins;
    if (goesOn) open += text;
    else {
      flush();
      open = text;
    }
    gone += struck;
    // One that begins far from the left is a signature or a date on the right.
    full = isFull(line, own) && (goesOn || x <= own.left + size * 4);
  };
  let table: FoundCell[][] | undefined;
  let ended: FoundCell[][] | undefined;
  const endTable = () => {
    if (table) writer.table(table);
    ended = table ?? ended;
    table = undefined;
  };
  for (const [index, { lines, grids, unseen }] of pages.entries()) {
    if (unseen) marks.push({ line: writer.lines.length + 1, what: '机器从图片识别的文字（本页），可能有误' });
    const blocks = [
      ...lines.map((line) => ({ y: line.y, line })),
      ...grids.map((grid) => ({ y: grid.top, grid })),
    ].sort((a, b) => a.y - b.y);
    for (const block of blocks) {
      if ('line' in block) {
        endTable();
        write(block.line, margins[index] as Margins);
        continue;
      }
      flush();
      const { rows } = block.grid;
      const width = (cells: FoundCell[] | undefined) =>
        (cells ?? []).reduce((sum, cell) => sum + (cell.columns ?? 1), 0);
      if (table && width(rows[0]) === width(table[0])) {
        goOnWith(table, rows);
      } else {
        if (!table && ended && width(rows[0]) === width(ended[0])) goOnBehindLine(ended, rows);
        endTable();
        table = rows;
      }
    }
  }
  flush();
  endTable();
  return marks.map(({ line, what }) => ({ line: Math.min(line, Math.max(1, writer.lines.length)), what }));
}

/**
 * Reads a PDF that has a text layer: lines by their place on the page, tables by their drawn rules.
 * @throws NoticeError when it is no PDF, is locked or oversized, or holds pictures of text only
 */
export async function readPdf(name: string, sha256: string, bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length > LIMITS.bytes)
    throw new NoticeError(
      `${name} holds ${bytes.length} bytes, more than ${LIMITS.bytes}`,
      'Check that this is one notice.',
    );
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as Pdfjs;
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(root, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(root, 'standard_fonts')}/`,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((cause: unknown) => {
      const locked = cause instanceof Error && cause.name === 'PasswordException';
      throw new NoticeError(
        locked
          ? `${name} is locked with a password`
          : `${name} cannot be read as a PDF: ${cause instanceof Error ? cause.message : String(cause)}`,
        locked
          ? 'Save it without a password.'
          : 'Get the document again from where it was issued, and open it to see that it is whole.',
      );
    });
    if (document.numPages > LIMITS.pages)
      throw new NoticeError(
        `${name} has ${document.numPages} pages, more than ${LIMITS.pages}`,
        'Check that this is one notice.',
      );
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await readPage(await document.getPage(number), pdfjs));
    const blank = pages.flatMap(({ letters }, index) => (letters < LEAST_LETTERS ? [index + 1] : []));
    if (blank.length === pages.length)
      throw new NoticeError(
        `${name} holds pictures of text, and no text`,
        'Ask the office for the file that it was made from (.docx); or have it read by text recognition, and check the result.',
      );
    const writer = new LineWriter();
    const running = withoutRunning(pages);
    const marks = writeLines(running.pages, writer);
    const turned = pages.flatMap(({ turned: text }, index) =>
      text === '' ? [] : [`${text.slice(0, 20)} (page ${index + 1})`],
    );
    const notes = [
      ...running.left.map((text) => `the line ${text}, which pages of ${name} repeat at their edge, is left out`),
      ...(blank.length > 0 ? [`page ${blank.join(', ')} of ${name} holds no text: a picture there is not read`] : []),
      ...(turned.length > 0
        ? [`words of ${name} that stand aslant or turned are left out: ${turned.slice(0, 5).join(', ')}`]
        : []),
    ];
    return { name, kind: 'pdf', sha256, lines: writer.lines, blocks: writer.blocks, notes, marks };
  } finally {
    await task.destroy();
  }
}
