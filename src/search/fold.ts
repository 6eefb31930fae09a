/** A text made comparable, and where each of its characters stood. */
export interface Folded {
  text: string;
  /** Offset in the original of each UTF-16 unit of `text`, and the original's length at the end. */
  at: number[];
}

export type Fold = (text: string) => Folded;

/** White space, quote marks and what nobody sees make no difference to what was said. */
const DROPPED = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}“”‘’"'「」『』﹁﹂《》〈〉]/u;

/** Reads letters in pairs, the second standing for the first. */
export function readPairs(pairs: string): Map<string, string> {
  const letters = [...pairs];
  const table = new Map<string, string>();
  for (let index = 0; index + 1 < letters.length; index += 2) table.set(letters[index] ?? '', letters[index + 1] ?? '');
  return table;
}

/**
 * The one way in which queries and texts are compared: full- and half-width as one (NFKC), lower case, traditional and
 * variant characters and radicals as simplified ones; white space, quote marks and invisible characters left out. Other
 * punctuation counts.
 *
 * @param simplified traditional and simplified characters in pairs: `辦办成成`
 */
export function createFold(simplified: string): Fold {
  const table = readPairs(simplified);
  const plainOf = (character: string): string => {
    let plain = '';
    for (const each of character.normalize('NFKC').toLowerCase()) {
      if (DROPPED.test(each)) continue;
      plain += table.get(each) ?? each;
    }
    return plain;
  };
  const known = new Map<string, string>();
  return (original) => {
    let text = '';
    const at: number[] = [];
    let offset = 0;
    for (const character of original) {
      let plain = known.get(character);
      if (plain === undefined) {
        plain = plainOf(character);
        known.set(character, plain);
      }
      for (let unit = 0; unit < plain.length; unit++) at.push(offset);
      text += plain;
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
