import type { Element } from 'xast';
import { NoticeError } from '../../notice/problem.ts';
import type { ReadFile } from '../document.ts';
import { DECIDING, HIDING_NAMES, type Hiding, hidingOf, isWhite } from '../hidden-letters.ts';
import { readArchive } from './archive.ts';
import { BOLD, type FoundCell, LineWriter, picturesUnread } from './line-writer.ts';
import { Numbering } from './numbering.ts';
import { raised } from './raised.ts';
import { symbolOf } from './symbols.ts';
import { allText, child, children, parseXml, val } from './xml.ts';

/** Elements whose content a reader does not see. */
const UNSEEN = new Set(['w:instrText', 'w:delText', 'w:rPr', 'w:pPr', 'w:rt', 'w:fldData', 'mc:Fallback']);

/** Elements that stand for a part of their own, which is not read. */
const UNREAD = new Map([
  ['w:object', '嵌入对象'],
  ['c:chart', '图表'],
  ['dgm:relIds', '图示'],
]);

/** Styles are not based on each other in a longer row. */
const MOST_STYLES = 12;
const PICTURE = '图片';

/** Whether a run, a paragraph or a cell stands on a colour of its own, on which white letters can be read. */
function isShaded(properties: Element | undefined): boolean {
  const fill = child(properties, 'w:shd')?.attributes['w:fill'] ?? 'auto';
  return (fill !== 'auto' && !isWhite(fill)) || child(properties, 'w:highlight') !== undefined;
}

/** How properties hide letters; white ones, which a ground may show, only where nothing else does. */
function effectOf(properties: Element | undefined): Hiding | undefined {
  const all = children(properties).flatMap((own) => hidingOf(own.name.replace(/^w:/u, ''), val(own)) ?? []);
  return all.find((hiding) => hiding !== 'white') ?? all[0];
}

/** What stands in a paragraph: its text as a reader sees it, and what of it is not plain text. */
interface Seen {
  text: string;
  /** Texts of boxes that hang on the paragraph. */
  boxes: string[];
  marks: string[];
}

interface Style {
  based: string | undefined;
  numPr: Element | undefined;
  heads: number | undefined;
  /** Whether a table's style gives its first row, or all of it, a ground. */
  shades: 'first' | 'all' | undefined;
}

const shadedBy = (style: Element): Style['shades'] => {
  if (isShaded(child(style, 'w:tcPr'))) return 'all';
  const isFirst = (each: Element) => each.attributes['w:type'] === 'firstRow' && isShaded(child(each, 'w:tcPr'));
  return children(style, 'w:tblStylePr').some(isFirst) ? 'first' : undefined;
};

/** How wide a heading an outline level (from 0) or a style's name (heading 1, 标题 1) makes. */
function headsBy(level: string | undefined, name: string): number | undefined {
  if (level !== undefined) return Number(level) < 9 ? Number(level) + 1 : undefined;
  const [, digit] = /^(?:heading|标题)\s*([1-7])$/iu.exec(name) ?? [];
  return digit === undefined ? undefined : Number(digit);
}

class Reader {
  readonly #numbering: Numbering;
  readonly #hiding: Map<string, Hiding>;
  /** Whether the cell or paragraph that is being read is shaded. */
  #shaded = false;
  /** Whether a cell of a table is being read: its number may be all that it says. */
  #inCell = false;
  readonly #styles = new Map<string, Style>();
  /** Texts of notes at the page's foot, by the element that refers to them and their number. */
  readonly #notes = new Map<string, string>();

  constructor(numbering: Numbering, styles: Element | undefined) {
    this.#numbering = numbering;
    this.#hiding = new Map();
    for (const style of children(styles, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      const effect = effectOf(child(style, 'w:rPr'));
      if (effect) this.#hiding.set(id, effect);
      this.#styles.set(id, {
        based: val(child(style, 'w:basedOn')),
        numPr: child(style, 'w:pPr', 'w:numPr'),
        heads: headsBy(val(child(style, 'w:pPr', 'w:outlineLvl')), val(child(style, 'w:name')) ?? id),
        shades: shadedBy(style),
      });
    }
  }

  /** Whether a table's style gives a row, 0-based, a ground. */
  shades(table: Element, row: number): boolean {
    const shades = this.#styles.get(val(child(table, 'w:tblPr', 'w:tblStyle')) ?? '')?.shades;
    return shades === 'all' || (shades === 'first' && row === 0);
  }

  /** What Word numbers a paragraph by: its own list and level, else those of its style, or of one that this is based on. */
  #numberOf(properties: Element | undefined): { id: string; level: number } | undefined {
    const own = child(properties, 'w:numPr');
    const found = own ? [own] : [];
    let style = val(child(properties, 'w:pStyle'));
    const named = style;
    for (let steps = 0; style !== undefined && steps < MOST_STYLES; steps++) {
      const own: Style | undefined = this.#styles.get(style);
      if (own?.numPr) found.push(own.numPr);
      style = own?.based;
    }
    const first = (name: string) => found.map((each) => val(child(each, name))).find((value) => value !== undefined);
    const id = first('w:numId');
    if (id === undefined) return undefined;
    return { id, level: Number(first('w:ilvl') ?? this.#numbering.levelOf(id, named) ?? 0) };
  }

  /** How wide a heading a paragraph is by its own level, its style, or its type alone. */
  headsOf(paragraph: Element): number | undefined {
    const properties = child(paragraph, 'w:pPr');
    const id = val(child(properties, 'w:pStyle')) ?? '';
    let heads = headsBy(val(child(properties, 'w:outlineLvl')), id);
    let style = this.#styles.get(id);
    for (let steps = 0; heads === undefined && style && steps < MOST_STYLES; steps++) {
      heads = style.heads;
      style = this.#styles.get(style.based ?? '');
    }
    const runs = children(paragraph, 'w:r').filter((run) => textsIn(run, 'w:t').trim() !== '');
    const isBold = (run: Element) => {
      const bold = child(run, 'w:rPr', 'w:b');
      return bold !== undefined && !['0', 'false'].includes(val(bold) ?? '');
    };
    return heads ?? (runs.length > 0 && runs.every(isBold) ? BOLD : undefined);
  }

  /** Takes a part that holds notes (footnotes.xml). */
  takeNotes(part: Element | undefined, kind: 'footnote' | 'endnote'): void {
    for (const note of children(part, `w:${kind}`))
      this.#notes.set(`w:${kind}Reference ${note.attributes['w:id']}`, this.#inside(note).text.trim());
  }

  #effect(run: Element): Hiding | undefined {
    const properties = child(run, 'w:rPr');
    const style = this.#hiding.get(val(child(properties, 'w:rStyle')) ?? '');
    const effect = effectOf(properties) ?? (style && !child(properties, `w:${DECIDING[style]}`) ? style : undefined);
    return effect === 'white' && (this.#shaded || isShaded(properties)) ? undefined : effect;
  }

  #walk(node: Element, seen: Seen): void {
    for (const each of children(node)) this.#step(each, seen);
  }

  #step(node: Element, seen: Seen): void {
    const { name } = node;
    if (UNSEEN.has(name)) return;
    if (name === 'w:t') {
      for (const text of node.children) if (text.type === 'text' || text.type === 'cdata') seen.text += text.value;
    } else if (name === 'w:br' || name === 'w:cr') seen.text += '\n';
    else if (name === 'w:tab' || name === 'w:ptab') seen.text += '\t';
    else if (name === 'w:noBreakHyphen') seen.text += '-';
    else if (name === 'a:blip' || name === 'v:imagedata') seen.marks.push(PICTURE);
    else if (UNREAD.has(name)) seen.marks.push(`${UNREAD.get(name)}，其中的文字没有读入`);
    else if (name === 'm:oMath') {
      const formula = textsIn(node, 'm:t');
      seen.text += formula;
      seen.marks.push(`公式“${formula}”`);
    } else if (name === 'w:sym') this.#symbol(node, seen);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
      seen.marks.push(`脚注“${this.#notes.get(`${name} ${node.attributes['w:id']}`) ?? ''}”`);
    else if (name === 'w:r') this.#run(node, seen);
    else if (name === 'w:del' || name === 'w:moveFrom') this.#left(node, seen, '修订删除');
    else if (name === 'w:ins' || name === 'w:moveTo') {
      const inner = this.#inside(node);
      if (inner.text.trim() !== '') seen.marks.push(`修订插入“${inner.text.trim()}”`);
      this.#take(seen, inner);
    } else if (name === 'w:txbxContent') {
      const text = blocksOf(node).flatMap((block) =>
        block.name === 'w:p'
          ? [this.paragraph(block).text]
          : rowsOf(block)
              .flatMap(cellsOf)
              .flatMap((tc) => this.cell(tc).paragraphs),
      );
      seen.boxes.push(...text.filter((line) => line.trim() !== ''));
      if (text.join('').trim() !== '') seen.marks.push(`文本框“${text.join('').trim()}”`);
    } else if (name === 'mc:AlternateContent') {
      const choice = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
      if (choice) this.#walk(choice, seen);
    } else this.#walk(node, seen);
  }

  #symbol({ attributes }: Element, seen: Seen): void {
    const [font, place] = [attributes['w:font'] ?? '', attributes['w:char'] ?? ''];
    const symbol = symbolOf(font, place);
    seen.text += symbol ?? '';
    if (symbol === undefined) seen.marks.push(`符号字体 ${font} 的一个字符（${place}），没有读入`);
  }

  #inside(node: Element): Seen {
    const seen: Seen = { text: '', boxes: [], marks: [] };
    this.#walk(node, seen);
    return seen;
  }

  #take(seen: Seen, inner: Seen): void {
    seen.text += inner.text;
    seen.boxes.push(...inner.boxes);
    seen.marks.push(...inner.marks);
  }

  #left(node: Element, seen: Seen, why: string): void {
    const text = deletedText(node).trim();
    if (text !== '') seen.marks.push(`${why}“${text}”`);
  }

  #run(run: Element, seen: Seen): void {
    const effect = this.#effect(run);
    const inner = this.#inside(run);
    const [, place] = /^(super|sub)script$/u.exec(val(child(run, 'w:rPr', 'w:vertAlign')) ?? '') ?? [];
    if (place) inner.text = raised(inner.text, place === 'super' ? 'high' : 'low');
    if (!effect) {
      this.#take(seen, inner);
    } else if (inner.text.trim() !== '') {
      seen.marks.push(`${HIDING_NAMES[effect]}“${inner.text.trim()}”`);
    }
  }

  /** A paragraph with the number that Word puts before it. */
  paragraph(paragraph: Element): Seen {
    const properties = child(paragraph, 'w:pPr');
    const around = this.#shaded;
    this.#shaded ||= isShaded(properties);
    const seen = this.#inside(paragraph);
    this.#shaded = around;
    const numbered = this.#numberOf(properties);
    if (!numbered || child(properties, 'w:rPr', 'w:vanish')) return seen;
    const number = this.#numbering.next(numbered.id, numbered.level);
    const isEmpty = seen.text.trim() === '';
    if (isEmpty && !this.#inCell) {
      if (number) seen.marks.push(`没有文字的自动编号“${number}”`);
    } else if (number === undefined) seen.marks.push('自动编号的格式无法读出');
    else if (number !== '')
      seen.text = `${number}${!isEmpty && /\d$/u.test(number) ? ' ' : ''}${seen.text.trimStart()}`;
    return seen;
  }

  /** Reads what stands in a cell, on its ground. */
  within(tc: Element, read: () => void): void {
    const around = this.#shaded;
    this.#shaded ||= isShaded(child(tc, 'w:tcPr'));
    read();
    this.#shaded = around;
  }

  /** @param shaded whether its table's style gives the cell a ground of its own */
  cell(tc: Element, shaded = false): FoundCell {
    const paragraphs: string[] = [];
    const marks: string[] = [];
    const around = [this.#shaded, this.#inCell] as const;
    [this.#shaded, this.#inCell] = [this.#shaded || shaded, true];
    this.within(tc, () => this.#readCell(tc, paragraphs, marks));
    [this.#shaded, this.#inCell] = around;
    return { paragraphs: paragraphs.filter((text) => text.trim() !== ''), marks };
  }

  #readCell(tc: Element, paragraphs: string[], marks: string[]): void {
    for (const block of blocksOf(tc)) {
      if (block.name === 'w:p') {
        const seen = this.paragraph(block);
        paragraphs.push(seen.text, ...seen.boxes);
        marks.push(...seen.marks);
      } else {
        const nested = rowsOf(block).map((row) => cellsOf(row).map((each) => this.cell(each)));
        const texts = nested.flat().flatMap((each) => each.paragraphs);
        marks.push(`嵌套表格“${texts.join(' ')}”`, ...nested.flat().flatMap((each) => each.marks ?? []));
        paragraphs.push(...texts);
      }
    }
  }
}

function deletedText(node: Element): string {
  return children(node)
    .map((each) =>
      each.name === 'w:delText' || each.name === 'w:t'
        ? each.children.map((text) => (text.type === 'text' ? text.value : '')).join('')
        : deletedText(each),
    )
    .join('');
}

/** The text of all elements of a name inside a node. */
function textsIn(node: Element, name: string): string {
  return node.name === name
    ? allText(node)
    : children(node)
        .map((each) => textsIn(each, name))
        .join('');
}

/** Content controls and smart tags are no level of their own. */
function unwrap(node: Element, names: string[]): Element[] {
  return children(node).flatMap((each) => {
    if (names.includes(each.name)) return [each];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'].includes(each.name) ? unwrap(each, names) : [];
  });
}

/** Paragraphs whose ends were deleted with marks, as one with the paragraph behind them. */
function withEndsDeleted(blocks: Element[]): Element[] {
  const found: Element[] = [];
  let open: Element[] = [];
  for (const block of blocks) {
    const own = children(block).filter(({ name }) => name !== 'w:pPr');
    const properties = children(block, 'w:pPr');
    if (block.name === 'w:p' && child(properties[0], 'w:rPr', 'w:del')) open.push(...own);
    else {
      found.push(block.name === 'w:p' ? { ...block, children: [...properties, ...open, ...own] } : block);
      open = block.name === 'w:p' ? [] : open;
    }
  }
  return open.length > 0 ? [...found, { type: 'element', name: 'w:p', attributes: {}, children: open }] : found;
}

const blocksOf = (node: Element) => withEndsDeleted(unwrap(node, ['w:p', 'w:tbl']));
const rowsOf = (table: Element) => unwrap(table, ['w:tr']);
const cellsOf = (row: Element) => unwrap(row, ['w:tc']);

/** Whether a table is a box around text: it has one column. */
const isBox = (table: Element): boolean =>
  rowsOf(table).every((row) => cellsOf(row).length < 2 && !child(row, 'w:trPr', 'w:del'));

/** The table's rows; a cell that goes on with the one above it (vMerge) makes that one longer. */
function tableOf(table: Element, reader: Reader): FoundCell[][] {
  const open = new Map<number, FoundCell>();
  const rows: FoundCell[][] = [];
  for (const row of rowsOf(table)) {
    const found: FoundCell[] = [];
    if (child(row, 'w:trPr', 'w:del')) {
      const words = cellsOf(row).map(deletedText).join(' ').trim();
      if (words !== '') rows.at(-1)?.[0]?.marks?.push(`修订删除“${words}”`);
      continue;
    }
    let column = Number(val(child(row, 'w:trPr', 'w:gridBefore')) ?? 0);
    if (column > 0) found.push({ paragraphs: [], columns: column });
    for (const tc of cellsOf(row)) {
      const properties = child(tc, 'w:tcPr');
      const columns = Number(val(child(properties, 'w:gridSpan')) ?? 1) || 1;
      const merge = child(properties, 'w:vMerge');
      const above = open.get(column);
      if (merge && val(merge) !== 'restart' && above && textsIn(tc, 'w:t').trim() === '') {
        above.rows = (above.rows ?? 1) + 1;
      } else {
        const cell = { ...reader.cell(tc, reader.shades(table, rows.length)), columns };
        found.push(cell);
        if (merge) open.set(column, cell);
        else open.delete(column);
      }
      column += columns;
    }
    rows.push(found);
  }
  return rows;
}

/**
 * Reads a Word document as a reader of the page sees it: paragraphs with Word's own numbers, tables with merged
 * cells, visible text only. What is not plain visible text is marked on its line, or on its cell.
 *
 * @throws NoticeError when it is no Word document, locked, damaged or oversized
 */
export function readDocx(name: string, sha256: string, bytes: Uint8Array): ReadFile {
  const parts = readArchive(name, bytes);
  const part = (path: string) => {
    const content = parts.get(path);
    return content ? parseXml(name, path, content) : undefined;
  };
  const body = child(part('word/document.xml'), 'w:document', 'w:body');
  if (!body) throw new NoticeError(`${name} holds no text`, 'Open the document in Word or WPS, and save it as .docx.');
  if (child(body, 'w:altChunk'))
    throw new NoticeError(
      `${name} holds its text as a file within the file, which is not read`,
      'Open the document in Word, and save it once more as .docx.',
    );
  const reader = new Reader(new Numbering(part('word/numbering.xml')), child(part('word/styles.xml'), 'w:styles'));
  reader.takeNotes(child(part('word/footnotes.xml'), 'w:footnotes'), 'footnote');
  reader.takeNotes(child(part('word/endnotes.xml'), 'w:endnotes'), 'endnote');
  const writer = new LineWriter();
  const found: NonNullable<ReadFile['marks']> = [];
  let pictures = 0;
  const readBlock = (block: Element): void => {
    if (block.name === 'w:tbl' && isBox(block)) {
      for (const tc of rowsOf(block).flatMap(cellsOf)) reader.within(tc, () => blocksOf(tc).forEach(readBlock));
      return;
    }
    if (block.name === 'w:tbl') {
      writer.table(tableOf(block, reader));
      return;
    }
    const { text, boxes, marks } = reader.paragraph(block);
    writer.paragraph(text, reader.headsOf(block));
    for (const box of boxes) writer.paragraph(box);
    pictures += marks.filter((what) => what === PICTURE).length;
    const told = marks.filter((what) => what !== PICTURE);
    found.push(...told.map((what) => ({ line: writer.lines.length, what })));
  };
  blocksOf(body).forEach(readBlock);
  const notes = pictures > 0 ? [picturesUnread(pictures, name)] : [];
  return { name, kind: 'docx', sha256, lines: writer.lines, blocks: writer.blocks, notes, marks: found };
}
