import type { Fact, LineRange } from '../../notice/model.ts';
import type { Seed } from '../seed.ts';

/**
 * Text freed of white space that still knows where it stands in the seed: `text[i]` is what the seed's
 * text has at offset `at[i]`. Both count as JavaScript's strings do, in UTF-16 units, everywhere in the
 * import; a character outside the BMP (𠮷) takes two places in either.
 */
export interface Chars {
  text: string;
  at: number[];
}

export const NO_CHARS: Chars = { text: '', at: [] };

/** The non-space characters of the seed from `start` up to but without `end`. */
export function charsBetween(seed: Seed, start: number, end: number): Chars {
  let text = '';
  const at: number[] = [];
  for (let offset = start; offset < end; offset++) {
    const char = seed.text[offset] ?? '';
    if (/\s/.test(char)) continue;
    text += char;
    at.push(offset);
  }
  return { text, at };
}

/** The non-space characters of one line. */
export function charsOfLine(seed: Seed, line: number): Chars {
  return charsBetween(seed, seed.lineStart(line), seed.lineEnd(line));
}

/** A part of some characters, by index as in `String.slice`. */
export function slice(chars: Chars, from: number, to?: number): Chars {
  return { text: chars.text.slice(from, to), at: chars.at.slice(from, to) };
}

/** Several runs of characters, one behind the other. */
export function join(parts: Chars[]): Chars {
  return { text: parts.map((part) => part.text).join(''), at: parts.flatMap((part) => part.at) };
}

/**
 * The text as issued. White space is stray wherever Chinese stands beside it, and goes;
 * between two Latin letters or digits of one line it parts words, and stays as one space.
 */
export function heal(seed: Seed, { text, at }: Chars): string {
  let healed = '';
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    const here = at[index] ?? 0;
    const before = at[index - 1];
    const gap = before !== undefined && here > before + 1 ? seed.text.slice(before + 1, here) : '';
    const parted = gap !== '' && /^[^\S\n]+$/.test(gap) && /\w/.test(text[index - 1] ?? '') && /\w/.test(char);
    healed += parted ? ` ${char}` : char;
  }
  return healed;
}

/** What names of units end with, before a blank that parts two of them. */
const NAME_ENDS = /[局委厅办室部会府处科股站所院校团队行]$|中心$|公司$|集团$/u;

/** Names of units as issued: a blank that parts two of them stays, one amid a name goes. */
export function healNames(seed: Seed, chars: Chars): string {
  let from = 0;
  const pieces: string[] = [];
  for (let index = 1; index < chars.text.length; index++) {
    const isGap = (chars.at[index] ?? 0) > (chars.at[index - 1] ?? 0) + 1;
    if (!isGap || !NAME_ENDS.test(chars.text.slice(from, index)) || /^\p{P}/u.test(chars.text.slice(index))) continue;
    pieces.push(heal(seed, slice(chars, from, index)));
    from = index;
  }
  return [...pieces, heal(seed, slice(chars, from))].join(' ');
}

/**
 * Several runs of characters as one text, as issued. Where a paragraph's end parts two, and no sign does, a space
 * does: 建设内容 新建水厂.
 * @param ends what stands in the seed where a paragraph ends
 */
export function healApart(seed: Seed, parts: Chars[], ends = /\n/u): string {
  let healed = '';
  let last: number | undefined;
  for (const part of parts) {
    if (part.text === '') continue;
    const text = heal(seed, part);
    const gap = last === undefined ? '' : seed.text.slice(last + 1, part.at[0]);
    healed += ends.test(gap) && /[\p{L}\p{N}]$/u.test(healed) && /^[\p{L}\p{N}]/u.test(text) ? ` ${text}` : text;
    last = part.at.at(-1);
  }
  return healed;
}

/** First and last line that some characters stand on. */
export function lineRange(seed: Seed, { at }: Chars): LineRange {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const offset of at) {
    first = Math.min(first, offset);
    last = Math.max(last, offset);
  }
  return [seed.lineOf(first), seed.lineOf(last)];
}

/** Several runs of characters as one text with its lines; null where they hold nothing. */
export function factOf(seed: Seed, parts: Chars[]): Fact | null {
  const chars = join(parts);
  return chars.text === '' ? null : { text: heal(seed, chars), lines: lineRange(seed, chars) };
}

/** What white space parts on a line. */
export const tokensOfLine = (seed: Seed, line: number): string[] =>
  seed
    .line(line)
    .split(/\s+/u)
    .filter((token) => token !== '');

/** Every line that some characters stand on, ascending. */
export function linesOf(seed: Seed, chars: Chars): number[] {
  return [...new Set(chars.at.map((offset) => seed.lineOf(offset)))].sort((a, b) => a - b);
}

/** The same as runs of neighbouring lines. */
export function lineRanges(seed: Seed, chars: Chars): LineRange[] {
  const ranges: LineRange[] = [];
  for (const line of linesOf(seed, chars)) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
