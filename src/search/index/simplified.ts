import { Converter } from 'opencc-js/t2cn';

/** Blocks whose letters may be a form of another: the Han blocks of planes 0 and 2. */
const BLOCKS: [from: number, to: number][] = [
  [0x3400, 0x9fff],
  [0x20000, 0x2a6df],
];

const han = BLOCKS.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
);

/**
 * The traditional and variant characters that mean a character of `text`, in pairs with it: `辦办`. Every form that
 * OpenCC knows of Mainland, Taiwan and Hong Kong texts counts. A character that `text` itself prints stays itself.
 */
export function simplifiedPairs(text: string): string {
  const printed = new Set(text);
  const converted = (['t', 'tw', 'hk'] as const).map((from) =>
    Converter({ from, to: 'cn' })(han.join('\n')).split('\n'),
  );
  return han
    .map((character, index) => {
      if (printed.has(character)) return '';
      const plain = converted.map((each) => each[index] ?? '').find((each) => each !== character && printed.has(each));
      return plain ? character + plain : '';
    })
    .join('');
}
