import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
/** Pictures of earlier builds, by what is on them: words that stay need no new picture. */
const CACHE = 'node_modules/.cache/policy-reader/share';
/** Raised when the same words make another picture. */
const VERSION = '4';

/** Pixels: the least that chats show as a large picture. */
const SHOWN = 600;
/** What the drawing is measured in. */
const WIDTH = 1000;
const HEIGHT = 525;
const EDGE = 60;
const LINES = 3;
const PAPER = '#fdfcfa';
const INK = '#211e1a';
/** Between the two, for the edges of letters. */
const EDGE_OF_INK = '#948f89';
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

/** How wide a line is, in its letters' size. */
const widthOf = (line: string): number => [...line].reduce((width, char) => width + letterOf(char).width, 0);

/** A line's letters as SVG, from the left edge, on the base line `y`. */
function setLine(line: string, size: number, y: number): string {
  const scale = size / theFont().unitsPerEm;
  let x = EDGE;
  return [...line]
    .map((char) => {
      const { width, path } = letterOf(char);
      const placed = `<path transform="translate(${x.toFixed(1)} ${y}) scale(${scale} ${-scale})" d="${path}"/>`;
      x += width * size;
      return placed;
    })
    .join('');
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

/** The picture as SVG, its letters as paths: no font is asked for. */
function drawing({ over, words, under, accent }: Shared): string {
  const measure = WIDTH - 2 * EDGE;
  const broken = (size: number) => breakLines(words, (line) => widthOf(line) * size <= measure);
  const size = [72, 60, 48, 40].find((size) => broken(size).length <= (size > 60 ? 2 : 3)) ?? 40;
  const all = broken(size);
  const lines = all.length > LINES ? [...all.slice(0, LINES - 1), `${all[LINES - 1]?.slice(0, -1)}…`] : all;
  const leading = size * 1.4;
  const top = HEIGHT / 2 - (leading * (lines.length - 1)) / 2 + size * 0.36;
  const small = setLine(over, 30, 96) + setLine(under, 30, HEIGHT - 56);
  const large = lines.map((line, index) => setLine(line, size, top + index * leading)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHOWN}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path fill="${PAPER}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/><path fill="${accent}" d="M0 0h${WIDTH}v15H0z"/>`,
    `<g fill="${INK}">${small}${large}</g></svg>`,
  ].join('');
}

/**
 * Pixels in the four colours of the picture: a file of four is half as heavy as one of sixteen. An edge of a letter is in
 * the nearest of paper, ink and what is between; the accent fills whole pixels.
 */
function inFour(pixels: Buffer, accent: string): Buffer {
  const [edge, ...letters] = [accent, PAPER, EDGE_OF_INK, INK].map((hex) => Buffer.from(`${hex.slice(1)}ff`, 'hex'));
  const away = (a: Buffer, b: Buffer) => a.reduce((sum, part, at) => sum + Math.abs(part - (b[at] ?? 0)), 0);
  // A pixel is read and written as one number, in whatever order of bytes the machine has.
  const numbers = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const numberOf = (colour: Buffer) => new Uint32Array(Uint8Array.from(colour).buffer)[0] ?? 0;
  const nearest = new Map<number, number>();
  for (const colour of [...letters, ...(edge ? [edge] : [])]) nearest.set(numberOf(colour), numberOf(colour));
  const nearestTo = (at: number) => {
    const own = pixels.subarray(at * 4, at * 4 + 4);
    return numberOf(letters.reduce((best, each) => (away(own, each) < away(own, best) ? each : best)));
  };
  // Most pixels are as the one before.
  let before: number | undefined;
  let colour = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const pixel = numbers[at] ?? 0;
    if (pixel !== before) {
      colour = nearest.get(pixel) ?? nearestTo(at);
      nearest.set(pixel, colour);
      before = pixel;
    }
    numbers[at] = colour;
  }
  return pixels;
}

/** The picture as PNG, made once for the same words. */
export async function sharedPicture(shared: Shared): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, shared]))
    .digest('hex');
  const file = join(CACHE, `${key.slice(0, 32)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const { data, info } = await sharp(Buffer.from(drawing(shared)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const png = await sharp(inFour(data, shared.accent), { raw: info })
    .png({ palette: true, colours: 4, dither: 0, effort: 1, compressionLevel: 6 })
    .toBuffer();
  mkdirSync(CACHE, { recursive: true });
  // Another build may be reading.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, png);
  renameSync(aside, file);
  return png;
}
