import { crc32, inflateRawSync } from 'node:zlib';
import { NoticeError } from '../../notice/problem.ts';
import { containerOf } from './true-kind.ts';

/**
 * How much a document may hold: packed, in parts, unpacked, and unpacked as XML, which is what gets
 * read. A whole notice is some hundred kilobytes packed and a megabyte or two of XML; reading six
 * takes about a gigabyte of memory.
 */
export const LIMITS = { bytes: 10_000_000, entries: 1000, inflated: 50_000_000, xml: 6_000_000 };

/** Signatures and fixed lengths of ZIP records (PKWARE APPNOTE, 4.3). */
const END = { signature: 0x06054b50, length: 22, maxComment: 65_535 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  inflated: number;
  /** Where its local header begins. */
  at: number;
}

const damaged = (file: string, what: string) =>
  new NoticeError(
    `${file} is damaged: ${what}`,
    'Get the document again from where it was issued, and open it in Word or WPS to see that it is whole.',
  );

const tooLarge = (file: string, what: string) =>
  new NoticeError(
    `${file} is no ordinary document: ${what}`,
    'Do not open it. Get the document again from where it was issued.',
  );

function findEnd(file: string, view: DataView): number {
  const last = view.byteLength - END.length;
  for (let at = last; at >= Math.max(0, last - END.maxComment); at--) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw damaged(file, 'it has no list of its parts, as if it were cut off');
}

function readEntry(file: string, view: DataView, at: number, end: number): { entry: Entry; next: number } {
  if (at + CENTRAL.length > end || view.getUint32(at, true) !== CENTRAL.signature) {
    throw damaged(file, 'the list of its parts cannot be read');
  }
  const nameLength = view.getUint16(at + 28, true);
  const next = at + CENTRAL.length + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw damaged(file, 'the list of its parts cannot be read');
  const entry = {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + CENTRAL.length, nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    inflated: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

const isXml = ({ name }: Entry) => /\.(?:xml|rels)$/u.test(name);
const sizeOf = (entries: Entry[]) => entries.reduce((sum, { inflated }) => sum + inflated, 0);

/** The central directory, held against the limits before anything is inflated. */
function readDirectory(file: string, view: DataView): Entry[] {
  const end = findEnd(file, view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) throw tooLarge(file, `it holds ${count} parts, more than ${LIMITS.entries}`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(file, view, at, end);
    entries.push(entry);
    at = next;
  }
  const total = sizeOf(entries);
  if (total > LIMITS.inflated) throw tooLarge(file, `it would unpack to ${total} bytes, more than ${LIMITS.inflated}`);
  const xml = sizeOf(entries.filter(isXml));
  if (xml > LIMITS.xml) throw tooLarge(file, `it would unpack to ${xml} bytes of XML, more than ${LIMITS.xml}`);
  if (entries.some(({ flags }) => flags & ENCRYPTED)) throw encrypted(file);
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length) throw damaged(file, 'it holds two parts of one name');
  return entries;
}

const encrypted = (file: string) =>
  new NoticeError(`${file} is locked with a password`, 'Save it in Word or WPS without a password, as .docx.');

function inflate(file: string, view: DataView, entry: Entry): Uint8Array {
  const { name, method, packed, inflated, crc, at } = entry;
  if (at + LOCAL.length > view.byteLength || view.getUint32(at, true) !== LOCAL.signature) {
    throw damaged(file, `its part ${name} is not where it should be`);
  }
  const from = at + LOCAL.length + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > view.byteLength) throw damaged(file, `its part ${name} is cut off`);
  const data = new Uint8Array(view.buffer, view.byteOffset + from, packed);
  const content = method === DEFLATED ? unpack(file, entry, data) : data;
  if (method !== DEFLATED && method !== STORED) throw damaged(file, `its part ${name} is packed in an unknown way`);
  if (content.length !== inflated || crc32(content) !== crc)
    throw damaged(file, `its part ${name} is not what was packed`);
  return content;
}

function unpack(file: string, { name, inflated }: Entry, data: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, inflated) });
  } catch (error) {
    if (error instanceof RangeError)
      throw tooLarge(file, `its part ${name} unpacks to more than the ${inflated} bytes it announces`);
    throw damaged(file, `its part ${name} cannot be unpacked`);
  }
}

/** An old container holds either a `.doc` or a `.docx` that is locked; UTF-16 names tell which. */
function refuseOle(file: string, bytes: Uint8Array): never {
  if (new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage'))
    throw encrypted(file);
  throw new NoticeError(`${file} is in the old format of Word (.doc)`, 'Open it in Word or WPS, and save it as .docx.');
}

/**
 * Unpacks the XML parts of a Word document or a workbook; pictures and everything else stay packed.
 *
 * Size, number of parts and unpacked size are held against {@link LIMITS} by what the file announces,
 * and no part may unpack to more than it announced.
 *
 * @param file its name, for errors
 * @param root the folder that holds the document's own parts
 * @throws NoticeError when it is no such document, locked, damaged, or made to fill the memory
 */
export function readArchive(file: string, bytes: Uint8Array, root: 'word/' | 'xl/' = 'word/'): Map<string, Uint8Array> {
  if (bytes.length > LIMITS.bytes) throw tooLarge(file, `it holds ${bytes.length} bytes, more than ${LIMITS.bytes}`);
  const container = containerOf(bytes);
  if (container === 'ole') refuseOle(file, bytes);
  const notWord = () =>
    root === 'word/'
      ? new NoticeError(`${file} is not a Word document`, 'Put the notice there as .docx, as it was issued.')
      : new NoticeError(`${file} is not a workbook`, 'Save the table as .xlsx or .csv.');
  if (container !== 'zip') throw notWord();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(file, view).filter(isXml);
  if (!entries.some(({ name }) => name.startsWith(root))) throw notWord();
  return new Map(entries.map((entry) => [entry.name, inflate(file, view, entry)]));
}
