import type { LineRange } from '../../notice/model.ts';
import { fromNumeral, toNumeral } from '../../notice/numerals.ts';
import { NoticeError, placeAt } from '../../notice/problem.ts';
import type { Ledger } from '../ledger.ts';
import type { Seed } from '../seed.ts';
import { type Chars, charsOfLine, heal, join, lineRange, slice } from '../text/chars.ts';

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
/** The marks that enclose, each opening one with its closing one. */
const PAIRS = new Map(
  ['“”', '‘’', '（）', '〔〕', '《》', '「」', '『』', '【】', '()'].map(([open, close]) => [open, close]),
);
const MARKS = new RegExp(`[${[...PAIRS].flat().join('')}]`, 'gu');
const FULL_STOPS = '。！？';

/** Whether a text ends as a sentence does. */
export const endsSentence = (text: string): boolean => FULL_STOPS.includes(text.at(-1) ?? ' ');

/** The section number a line starts with, if it starts a section. */
export function sectionStart(line: string): number | undefined {
  const numeral = START.exec(line.trim())?.[1];
  return numeral ? fromNumeral(numeral) : undefined;
}

/** What the enclosing marks of a text hold: index pairs of the marks; and the marks that have no counterpart. */
function enclosures(text: string): { pairs: [open: number, close: number][]; single: number[] } {
  const pairs: [number, number][] = [];
  const single: number[] = [];
  const open: { closer: string | undefined; at: number }[] = [];
  const waiting = new Map<string, number>();
  const count = (closer = '', by = 0) => waiting.set(closer, (waiting.get(closer) ?? 0) + by);
  for (const { 0: char, index: at } of text.matchAll(MARKS)) {
    const closer = PAIRS.get(char);
    if (closer) {
      open.push({ closer, at });
      count(closer, 1);
      continue;
    }
    if (!waiting.get(char)) {
      single.push(at);
      continue;
    }
    for (let last = open.pop(); last; last = open.pop()) {
      count(last.closer, -1);
      if (last.closer === char) {
        pairs.push([last.at, at]);
        break;
      }
      single.push(last.at);
    }
  }
  return { pairs, single: [...single, ...open.map(({ at }) => at)].sort((a, b) => a - b) };
}

/**
 * Cuts a text into sentences. A `。` inside quotes or brackets ends none; a mark without its counterpart encloses nothing.
 * @returns index pairs, end exclusive; what follows the last full stop is a sentence too
 */
export function sentences(text: string): [from: number, to: number][] {
  const closeOf = new Map(enclosures(text).pairs);
  const found: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    at = closeOf.get(at) ?? at;
    if (!FULL_STOPS.includes(text[at] ?? '')) continue;
    found.push([from, at + 1]);
    from = at + 1;
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
}

/** What a person should know of how a section's text was cut into sentences. */
function notesOf(seed: Seed, number: number, chars: Chars): string[] {
  const { pairs, single } = enclosures(chars.text);
  const where = (at: number) => {
    const { line, column } = placeAt(seed, chars.at[at] ?? 0);
    return `line ${line}, column ${column}`;
  };
  const lone = single
    .slice(0, MOST_NOTES)
    .map((at) => `section ${number}: ${chars.text[at]} has no counterpart (${where(at)}), and encloses nothing`);
  /** How many full stops stand before each index. */
  const stops = new Uint32Array(chars.text.length + 1);
  for (let at = 0; at < chars.text.length; at++) {
    stops[at + 1] = (stops[at] as number) + (FULL_STOPS.includes(chars.text[at] ?? '') ? 1 : 0);
  }
  const held = pairs.map(([open, close]) => ({ open, count: (stops[close] as number) - (stops[open] as number) }));
  const long = held
    .filter(({ count }) => count > 1)
    .slice(0, MOST_NOTES)
    .map(
      ({ open, count }) =>
        `section ${number}: ${count} full stops stand within one pair of marks (${where(open)}), and end no sentence`,
    );
  return [...lone, ...long];
}

/** More notes of one kind on one section tell a person no more. */
const MOST_NOTES = 5;
/** A longer heading may have lost its full stop; real ones have some twenty characters. */
const LONG_HEADING = 40;

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

function readSection(
  seed: Seed,
  ledger: Ledger,
  number: number,
  chars: Chars,
): { section: SectionText; notes: string[] } {
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
  if (!endsSentence(chars.text)) {
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
  const notes = notesOf(seed, number, chars);
  const again = clauses.find(({ text }, index) => text === clauses[index - 1]?.text);
  if (again)
    notes.push(`section ${number}: the sentence ${again.id} (line ${again.lines[0]}) repeats the one before it`);
  if (title.length > LONG_HEADING)
    notes.push(
      `section ${number}: its heading (line ${lineRange(seed, heading)[0]}) has ${title.length} characters; a full stop may be missing`,
    );
  return { section: { number, title, clauses }, notes };
}

/**
 * Reads the numbered sections between two lines of the seed. A line that starts no section goes on with the one before.
 * @returns the sections, and what a person should know of how they were read
 * @throws NoticeError when a section is missing, doubled, out of order, empty or cut off
 */
export function readSections(
  seed: Seed,
  ledger: Ledger,
  from: number,
  to: number,
): { sections: SectionText[]; notes: string[] } {
  const notes: string[] = [];
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
      if (endsSentence(open.pieces.at(-1)?.text ?? ''))
        notes.push(`line ${line} begins no section; it was read as a further paragraph of section ${open.number}`);
      open.pieces.push(chars);
    }
  }
  const read = found.map(({ number, pieces }) => readSection(seed, ledger, number, join(pieces)));
  return {
    sections: read.map(({ section }) => section),
    notes: [...notes.slice(0, MOST_NOTES), ...read.flatMap((each) => each.notes)],
  };
}
