import { strToU8 } from 'fflate';
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { xmlOf } from './xml.ts';

/**
 * What is the same in every Word document of the site: the package, the styles and the foot, in the measures of
 * GB/T 9704-2012. Only the parts that these ask for: a section's document is mostly what stands around it.
 */

/** The forms of paragraphs that the standard knows, 注, small words of our own, and those of a table. */
export type Form =
  | 'title'
  | 'under'
  | 'body'
  | 'plain'
  | 'heading'
  | 'subheading'
  | 'right'
  | 'note'
  | 'cell'
  | 'cell-head'
  | 'cell-group';

export const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

/** 5.1 and 5.2 of the standard: A4, type area of 156 × 225 mm, 22 lines of 28 characters in 三号 (16 pt). */
const PAGE = {
  size: { w: mm(210), h: mm(297) },
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), header: mm(12.5), footer: mm(28), gutter: 0 },
};
const LINES = 22;
const CHARACTERS = 28;
const SIZE = 16;
const PITCH = Math.floor(mm(225) / LINES);
/** How much closer than its type a character stands, in twentieths of a point: programs differ in grids of characters. */
const CLOSER = Math.floor(mm(156) / CHARACTERS) - SIZE * 20;

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** An element of WordprocessingML with attributes of the same name space. */
export const w = (name: string, attributes: Record<string, string | number> = {}, ...children: ElementContent[]) =>
  x(
    `w:${name}`,
    Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key.includes(':') ? key : `w:${key}`, String(value)]),
    ),
    children,
  );

/** The bytes of a part whose tree stands on `root`, named with the name spaces that it needs. */
export const part = (root: Element): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xmlOf(root)}`);

/** A root of the main name space, in which parts are named by their relations. */
export const root = (name: string, ...children: ElementContent[]) =>
  w(
    name,
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'xmlns:r': OFFICE },
    ...children,
  );

const fonts = (name: string) => w('rFonts', { ascii: name, hAnsi: name, eastAsia: name, cs: name });
/** Size in half points. */
const sizes = (size: number) => [w('sz', { val: size }), w('szCs', { val: size })];
const FANGSONG = '仿宋';
const HEITI = '黑体';
const KAITI = '楷体';
const SONG = '宋体';
const XIAOBIAOSONG = '方正小标宋简体';

interface Setting {
  keepNext?: true;
  /** Exactly so high, in twentieths of a point; at least so high where the type may be larger. */
  line?: number;
  atLeast?: true;
  indent?: Record<string, number>;
  align?: 'center' | 'both' | 'right';
}
const INDENT = { firstLine: 2 * SIZE * 20, firstLineChars: 200 };
const CELL = 310;

/** The order of what a paragraph is set by is the format's. */
const style = (form: Form, name: string, type: string, size: number, setting: Setting) => {
  const { keepNext, line = PITCH, atLeast, indent, align } = setting;
  return w(
    'style',
    { type: 'paragraph', styleId: styleId(form) },
    w('name', { val: name }),
    w('basedOn', { val: 'Normal' }),
    w('qFormat'),
    w(
      'pPr',
      {},
      ...(keepNext ? [w('keepNext')] : []),
      w('spacing', { line, lineRule: atLeast ? 'atLeast' : 'exact' }),
      ...(indent ? [w('ind', indent)] : []),
      ...(align ? [w('jc', { val: align })] : []),
    ),
    w('rPr', {}, fonts(type), ...(form.startsWith('cell') ? [] : [w('spacing', { val: CLOSER })]), ...sizes(size)),
  );
};
export const styleId = (form: Form) => `notice-${form}`;

/** A heading within a paragraph, at its beginning. */
export const RUN_IN = 'notice-run-in';

/** Type and setting of each form (7.3 of the standard). */
const STYLES = root(
  'styles',
  w(
    'docDefaults',
    {},
    w('rPrDefault', {}, w('rPr', {}, fonts(FANGSONG), ...sizes(2 * SIZE), w('lang', { eastAsia: 'zh-CN' }))),
    w('pPrDefault'),
  ),
  w('style', { type: 'paragraph', styleId: 'Normal', default: 1 }, w('name', { val: 'Normal' }), w('qFormat')),
  style('title', '公文标题', XIAOBIAOSONG, 44, {
    keepNext: true,
    line: 2 * PITCH - 300,
    atLeast: true,
    align: 'center',
  }),
  style('under', '公文题下', KAITI, 32, { align: 'center' }),
  style('body', '公文正文', FANGSONG, 32, { indent: INDENT, align: 'both' }),
  style('plain', '公文主送', FANGSONG, 32, {}),
  style('heading', '公文一级标题', HEITI, 32, { keepNext: true, indent: INDENT }),
  style('subheading', '公文二级标题', KAITI, 32, { keepNext: true, indent: INDENT }),
  style('right', '公文落款', FANGSONG, 32, { indent: { right: 4 * SIZE * 20 }, align: 'right' }),
  style('note', '公文注', KAITI, 24, { line: CELL, indent: { firstLine: 480 }, align: 'both' }),
  style('cell', '表格文字', FANGSONG, 21, { line: CELL }),
  style('cell-head', '表格栏目', HEITI, 21, { line: CELL, align: 'center' }),
  style('cell-group', '表格分组', HEITI, 21, { keepNext: true, line: CELL }),
  w(
    'style',
    { type: 'character', styleId: RUN_IN },
    w('name', { val: '公文段首标题' }),
    w('qFormat'),
    w('rPr', {}, fonts(HEITI)),
  ),
);

/** 7.5 of the standard: the page's number in 四号宋体 between dashes, outside. */
const footer = (outside: 'left' | 'right') => {
  const run = (content: Element) => w('r', {}, w('rPr', {}, fonts(SONG), ...sizes(28)), content);
  const words = (text: string) => run(w('t', { 'xml:space': 'preserve' }, { type: 'text', value: text }));
  return root(
    'ftr',
    w(
      'p',
      {},
      w('pPr', {}, w('ind', { [outside]: 280 }), w('jc', { val: outside })),
      words('— '),
      w('fldSimple', { instr: 'PAGE' }, words('1')),
      words(' —'),
    ),
  );
};

/** Pages of both sides have their own foot; the layout is that of Word 2013 and later. */
const SETTINGS = root(
  'settings',
  w('evenAndOddHeaders'),
  w(
    'compat',
    {},
    w('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 }),
  ),
);

/** The parts that the document's own asks for, by the name of their kind. */
const ASKED = [
  { id: 'rId1', kind: 'styles', file: 'styles.xml', tree: STYLES },
  { id: 'rId2', kind: 'settings', file: 'settings.xml', tree: SETTINGS },
  { id: 'rId3', kind: 'footer', file: 'footer1.xml', tree: footer('right') },
  { id: 'rId4', kind: 'footer', file: 'footer2.xml', tree: footer('left') },
];

/** How a document's pages are set; stands at its end. */
export const SECTION = w(
  'sectPr',
  {},
  w('footerReference', { type: 'default', 'r:id': 'rId3' }),
  w('footerReference', { type: 'even', 'r:id': 'rId4' }),
  w('pgSz', PAGE.size),
  w('pgMar', PAGE.margin),
  w('docGrid', { type: 'default', linePitch: PITCH }),
);

const override = (name: string, type: string) => x('Override', { PartName: `/${name}`, ContentType: type });
const relation = (id: string, type: string, target: string) =>
  x('Relationship', { Id: id, Type: type, Target: target });
const relations = (...children: Element[]) => part(x('Relationships', { xmlns: `${PACKAGE}/relationships` }, children));

/** All parts but the document's own two, by their names in the package. */
export const FRAME: Readonly<Record<string, Uint8Array>> = {
  '[Content_Types].xml': part(
    x('Types', { xmlns: `${PACKAGE}/content-types` }, [
      x('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      override('word/document.xml', `${MAIN}.document.main+xml`),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...ASKED.map(({ kind, file }) => override(`word/${file}`, `${MAIN}.${kind}+xml`)),
    ]),
  ),
  '_rels/.rels': relations(
    relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
    relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  ),
  'word/_rels/document.xml.rels': relations(
    ...ASKED.map(({ id, kind, file }) => relation(id, `${OFFICE}/${kind}`, file)),
  ),
  ...Object.fromEntries(ASKED.map(({ file, tree }) => [`word/${file}`, part(tree)])),
};
