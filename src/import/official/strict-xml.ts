import sax from 'sax';
import { NoticeError } from '../../notice/problem.ts';

/** What no part of a notice's document comes near: the annex of 122 rows has some ten thousand elements. */
const LIMITS = { elements: 400_000, depth: 200, attributes: 200 };

const WORD = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

/** An element of a part, its name without the prefix that the part gives to Word's own namespace. */
export interface XmlElement {
  name: string;
  /** A value of one of Word's own attributes. */
  value(attribute: string): string | undefined;
  /** The values of all attributes by their names as written. */
  attributes: Record<string, string>;
}

/** Called for what a part holds, in order. */
export interface XmlReader {
  open(element: XmlElement): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads a part of a Word document piece by piece, so that it takes no more memory than its text.
 *
 * @param file the document's name, for errors
 * @throws NoticeError when the part is no XML, or holds what no document of a notice does
 */
export function readXml(file: string, part: Uint8Array, reader: XmlReader): void {
  const fail = (what: string): never => {
    throw new NoticeError(
      `${file} cannot be read: ${what}`,
      'Open it in Word or WPS, save it once more, and try again.',
    );
  };
  const parser = sax.parser(true);
  let prefix: string | undefined;
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  const local = (name: string) =>
    prefix !== undefined && name.startsWith(`${prefix}:`) ? name.slice(prefix.length + 1) : name;
  parser.onerror = (error) => fail(error.message.split('\n')[0] ?? '');
  parser.ondoctype = () => fail('it declares a document type');
  parser.onopentagstart = () => {
    attributes = 0;
    if (++elements > LIMITS.elements) fail(`it holds more than ${LIMITS.elements} elements`);
    if (++depth > LIMITS.depth) fail(`more than ${LIMITS.depth} elements stand one within the other`);
  };
  parser.onattribute = ({ name, value }) => {
    if (++attributes > LIMITS.attributes) fail(`an element has more than ${LIMITS.attributes} attributes`);
    if (depth === 1 && name.startsWith('xmlns:') && WORD.includes(value)) prefix = name.slice('xmlns:'.length);
  };
  parser.onopentag = ({ name, attributes: given }) => {
    const all = given as Record<string, string>;
    reader.open({ name: local(name), attributes: all, value: (attribute) => all[`${prefix}:${attribute}`] });
  };
  parser.onclosetag = (name) => {
    depth--;
    reader.close(local(name));
  };
  parser.ontext = (text) => reader.text(text);
  parser.oncdata = (text) => reader.text(text);
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(part)).close();
  } catch (error) {
    if (error instanceof NoticeError) throw error;
    fail(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/** Holds a part against the limits. @throws NoticeError as {@link readXml} does */
export function checkXml(file: string, part: Uint8Array): void {
  const nothing = () => {};
  readXml(file, part, { open: nothing, close: nothing, text: nothing });
}
