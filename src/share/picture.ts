import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';
import sharp from 'sharp';

/** What stands on the picture that a chat shows beside a link. */
export interface Shared {
  /** A small line above: where the page belongs to. */
  over: string;
  /** What the page is about, in as many lines as it needs. */
  words: string;
  /** A small line below: the site. */
  under: string;
  /** Colour of the edge, `#rrggbb`. */
  accent: string;
}

const FONT = 'node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-700-normal.woff2';

/** Pixels: the least that chats show as a large picture. */
const WIDTH = 600;
const HEIGHT = 315;
const EDGE = 36;
const ACCENT_HEIGHT = 9;
const LINES = 3;
/** Sizes of the words, the largest that fits is taken, and of the small lines. */
const SIZES = [43, 36, 29, 24];
const SMALL = 18;
/**
 * A picture has four colours, by two bits a pixel: a file of four is half as heavy as one of sixteen. Paper is 0 and ink
 * is 3, so that what is laid over something only adds bits.
 */
const [EDGE_OF_INK, ACCENT, INK] = [1, 2, 3];
const coloursOf = (accent: string) => ['#fdfcfa', '#948f89', accent, '#211e1a'];
/** Bytes of a row: the number of its filter, which is none, then four pixels a byte. */
const ROW = 1 + WIDTH / 4;

/** Must not begin a line, and must not end one (GB/T 15834: marks of punctuation). */
const NOT_FIRST = /[、，。；：？！”’）》〉〕」』】…—]/u;
const NOT_LAST = /[“‘（《〈〔「『【]/u;

let font: Font | undefined;
/** The font, read once; a file of many fonts has no glyphs of its own, and this is none. */
const theFont = (): Font => {
  font ??= create(readFileSync(FONT)) as Font;
  return font;
};

interface Letter {
  /** In units of the font's em. */
  width: number;
  /** SVG path, y upwards, in the font's units. */
  path: string;
}
const known = new Map<string, Letter>();

function letterOf(char: string): Letter {
  let letter = known.get(char);
  if (!letter) {
    const [glyph] = theFont().glyphsForString(char);
    letter = { width: (glyph?.advanceWidth ?? 0) / theFont().unitsPerEm, path: glyph?.path.toSVG() ?? '' };
    known.set(char, letter);
  }
  return letter;
}

interface Dot {
  /** From where the letter begins on its base line, in pixels. */
  x: number;
  y: number;
  colour: number;
}
/** Letters as they were drawn in a size: all pixels that ink covers, at least in part. */
const drawn = new Map<string, Dot[]>();
const drawnKey = (char: string, size: number) => `${size} ${char}`;

/** Draws the letters that no picture needed before, all at once beside each other: pictures share most of theirs. */
async function drawLetters(words: string, size: number): Promise<void> {
  const chars = [...new Set(words)].filter((char) => !drawn.has(drawnKey(char, size)));
  if (chars.length === 0) return;
  const side = Math.ceil(size * 1.5);
  const [x, y] = [Math.round(size * 0.25), Math.round(size * 1.15)];
  const scale = size / theFont().unitsPerEm;
  const paths = chars.map((char, at) => {
    const place = `translate(${at * side + x} ${y}) scale(${scale} ${-scale})`;
    return `<path transform="${place}" d="${letterOf(char).path}"/>`;
  });
  const width = chars.length * side;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${side}">${paths.join('')}</svg>`;
  const covered = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  for (const char of chars) drawn.set(drawnKey(char, size), []);
  covered.forEach((alpha, at) => {
    if (alpha < 64) return;
    const [row, column] = [Math.floor(at / width), at % width];
    const dot = { x: (column % side) - x, y: row - y, colour: alpha < 192 ? EDGE_OF_INK : INK };
    drawn.get(drawnKey(chars[Math.floor(column / side)] ?? '', size))?.push(dot);
  });
}

/** How wide a line is, in its letters' size. */
const widthOf = (line: string): number => [...line].reduce((width, char) => width + letterOf(char).width, 0);

/** Sets a line's letters into a picture's rows, from the left edge, on the base line `y`. */
function setLine(rows: Uint8Array, line: string, size: number, y: number): void {
  let pen = EDGE;
  for (const char of line) {
    for (const dot of drawn.get(drawnKey(char, size)) ?? []) {
      const x = Math.round(pen) + dot.x;
      const at = (Math.round(y) + dot.y) * ROW + 1 + (x >> 2);
      rows[at] = (rows[at] ?? 0) | (dot.colour << (6 - 2 * (x & 3)));
    }
    pen += letterOf(char).width * size;
  }
}

/** Breaks words into lines of a width, by character, as Chinese is broken. */
function breakLines(words: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of words) {
    if (line === '' || fits(line + char) || NOT_FIRST.test(char)) {
      line += char;
      continue;
    }
    const last = line.at(-1) ?? '';
    const carried = NOT_LAST.test(last) && line.length > 1 ? last : '';
    lines.push(carried ? line.slice(0, -1) : line);
    line = carried + char;
  }
  return [...lines, line];
}

/** The picture's rows, one after the other. */
async function drawing({ over, words, under }: Shared): Promise<Uint8Array> {
  const measure = WIDTH - 2 * EDGE;
  const broken = (size: number) => breakLines(words, (line) => widthOf(line) * size <= measure);
  const size = SIZES.find((size) => broken(size).length <= (size > 36 ? 2 : LINES)) ?? Math.min(...SIZES);
  const all = broken(size);
  const lines = all.length > LINES ? [...all.slice(0, LINES - 1), `${all[LINES - 1]?.slice(0, -1)}…`] : all;
  const leading = size * 1.4;
  const top = HEIGHT / 2 - (leading * (lines.length - 1)) / 2 + size * 0.36;
  await drawLetters(lines.join(''), size);
  await drawLetters(over + under, SMALL);
  const rows = new Uint8Array(ROW * HEIGHT);
  for (let row = 0; row < ACCENT_HEIGHT; row += 1) rows.fill(ACCENT * 0b01010101, row * ROW + 1, (row + 1) * ROW);
  setLine(rows, over, SMALL, 58);
  setLine(rows, under, SMALL, HEIGHT - 34);
  for (const [index, line] of lines.entries()) setLine(rows, line, size, top + index * leading);
  return rows;
}

/** A piece of a PNG file (ISO/IEC 15948, 5.3): its length, its name, what it holds, a sum over both. */
function chunk(name: string, data: Uint8Array): Buffer {
  const held = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const piece = Buffer.alloc(held.length + 8);
  piece.writeUInt32BE(data.length);
  held.copy(piece, 4);
  piece.writeUInt32BE(crc32(held), held.length + 4);
  return piece;
}

/**
 * The picture as PNG. Its letters are set from drawn ones rather than each picture drawn whole: there are some twenty a
 * notice, and a program that draws and packs them takes ten times as long.
 */
export async function sharedPicture(shared: Shared): Promise<Buffer> {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH);
  size.writeUInt32BE(HEIGHT, 4);
  // Two bits a pixel, each the number of a colour.
  size.set([2, 3], 8);
  const colours = coloursOf(shared.accent).map((hex) => hex.slice(1));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('PLTE', Buffer.from(colours.join(''), 'hex')),
    chunk('IDAT', deflateSync(await drawing(shared))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
