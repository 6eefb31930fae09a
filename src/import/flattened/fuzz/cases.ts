import fc from 'fast-check';
import { HOSTILE } from '../../../notice/hostile.ts';
import { toGbk } from '../seed-testing.ts';

/**
 * Ways to spoil the text of a notice, as extraction, copying, typing and malice do. Each takes the lines and makes
 * others of them, by the numbers that it draws.
 */

/** Draws a number from 0 up to but without `below`. */
type Draw = (below: number) => number;

export interface Spoilt {
  lines: string[];
  /**
   * The lines, by index into `lines`, that say something else now and cannot be told from lines that always said it.
   * Lines that were lost, doubled, moved, cut or joined are none: what they said is known.
   */
  reworded: Set<number>;
}

type Spoil = (spoilt: Spoilt, draw: Draw, room: number) => Spoilt;

/** Where the annex of the notice begins; half of all lines drawn stand behind it. */
const ANNEX = 35;

function lineOf({ lines }: Spoilt, draw: Draw): number {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const pool = draw(2) === 0 ? filled : filled.filter((index) => index > ANNEX);
  return pool[draw(Math.max(1, pool.length))] ?? 0;
}

/** As many lines as a call takes arguments. */
const MOST_LINES = 50_000;

/** Puts `put` in the place of `count` lines; what was reworded keeps its line. */
function splice({ lines, reworded }: Spoilt, from: number, count: number, ...put: string[]): Spoilt {
  const shift = put.length - count;
  const kept = [...reworded].filter((index) => index < from || index >= from + count);
  return {
    lines: lines.toSpliced(from, count, ...put),
    reworded: new Set(kept.map((index) => (index < from ? index : index + shift))),
  };
}

function reword(spoilt: Spoilt, index: number, line: string): Spoilt {
  const next = splice(spoilt, index, 1, line);
  return { ...next, reworded: next.reworded.add(index) };
}

/** Changes one of the characters of a drawn line that match; of all lines when that one has none. */
function character(spoilt: Spoilt, draw: Draw, is: RegExp, change: (char: string) => string): Spoilt {
  const first = lineOf(spoilt, draw);
  const holds = (index: number) => is.test(spoilt.lines[index] ?? '');
  const index = holds(first) ? first : spoilt.lines.findIndex((_, at) => at > first && holds(at));
  const line = spoilt.lines[index];
  if (line === undefined) return spoilt;
  const places = [...line.matchAll(new RegExp(is, 'gu'))];
  const place = places[draw(places.length)];
  const [char = ''] = place ?? [];
  const at = place?.index ?? 0;
  return reword(spoilt, index, line.slice(0, at) + change(char) + line.slice(at + char.length));
}

/** Changes one sentence, quotes aside, of a line that holds several: mostly of a section. */
function sentence(spoilt: Spoilt, draw: Draw, change: (text: string) => string): Spoilt {
  const long = spoilt.lines.flatMap((line, index) => (line.split('。').length > 3 ? [index] : []));
  const index = long[draw(Math.max(1, long.length))] ?? 0;
  const texts = (spoilt.lines[index] ?? '').match(/[^。]*(?:。|$)/gu) ?? [];
  const at = draw(Math.max(1, texts.length - 1));
  return splice(spoilt, index, 1, texts.map((text, each) => (each === at ? change(text) : text)).join(''));
}

const insert =
  (...texts: readonly string[]): Spoil =>
  (spoilt, draw) =>
    character(spoilt, draw, /\S/u, (char) => char + (texts[draw(texts.length)] ?? ''));

const replace =
  (is: RegExp, ...texts: readonly string[]): Spoil =>
  (spoilt, draw) =>
    character(spoilt, draw, is, () => texts[draw(texts.length)] ?? '');

/** Characters that look like others, or stand for them elsewhere. */
const VARIANTS: Record<string, string> = {
  ...{ 庆: '慶', 区: '區', 县: '縣', 务: '務', 厅: '廳', 发: '發', 会: '會', 业: '業', 政: '𢽤', 市: '巿', 生: '⽣' },
  ...{ 前: '歬', 月: '⽉', 年: '秊', 自: '⾃', 一: '⼀', 人: '⼈', 管: '菅', 民: '⺠', 公: '厶', 安: '侒', 有: '冇' },
  ...{ '—': '一', '、': '，', '，': ',', '。': '．', '“': '"', '”': '"', 2: '２', 0: 'O', 1: 'l' },
};

const cut = (line: string, draw: Draw) => 1 + draw(Math.max(1, [...line].length - 1));

const SPOILS: Record<string, Spoil> = {
  dropped: (spoilt, draw) => splice(spoilt, lineOf(spoilt, draw), 1),
  'several dropped': (spoilt, draw) => splice(spoilt, lineOf(spoilt, draw), 2 + draw(4)),
  doubled: (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    return splice(spoilt, index, 0, spoilt.lines[index] ?? '');
  },
  swapped: (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    return splice(spoilt, index, 2, spoilt.lines[index + 1] ?? '', spoilt.lines[index] ?? '');
  },
  moved: (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    const without = splice(spoilt, index, 1);
    const near = Math.max(0, index - 10) + draw(21);
    return splice(without, draw(2) === 0 ? near : lineOf(without, draw), 0, spoilt.lines[index] ?? '');
  },
  merged: (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    const next = spoilt.lines.findIndex((line, at) => at > index && line.trim() !== '');
    const [line = '', other = ''] = [spoilt.lines[index], spoilt.lines[next]];
    return next < 0
      ? spoilt
      : splice(spoilt, index, next - index + 1, line.trimEnd() + (draw(3) === 0 ? ' ' : '') + other);
  },
  split: (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    const chars = [...(spoilt.lines[index] ?? '')];
    const at = cut(spoilt.lines[index] ?? '', draw);
    return splice(spoilt, index, 1, chars.slice(0, at).join(''), chars.slice(at).join(''));
  },
  'cut off': (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    const line = [...(spoilt.lines[index] ?? '')].slice(0, cut(spoilt.lines[index] ?? '', draw)).join('');
    return splice(spoilt, index, spoilt.lines.length, ...(draw(2) === 0 ? [line] : []));
  },
  'end of a line lost': (spoilt, draw) => {
    const index = lineOf(spoilt, draw);
    const chars = [...(spoilt.lines[index] ?? '')];
    return splice(spoilt, index, 1, chars.slice(0, cut(spoilt.lines[index] ?? '', draw)).join(''));
  },
  'blank line': (spoilt, draw) => splice(spoilt, lineOf(spoilt, draw), 0, ''),
  'blank line lost': (spoilt, draw) => {
    const blank = spoilt.lines.flatMap((line, index) => (line.trim() === '' ? [index] : []));
    return splice(spoilt, blank[draw(Math.max(1, blank.length))] ?? 0, 1);
  },
  'line between': (spoilt, draw) => {
    const lines = [
      '— 12 —',
      '12',
      '第3页',
      '（此页无正文）',
      '重点任务 具体工作 牵头单位 配合单位 完成时限',
      '附件',
      '。',
    ];
    const index = lineOf(spoilt, draw);
    const put = draw(2) === 0 ? lines[draw(lines.length)] : spoilt.lines[lineOf(spoilt, draw)];
    return splice(spoilt, index, 0, put ?? '');
  },
  'sentence lost': (spoilt, draw) => sentence(spoilt, draw, () => ''),
  'sentence doubled': (spoilt, draw) => sentence(spoilt, draw, (text) => text + text),
  'sentence moved': (spoilt, draw) => {
    let moved = '';
    const without = sentence(spoilt, draw, (text) => {
      moved = text;
      return '';
    });
    return sentence(without, draw, (text) => text + moved);
  },
  'sentence over a border': (spoilt, draw) => {
    const sections = spoilt.lines.flatMap((line, index) =>
      /^[一二三四五六七八九十]+、.*。.*。/u.test(line) ? [index] : [],
    );
    const index = sections[draw(Math.max(1, sections.length - 1))] ?? 0;
    const [before = '', after = ''] = spoilt.lines.slice(index, index + 2);
    const [last = ''] = /[^。]*。$/u.exec(before) ?? [];
    const [, heading = '', first = '', rest = ''] = /^([^。]*。)([^。]*。)(.*)$/u.exec(after) ?? [];
    return draw(2) === 0
      ? splice(spoilt, index, 2, before.slice(0, before.length - last.length), heading + last + first + rest)
      : splice(spoilt, index, 2, before + first, heading + rest);
  },
  digit: (spoilt, draw) => character(spoilt, draw, /\d/u, (digit) => String((Number(digit) + 1 + draw(9)) % 10)),
  'punctuation lost': replace(/\p{P}/u, ''),
  'punctuation put in': insert('“', '”', '（', '）', '《', '。', '、', '，', '——', '：'),
  'character lost': replace(/\p{L}/u, ''),
  'character put in': insert('的', '市', '县', '前', '月', '等', 'A', '1'),
  space: insert(' ', '　', '\t', '\u00a0', '\u2003'),
  'space lost': (spoilt, draw) => character(spoilt, draw, /[ 　]+/u, () => ''),
  variant: (spoilt, draw) =>
    character(spoilt, draw, new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'u'), (char) => VARIANTS[char] ?? char),
  'outside the BMP': replace(/\p{L}/u, '𠮷', '𬭎', '𠮷𠮷', '😀'),
  invisible: insert('\u200b', '\u00ad', '\u2060', '\ufeff', '\u200d', '\ufe0f', '\u{e0101}', '\u3164'),
  'two-way': insert('\u202e', '\u2066', '\u200f', '\u061c', '\u2069'),
  control: insert('\0', '\x07', '\x1b[31m', '\x0b', '\x85', '\u2028', '\ufffd', '\ufffe', '\ue000'),
  markup: insert(
    ...HOSTILE.map((text) => text.replace(/\r\n?|\n/gu, ' ')),
    '<b>',
    '</table>',
    '&nbsp;',
    '&#20013;',
    '<BR>',
  ),
  long: (spoilt, draw, room) => {
    const index = lineOf(spoilt, draw);
    const line = spoilt.lines[index] ?? '';
    const chars = [...line];
    const unit = [line, chars[draw(chars.length)], '（“', `${line}。`, '一、'][draw(5)] ?? line;
    const times = Math.max(2, Math.floor(room / (new TextEncoder().encode(unit).length + 1)));
    if (draw(2) === 0) return reword(spoilt, index, unit.repeat(times));
    return splice(spoilt, index, 1, ...Array.from({ length: Math.min(times, MOST_LINES) }, () => unit));
  },
};

/** Ways to write a text as bytes. */
const ENCODINGS: Record<string, (text: string, draw: Draw) => Uint8Array> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'byte order mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'line ends': (text, draw) => new TextEncoder().encode(text.replaceAll('\n', draw(2) === 0 ? '\r\n' : '\r')),
  GB18030: (text) => toGbk(text),
  'UTF-16': (text, draw) => utf16(text, draw(2) === 0),
  mixed: (text, draw) => {
    const lines = text.split('\n');
    const at = draw(lines.length);
    const [one, other] = draw(2) === 0 ? [toGbk, ENCODINGS['UTF-8']] : [ENCODINGS['UTF-8'], toGbk];
    const parts = lines.map((line, index) => {
      const text = index === lines.length - 1 ? line : `${line}\n`;
      return (index === at ? other : one)?.(text, draw) ?? new Uint8Array();
    });
    return Uint8Array.from(parts.flatMap((part) => [...part]));
  },
  'byte changed': (text, draw) => {
    const bytes = new TextEncoder().encode(text);
    const at = draw(bytes.length);
    return bytes.with(at, ((bytes[at] ?? 0) + 1 + draw(255)) % 256);
  },
};

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at + 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}

/** One case: what is done to the notice, and the numbers that say where and how. */
export interface FuzzCase {
  spoils: string[];
  encoding: string;
  numbers: number[];
}

const plain = fc.constant('UTF-8');
const anySpoil = fc.constantFrom(...Object.keys(SPOILS));

/** Mostly one thing is wrong, at times several. */
export const fuzzCase: fc.Arbitrary<FuzzCase> = fc
  .oneof(
    { weight: 8, arbitrary: fc.record({ spoils: fc.tuple(anySpoil), encoding: plain }) },
    {
      weight: 2,
      arbitrary: fc.record({ spoils: fc.array(anySpoil, { minLength: 2, maxLength: 4 }), encoding: plain }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        spoils: fc.constant([] as string[]),
        encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
      }),
    },
  )
  .chain((what) =>
    fc.record({
      spoils: fc.constant([...what.spoils]),
      encoding: fc.constant(what.encoding),
      numbers: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    }),
  );

/** The class that a case counts for. */
export const classOf = ({ spoils, encoding }: FuzzCase): string =>
  spoils.length > 1 ? 'several' : (spoils[0] ?? encoding);

/** Spoils the lines of a notice. @param room how many bytes a case may add */
export function spoil(
  lines: string[],
  { spoils, encoding, numbers }: FuzzCase,
  room: number,
): Spoilt & { bytes: Uint8Array } {
  let next = 0;
  const draw: Draw = (below) => (numbers[next++ % numbers.length] ?? 0) % Math.max(1, below);
  let spoilt: Spoilt = { lines, reworded: new Set() };
  for (const name of spoils) spoilt = SPOILS[name]?.(spoilt, draw, room) ?? spoilt;
  return { ...spoilt, bytes: ENCODINGS[encoding]?.(spoilt.lines.join('\n'), draw) ?? new Uint8Array() };
}
