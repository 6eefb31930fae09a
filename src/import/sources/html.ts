import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { toNumeral } from '../../notice/numerals.ts';
import { NoticeError } from '../../notice/problem.ts';
import type { ReadFile } from '../document.ts';
import { struckOut } from '../hidden-letters.ts';
import { readSeed } from '../seed.ts';
import { BOLD, type FoundCell, LineWriter, picturesUnread } from './line-writer.ts';
import { raised } from './raised.ts';

const UNSEEN = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
  'option',
  'button',
  'input',
  'textarea',
  'rt',
  'rp',
]);
const STRUCK = new Set(['del', 's', 'strike']);
const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'em',
  'font',
  'i',
  'img',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  'ruby',
  'rb',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'o:p',
  'st1:chsdate',
]);
/** A cell that holds more is a column of the page's layout. */
const LAYOUT_LETTERS = 1200;
/** A table inside a cell of a table of tasks holds no more; an article inside a layout does. */
const NESTED_LETTERS = 400;
/** A head of a table is no longer. */
const HEAD_LETTERS = 14;

/** What keeps its lines as they are typed. */
const PRE = /^pre;|white-space:\s*pre/iu;

type Node = Root | RootContent | ElementContent;

/** Class names and ids that the page's own style sheets hide. */
function hiddenNames(root: Root): Set<string> {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'element' && node.tagName === 'style') {
      const css = node.children.map((text) => (text.type === 'text' ? text.value : '')).join('');
      for (const [, selectors = ''] of css.matchAll(/([^{}]+)\{[^{}]*display\s*:\s*none[^{}]*\}/gu)) {
        for (const selector of selectors.split(',')) names.add(selector.trim());
      }
    }
    if ('children' in node) for (const each of node.children) visit(each);
  };
  visit(root);
  return names;
}

class Page {
  readonly #hidden: Set<string>;
  readonly writer = new LineWriter();
  /** What stands on its lines and is not read. */
  readonly marks: NonNullable<ReadFile['marks']> = [];
  #line = '';
  /** How wide a heading the element is that is read. */
  #heads: number | undefined;
  #gone: string[] = [];
  /** Whether ends of lines part lines, as in a <pre>. */
  #keepsLines = false;
  /** The number that the browser writes before the next words. */
  #number = '';

  constructor(hidden: Set<string>) {
    this.#hidden = hidden;
  }

  #unseen({ tagName, properties }: Element): boolean {
    if (UNSEEN.has(tagName) || properties.hidden === true || properties['ariaHidden'] === 'true') return true;
    if (
      /display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])/iu.test(
        String(properties['style'] ?? ''),
      )
    )
      return true;
    const classes = Array.isArray(properties['className']) ? properties['className'] : [];
    return [...classes.map((name) => `.${name}`), `#${properties['id']}`].some((name) => this.#hidden.has(name));
  }

  #end(): void {
    if (this.#line.trim() !== '') this.writer.paragraph(this.#line.trimEnd(), this.#heads);
    this.#line = '';
    const line = Math.max(1, this.writer.lines.length);
    this.marks.push(...this.#gone.map((what) => ({ line, what })));
    this.#gone = [];
  }

  /** Whether a line runs through what an element holds. */
  #struck({ tagName, properties }: Element): boolean {
    return STRUCK.has(tagName) || /text-decoration[^;:]*:[^;]*line-through/iu.test(String(properties['style'] ?? ''));
  }

  read(node: Node): void {
    if (node.type === 'text' && this.#keepsLines && node.value.includes('\n')) {
      const [first = '', ...more] = node.value.replace(/\r\n?/gu, '\n').split('\n');
      this.read({ type: 'text', value: first });
      for (const value of more) {
        this.#end();
        this.read({ type: 'text', value });
      }
      return;
    }
    if (node.type === 'text') {
      if (this.#number !== '' && node.value.trim() !== '') {
        this.#line += this.#number;
        this.#number = '';
      }
      this.#line += node.value.replace(/[\n\r\t]+/gu, /[^\s]/u.test(node.value) ? ' ' : '');
      return;
    }
    if (node.type === 'root') {
      for (const each of node.children) this.read(each);
      this.#end();
    }
    if (node.type !== 'element' || this.#unseen(node)) return;
    if (this.#struck(node)) {
      const text = textOf(node).trim();
      if (text !== '') this.#gone.push(struckOut(text));
      return;
    }
    if (node.tagName === 'br' || node.tagName === 'hr') {
      this.#end();
      return;
    }
    const place = placeOf(node);
    const value = place && raised(textOf(node), place);
    if (value !== undefined && value !== textOf(node)) {
      this.read({ type: 'text', value });
      return;
    }
    if (node.tagName === 'table' && !this.#isLayout(node)) {
      this.#end();
      for (const caption of elements(node).filter(({ tagName }) => tagName === 'caption')) this.read(caption);
      this.writer.table(this.#rows(node));
      return;
    }
    const block = !INLINE.has(node.tagName);
    const kept = this.#keepsLines;
    this.#keepsLines ||= PRE.test(`${node.tagName};${String(node.properties['style'] ?? '')}`);
    if (block) this.#end();
    if (block) this.#heads = headsOf(node);
    const number = node.tagName === 'ol' ? numbersOf(node) : undefined;
    let count = Number(node.properties['start'] ?? 1) || 1;
    for (const each of node.children) {
      const isItem = each.type === 'element' && each.tagName === 'li' && !this.#unseen(each);
      if (number && isItem) this.#number = number(count++);
      this.read(each);
    }
    if (block) this.#end();
    if (block) this.#heads = undefined;
    this.#keepsLines = kept;
  }

  /** Old pages lay themselves out in tables: such a one holds tables or whole articles. */
  #isLayout(table: Element): boolean {
    const rows = this.#trs(table);
    if (rows.every((row) => cellsOf(row).length < 2)) return true;
    const heads = cellsOf(rows[0] as Element).map((cell) => lettersOf(cell));
    const nested = rows.flatMap(cellsOf).filter(holdsTable);
    const isHeaded = heads.length > 2 && heads.every((letters) => letters > 0 && letters <= HEAD_LETTERS);
    if (isHeaded && nested.length > 0 && nested.every((cell) => lettersOf(cell) <= NESTED_LETTERS)) return false;
    return rows.some((row) => cellsOf(row).some((cell) => holdsTable(cell) || lettersOf(cell) > LAYOUT_LETTERS));
  }

  #trs(table: Element): Element[] {
    return elements(table).flatMap((each) => {
      if (this.#unseen(each)) return [];
      if (each.tagName === 'tr') return [each];
      return ['thead', 'tbody', 'tfoot'].includes(each.tagName) ? this.#trs(each) : [];
    });
  }

  #rows(table: Element): FoundCell[][] {
    return this.#trs(table).map((row) =>
      cellsOf(row).map((cell) => ({
        ...(this.#unseen(cell) ? { paragraphs: [] } : this.#cell(cell)),
        rows: Number(cell.properties['rowSpan'] ?? 1) || 1,
        columns: Number(cell.properties['colSpan'] ?? 1) || 1,
      })),
    );
  }

  /** The lines of a cell: a block or a break begins a new one. */
  #cell(cell: Element): FoundCell {
    const inner = new Page(this.#hidden);
    for (const each of cell.children) inner.read(each);
    inner.#end();
    const paragraphs = inner.writer.lines.map((line) => line.trim()).filter((line) => line !== '');
    const marks = inner.marks.map(({ what }) => what);
    if (holdsTable(cell)) marks.push(`嵌套表格“${textOf(cell).trim().replace(/\s+/gu, ' ').slice(0, 60)}”`);
    return { paragraphs, marks };
  }
}

/** How wide a heading an element is: by its name, or as a paragraph all in bold type. */
function headsOf(node: Element): number | undefined {
  const [, digit] = /^h([1-6])$/u.exec(node.tagName) ?? [];
  if (digit !== undefined) return Number(digit);
  const isBold = ({ tagName, properties }: Element) =>
    tagName === 'strong' ||
    tagName === 'b' ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(String(properties['style'] ?? ''));
  const [only, ...more] = node.children.filter((each) => each.type !== 'text' || each.value.trim() !== '');
  const isAll = node.tagName === 'p' && more.length === 0 && only?.type === 'element' && isBold(only);
  return isAll ? BOLD : undefined;
}

/** Whether the letters of an element stand high or low in their line. */
function placeOf({ tagName, properties }: Element): 'high' | 'low' | undefined {
  const [, style] = /vertical-align\s*:\s*(super|sub)\b/iu.exec(String(properties['style'] ?? '')) ?? [];
  if (tagName === 'sup' || style === 'super') return 'high';
  return tagName === 'sub' || style === 'sub' ? 'low' : undefined;
}

/** How a browser numbers the items of a list of sentences; `undefined` for a menu, whose numbers its style takes away. */
function numbersOf(list: Element): ((count: number) => string) | undefined {
  const style = String(list.properties['style'] ?? '');
  const items = elements(list).filter(({ tagName }) => tagName === 'li');
  const isText = items.length > 0 && items.every((item) => /[。；]$/u.test(textOf(item).trim()));
  if (/list-style(?:-type)?\s*:\s*none/iu.test(style) || (!isText && list.properties['type'] === undefined))
    return undefined;
  return /cjk-ideographic|chinese/iu.test(style) ? (count) => `${toNumeral(count)}、` : (count) => `${count}.`;
}

const elements = (node: Root | Element): Element[] =>
  node.children.flatMap((each) => (each.type === 'element' ? [each] : []));
const cellsOf = (row: Element) => elements(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
const holdsTable = (node: Element): boolean =>
  elements(node).some((each) => each.tagName === 'table' || holdsTable(each));
const lettersOf = (node: Element): number =>
  node.children.reduce(
    (sum, each) =>
      sum + (each.type === 'text' ? each.value.trim().length : each.type === 'element' ? lettersOf(each) : 0),
    0,
  );

/** The encoding that a page names, where it is not UTF-8. */
function decodeAs(bytes: Uint8Array): Uint8Array {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const charset = /charset\s*=\s*["']?\s*(gb2312|gbk|gb18030)/iu.exec(head)?.[1];
  if (!charset) return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    return bytes;
  }
}

/** What a page always closes; a paragraph or a row may end without. */
const CLOSED = new Set(['table', 'div', 'article', 'section', 'span']);

/**
 * The innermost element whose end tag never came, where the file was cut off inside it: any table, and in a page that
 * never ends itself what it always closes.
 */
function cutElement(root: Root, text: string): Element | undefined {
  const found: Element[] = [];
  const isPage = /<(?:html|body)[\s>]/iu.test(text) && !/<\/(?:html|body)\s*>/iu.test(text);
  const visit = (node: Node): void => {
    if (node.type === 'element' && (node.tagName === 'table' || (isPage && CLOSED.has(node.tagName)))) {
      const verbose = (node.data as { position?: { closing?: unknown } } | undefined)?.position;
      if (node.position && !verbose?.closing) found.push(node);
    }
    if ('children' in node) for (const each of node.children) visit(each);
  };
  visit(root);
  return found.findLast(({ tagName }) => tagName === 'table') ?? found.at(-1);
}

/** The element that holds the sentences of a page, most of them, and as little else as may be. */
function articleOf(root: Root): Root | Element {
  const sentences = (node: Root | Element) => textOf(node).split('。').length - 1;
  const least = sentences(root) * 0.8;
  const isMain = (each: Element) => least > 0 && sentences(each) >= least;
  let article: Root | Element = root;
  for (let inner = elements(root).find(isMain); inner; inner = elements(inner).find(isMain)) article = inner;
  return article;
}

/** How many pictures stand in an element that are no signs of a page: of a table, of a text. */
function picturesIn(node: Root | Element): number {
  return elements(node).reduce((sum, each) => {
    const { tagName, properties } = each;
    const isSmall = [properties['width'], properties['height']].some((size) => Number(size ?? 100) <= 40);
    const isSign = /(?:icon|button|logo|\.gif)[^/]*$/iu.test(String(properties['src'] ?? ''));
    return sum + (tagName === 'img' && !isSmall && !isSign ? 1 : picturesIn(each));
  }, 0);
}

/**
 * Reads a saved web page as a reader sees it: scripts and hidden parts are left out, every block is a line, and
 * tables keep their cells.
 *
 * @throws NoticeError when it is empty, in no known encoding, or cut off
 */
export function readHtml(name: string, sha256: string, bytes: Uint8Array): ReadFile {
  const seed = readSeed(name, decodeAs(bytes));
  const root = fromHtml(seed.text, { verbose: true });
  const cut = cutElement(root, seed.text);
  if (cut) {
    const line = seed.lines;
    throw new NoticeError(
      `the page ends inside the ${cut.tagName === 'table' ? 'table' : `<${cut.tagName}>`} that begins in line ${cut.position?.start.line}: it was cut off`,
      'Save the page from the browser once more, whole.',
      { file: name, line, column: Math.max(1, seed.line(line).length), excerpt: seed.line(line) },
    );
  }
  const page = new Page(hiddenNames(root));
  page.read(root);
  const { lines, blocks } = page.writer;
  const pictures = picturesIn(articleOf(root));
  const notes = [...seed.notes, ...(pictures > 0 ? [picturesUnread(pictures, name)] : [])];
  return { name, kind: 'html', sha256, lines, blocks, notes, marks: page.marks };
}
