/** A text made comparable, and where each of its characters stood. */
export interface Folded {
  text: string;
  /** Offset in the original of each UTF-16 unit of `text`, and the original's length at the end. */
  at: number[];
}

export type Fold = (text: string) => Folded;

/** White space and quote marks make no difference to what was said. */
const DROPPED = /[\s\u200B“”‘’"'「」『』﹁﹂《》〈〉]/u;

/**
 * The one way in which queries and texts are compared: full- and half-width as one (NFKC), lower case,
 * traditional characters as simplified ones, white space and quote marks left out. Other punctuation counts.
 *
 * @param simplified traditional and simplified characters in pairs: `辦办成成`
 */
export function createFold(simplified: string): Fold {
  const pairs = [...simplified];
  const table = new Map<string, string>();
  for (let index = 0; index + 1 < pairs.length; index += 2) table.set(pairs[index] ?? '', pairs[index + 1] ?? '');
  return (original) => {
    let text = '';
    const at: number[] = [];
    let offset = 0;
    for (const character of original) {
      for (const plain of character.normalize('NFKC').toLowerCase()) {
        if (DROPPED.test(plain)) continue;
        const folded = table.get(plain) ?? plain;
        for (let unit = 0; unit < folded.length; unit++) at.push(offset);
        text += folded;
      }
      offset += character.length;
    }
    at.push(offset);
    return { text, at };
  };
}

/** For a query of nothing but quote marks, which folding would empty: they count as they are. */
export const keepQuotes: Fold = (original) => {
  const at = [...original.matchAll(/\S/g)].map(({ index }) => index);
  return { text: original.replace(/\s/g, ''), at: [...at, original.length] };
};
