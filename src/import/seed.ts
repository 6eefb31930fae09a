import { columnOf, NoticeError } from '../notice/problem.ts';

/** The largest notice taken. The longest notices of the kind are some hundred kilobytes. */
const MAX_BYTES = 2_000_000;

/** A notice as received: its text with line ends as `\n`, and the way from an offset to its line. */
export class Seed {
  readonly file: string;
  readonly text: string;
  /** What was done to read the bytes (encoding, BOM, line ends), for the import to say. */
  readonly notes: string[];
  readonly #starts: number[];

  constructor(file: string, text: string, notes: string[] = []) {
    this.file = file;
    this.text = text;
    this.notes = notes;
    this.#starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
    if (text.endsWith('\n')) this.#starts.pop();
  }

  /** Number of lines; a final line end opens no further line. */
  get lines(): number {
    return this.#starts.length;
  }

  /** The 1-based line that holds an offset. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Offset of a line's first character. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  /** Offset behind a line's last character, its line end left out. */
  lineEnd(line: number): number {
    const next = this.#starts[line];
    if (next !== undefined) return next - 1;
    return this.text.endsWith('\n') ? this.text.length - 1 : this.text.length;
  }

  /** A line's text without its line end. */
  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }
}

/** UTF-16 as its byte order mark says; `undefined` without one. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Which lines of a text that is no UTF-8 read as Chinese in UTF-8 nevertheless, and how many do not; lines count from 0. */
function linesInUtf8(bytes: Uint8Array): { utf8: number[]; others: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const utf8: number[] = [];
  let others = 0;
  let line = 0;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    from += part.length + 1;
    try {
      if (/[\u4e00-\u9fff]/.test(decoder.decode(part))) utf8.push(line);
    } catch {
      others++;
    }
  }
  return { utf8, others };
}

function decode(file: string, bytes: Uint8Array): { text: string; notes: string[] } {
  const utf16 = utf16Of(bytes);
  try {
    if (utf16) {
      const text = new TextDecoder(utf16, { fatal: true }).decode(bytes);
      return { text, notes: ['the text is UTF-16 and was decoded from it'] };
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return { text, notes: bom ? ['a byte order mark was left out'] : [] };
  } catch {
    // Not UTF-8: the other encoding that Chinese texts come in is GB18030, which holds GBK and GB2312.
  }
  const { utf8, others } = linesInUtf8(bytes);
  if (utf8.length > others) throw undecodable(file, bytes);
  const [stranger] = utf8;
  if (stranger !== undefined) throw mixed(file, bytes, stranger);
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    if (/[\u4e00-\u9fff]/.test(text) && !/[\0\ufffd\ue000-\uf8ff]/.test(text)) {
      return { text, notes: ['the text is GB18030 (GBK) and was decoded from it'] };
    }
  } catch {
    // Neither: fall through to the error, which shows the first byte that UTF-8 cannot hold.
  }
  throw undecodable(file, bytes);
}

const mixed = (file: string, bytes: Uint8Array, index: number) =>
  new NoticeError(
    'this line is UTF-8 amid a text that is in another encoding',
    'Get the text again from where the notice was issued, and save it in UTF-8.',
    { file, line: index + 1, column: 1, excerpt: new TextDecoder().decode(bytes).split('\n')[index] ?? '' },
  );

function undecodable(file: string, bytes: Uint8Array): NoticeError {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const at = Math.max(0, lenient.search(/[\ufffd\0]/));
  const line = lenient.slice(0, at).split('\n').length;
  const start = lenient.lastIndexOf('\n', at - 1) + 1;
  const excerpt = lenient.slice(start, start + 200).split('\n')[0] ?? '';
  return new NoticeError(
    'the bytes are no text in UTF-8, GB18030 or UTF-16',
    'Save the notice as plain text in UTF-8, and put it in the folder again.',
    { file, line, column: columnOf(lenient.slice(start, at), at - start), excerpt },
  );
}

/** What programs write where a page ends (U+000C). */
const PAGE_ENDS = /\n?\f/gu;
/** Where older systems keep the wide blank (0xA3A0 in GBK). */
const OLD_BLANK = /\ue5e5/gu;

/**
 * Reads the bytes of a notice.
 *
 * Takes UTF-8 with or without a byte order mark, GB18030/GBK, UTF-16 with its mark, and any line ends.
 * @throws NoticeError when empty, larger than {@link MAX_BYTES}, or in no encoding it knows.
 */
export function readSeed(file: string, bytes: Uint8Array): Seed {
  const nowhere = { file, line: 1, column: 1, excerpt: '' };
  if (bytes.length > MAX_BYTES) {
    throw new NoticeError(
      `the file holds ${bytes.length} bytes; a notice holds at most ${MAX_BYTES}`,
      'Check that this is the text of one notice.',
      nowhere,
    );
  }
  const { text, notes } = decode(file, bytes);
  const lined = text.replace(/\r\n?/g, '\n');
  if (lined !== text) notes.push('line ends were CRLF and were read as LF');
  const blank = lined.replace(OLD_BLANK, '\u3000');
  if (blank !== lined) notes.push('signs for a wide blank of older systems (U+E5E5) were read as such blanks');
  const unix = blank.replace(PAGE_ENDS, '\n').replace(/^\f+|\x1a+$/gu, '');
  if (unix !== blank) notes.push('signs for the end of a page or of the file were read as line ends, or left out');
  if (unix.trim() === '') {
    throw new NoticeError('the file is empty', 'Put the text of the notice into it.', nowhere);
  }
  const control = unix.search(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
  if (control >= 0)
    throw undecodable(file, new TextEncoder().encode(unix.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\0')));
  return new Seed(file, unix, notes);
}
