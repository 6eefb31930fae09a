import { hidingOf, isOn } from '../hidden-letters.ts';
import type { XmlElement } from './strict-xml.ts';

/**
 * What makes the text of a table cell other than what a reader of the document sees. A cell that holds any of it
 * settles nothing: its plain text may be an old one, a part, or more than is shown.
 */

/** What may stand in a cell beside its text, and leaves the text what it is. */
const PLAIN = new Set([
  ...['p', 'r', 't', 'br', 'cr', 'tab', 'hyperlink', 'smartTag', 'softHyphen', 'noBreakHyphen'],
  ...['bookmarkStart', 'bookmarkEnd', 'proofErr', 'lastRenderedPageBreak', 'permStart', 'permEnd'],
]);

const FIELD = 'a field';
const REVISION = 'a tracked change';
const DRAWING = 'a drawing or a text box';
const HIDDEN = 'hidden text';
const STRUCK = 'struck-out text';
const NOTE = 'a note or a comment';

const KINDS = new Map([
  ...['fldSimple', 'fldChar', 'instrText', 'delInstrText'].map((name) => [name, FIELD] as const),
  ...['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel', 'cellMerge'].map((name) => [name, REVISION] as const),
  ...['drawing', 'pict', 'object', 'txbxContent', 'mc:AlternateContent'].map((name) => [name, DRAWING] as const),
  ...['footnoteReference', 'endnoteReference', 'commentReference'].map((name) => [name, NOTE] as const),
  ...['commentRangeStart', 'commentRangeEnd'].map((name) => [name, NOTE] as const),
  ['ruby', 'ruby'],
  ['sym', 'a character of a symbol font'],
  ['sdt', 'a content control'],
  ['tbl', 'a table of its own'],
]);

/** What an element among the contents of a cell makes of its text; `undefined` where it leaves it plain. */
export function strangeContent({ name }: XmlElement): string | undefined {
  return PLAIN.has(name) ? undefined : (KINDS.get(name) ?? `<${name}>`);
}

/** What a property of a run, a paragraph, a cell, a row or a style makes of the text; `undefined` where it leaves it plain. */
export function strangeProperty(element: XmlElement): string | undefined {
  const { name, attributes } = element;
  const value = element.value('val');
  if (name.endsWith('Change')) return REVISION;
  const hiding = hidingOf(name, value);
  if (hiding) return hiding === 'strike' ? STRUCK : HIDDEN;
  switch (name) {
    case 'webHidden':
    case 'hidden':
      return isOn(value) ? HIDDEN : undefined;
    case 'vertAlign':
      return value === 'baseline' ? undefined : 'raised or lowered text';
    case 'rtl':
      return isOn(value) ? 'text from right to left' : undefined;
    case 'numPr':
      return 'a number that Word makes';
    case 'hMerge':
      return 'a cell merged in an old way';
    case 'gridBefore':
    case 'gridAfter':
      return 'a row that is shorter than its table';
    case 'rFonts':
      return Object.values(attributes).some((font) => /symbol|dings|mt extra|marlett/iu.test(font))
        ? 'a symbol font'
        : undefined;
    default:
      return KINDS.get(name) === REVISION ? REVISION : undefined;
  }
}
