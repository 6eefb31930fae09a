import { type Chars, charsOfLine, heal, join, lineRange, slice } from './chars.ts';
import type { Ledger } from './ledger.ts';
import type { LineRange } from './model.ts';
import { fromNumeral, toNumeral } from './numerals.ts';
import { NoticeError, placeAt } from './problem.ts';
import type { Seed } from './seed.ts';

/** A sentence of a section as the seed holds it. */
export interface ClauseText {
  id: string;
  text: string;
  lines: LineRange;
}

export interface SectionText {
  number: number;
  title: string;
  clauses: ClauseText[];
}

const START = /^([一二三四五六七八九十]{1,3})、/u;
const OPENERS = '“‘（〔《「『【(';
const CLOSERS = '”’）〕》」』】)';

/** The section number a line starts with, if it starts a section. */
export function sectionStart(line: string): number | undefined {
  const numeral = START.exec(line.trim())?.[1];
  return numeral ? fromNumeral(numeral) : undefined;
}

/**
 * Cuts a text into sentences. A `。` inside quotes or brackets ends none.
 * @returns index pairs, end exclusive; what follows the last full stop is a sentence too
 */
export function sentences(text: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    if (OPENERS.includes(char)) depth++;
    else if (CLOSERS.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '。！？'.includes(char)) {
      found.push([from, index + 1]);
      from = index + 1;
    }
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
}

function checkOrder(seed: Seed, previous: number, number: number, line: number): void {
  if (number === previous + 1) return;
  const place = placeAt(seed, seed.lineStart(line));
  const name = (value: number) => `section ${value} (${toNumeral(value)}、)`;
  if (number <= previous) {
    const what = number === previous ? 'stands twice' : `comes after ${name(previous)}: doubled or out of order`;
    throw new NoticeError(
      `${name(number)} ${what}`,
      'Compare with the notice as issued, and put the sections in order.',
      place,
    );
  }
  const missing = name(previous + 1);
  throw new NoticeError(
    previous === 0
      ? `the first section is ${name(number)}; ${missing} is missing`
      : `${name(previous)} is followed by ${name(number)}; ${missing} is missing or out of order`,
    'Compare with the notice as issued, and put the missing section in its place.',
    place,
  );
}

function readSection(seed: Seed, ledger: Ledger, number: number, chars: Chars): SectionText {
  const parts = sentences(chars.text).map(([from, to]) => slice(chars, from, to));
  const [heading, ...rest] = parts;
  const last = parts.at(-1);
  const end = last?.at.at(-1) ?? chars.at[0] ?? 0;
  if (!heading || rest.length === 0) {
    throw new NoticeError(
      `section ${number} has a heading and no sentence`,
      'A section is one paragraph: its heading ends with 。 and its sentences follow. Compare with the notice as issued.',
      placeAt(seed, end),
    );
  }
  if (!/[。！？]$/u.test(chars.text)) {
    throw new NoticeError(
      `section ${number} does not end with a full stop: the text is cut off`,
      'Complete the section from the notice as issued.',
      placeAt(seed, end),
    );
  }
  ledger.claim(heading, 'heading', `section-${number}`);
  const clauses = rest.map((part, index) => {
    const id = `${number}-${index + 1}`;
    ledger.claim(part, 'clause', id);
    return { id, text: heal(seed, part), lines: lineRange(seed, part) };
  });
  const title = heal(seed, heading).replace(START, '').replace(/。$/u, '');
  return { number, title, clauses };
}

/**
 * Reads the numbered sections between two lines of the seed. A line that starts no section goes on with the one before.
 * @throws NoticeError when a section is missing, doubled, out of order, empty or cut off
 */
export function readSections(seed: Seed, ledger: Ledger, from: number, to: number): SectionText[] {
  const found: { number: number; pieces: Chars[] }[] = [];
  for (let line = from; line < to; line++) {
    const chars = charsOfLine(seed, line);
    if (chars.text === '') continue;
    const number = sectionStart(chars.text);
    const open = found.at(-1);
    if (number !== undefined) {
      checkOrder(seed, open?.number ?? 0, number, line);
      found.push({ number, pieces: [chars] });
    } else if (open) {
      open.pieces.push(chars);
    }
  }
  return found.map(({ number, pieces }) => readSection(seed, ledger, number, join(pieces)));
}
