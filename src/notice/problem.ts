import type { Seed } from './seed.ts';

/** Where in a file a problem stands; lines and columns are 1-based. */
export interface Place {
  file: string;
  line: number;
  column: number;
  /** The whole line as received. */
  excerpt: string;
}

const EXCERPT_BEFORE = 12;
const EXCERPT_LENGTH = 44;

/** East Asian wide characters take two columns of a terminal, so the caret must too. */
const wide = (text: string) => text.replace(/[\u1100-\uffee]/g, '　').replace(/[^　\t]/g, ' ');

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
    if (!this.place) return `error: ${this.message}\n  help: ${this.hint}`;
    const { file, line, column, excerpt } = this.place;
    const from = Math.max(0, column - 1 - EXCERPT_BEFORE);
    const shown = excerpt.slice(from, from + EXCERPT_LENGTH);
    const caret = `${wide(excerpt.slice(from, column - 1))}^`;
    const margin = ' '.repeat(String(line).length);
    return [
      `error: ${this.message}`,
      `  --> ${file}:${line}:${column}`,
      `${margin} |`,
      `${line} | ${shown}`,
      `${margin} | ${caret}`,
      `  help: ${this.hint}`,
    ].join('\n');
  }
}

/** The place of a character of the seed, for an error. */
export function placeAt(seed: Seed, offset: number): Place {
  const line = seed.lineOf(offset);
  return {
    file: seed.file,
    line,
    column: offset - seed.lineStart(line) + 1,
    excerpt: seed.line(line),
  };
}
