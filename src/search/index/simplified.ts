import { Converter } from 'opencc-js/t2cn';

/** Rows of Big5 that hold its 5401 frequent characters, the traditional ones of everyday writing. */
const ROWS = [0xa4, 0xc6];
const CELLS: [from: number, to: number][] = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
];

function* frequentTraditional(): Generator<string> {
  const big5 = new TextDecoder('big5');
  const [first = 0, last = 0] = ROWS;
  for (let row = first; row <= last; row++) {
    for (const [from, to] of CELLS) {
      for (let cell = from; cell <= to; cell++) yield big5.decode(Uint8Array.of(row, cell));
    }
  }
}

/**
 * The traditional characters that mean a character of `text`, in pairs with it: `辦办`. Forms of Taiwan and
 * Hong Kong count too. A character that `text` itself prints stays itself.
 */
export function simplifiedPairs(text: string): string {
  const printed = new Set(text);
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  let pairs = '';
  for (const character of frequentTraditional()) {
    if (printed.has(character)) continue;
    const plain = converters.map((convert) => convert(character)).find((each) => each !== character);
    if (plain && printed.has(plain)) pairs += character + plain;
  }
  return pairs;
}
