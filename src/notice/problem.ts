import stringWidth from 'string-width';

/** Where in a file a problem stands. */
export interface Place {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based; counts characters (Unicode code points), as a person does: 𠮷 and 中 are one each. */
  column: number;
  /** The whole line as received. */
  excerpt: string;
}

const EXCERPT_BEFORE = 12;
const EXCERPT_LENGTH = 44;

/** What a terminal would not show, or would let reorder its line, by its number: ‹U+2066›. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/** The code point of a character as Unicode writes it: U+2066. */
export const codeOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const visible = (text: string) => text.replace(/\t/gu, ' ').replace(INVISIBLE, (char) => `‹${codeOf(char)}›`);

/** The column of an index into a line's text. */
export const columnOf = (line: string, index: number): number => [...line.slice(0, index)].length + 1;

const QUOTED = 40;

/** A text of any length as an error quotes it. */
export function quoted(text: string): string {
  const chars = [...text.slice(0, 2 * QUOTED + 2)];
  return chars.length > QUOTED ? `${chars.slice(0, QUOTED).join('')}…` : text;
}

/**
 * A notice, an authority file or a ruling that cannot be taken as it is.
 * `message` says what happened, `hint` what to do, `place` where.
 */
export class NoticeError extends Error {
  readonly hint: string;
  readonly place: Place | undefined;

  constructor(message: string, hint: string, place?: Place) {
    super(message);
    this.name = 'NoticeError';
    this.hint = hint;
    this.place = place;
  }

  /** The message with file, line, column, an excerpt with a caret, and what to do. */
  format(): string {
    const [error, help] = [`error: ${visible(this.message)}`, `  help: ${visible(this.hint)}`];
    if (!this.place) return `${error}\n${help}`;
    const { file, line, column } = this.place;
    const excerpt = [...this.place.excerpt];
    const from = Math.max(0, column - 1 - EXCERPT_BEFORE);
    const shown = visible(excerpt.slice(from, from + EXCERPT_LENGTH).join(''));
    const caret = `${' '.repeat(stringWidth(visible(excerpt.slice(from, column - 1).join(''))))}^`;
    const margin = ' '.repeat(String(line).length);
    return [
      error,
      `  --> ${file}:${line}:${column}`,
      `${margin} |`,
      `${line} | ${shown}`,
      `${margin} | ${caret}`,
      help,
    ].join('\n');
  }
}

/** A text that knows its lines; offsets are into the text, lines 1-based. */
interface LinedText {
  file: string;
  lineOf(offset: number): number;
  lineStart(line: number): number;
  line(line: number): string;
}

/** The place of a character of a text, for an error. */
export function placeAt(seed: LinedText, offset: number): Place {
  const line = seed.lineOf(offset);
  const excerpt = seed.line(line);
  return { file: seed.file, line, column: columnOf(excerpt, offset - seed.lineStart(line)), excerpt };
}
