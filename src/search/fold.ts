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
function readPairs(pairs: string): Map<string, string> {
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
  const known = new Map<number, string>();
  return (original) => {
    let text = '';
    const at: number[] = [];
    // Most letters stay as they are: such stretches are taken over whole.
    let same = 0;
    let end = 0;
    for (let offset = 0; offset < original.length; offset = end) {
      const code = original.codePointAt(offset) ?? 0;
      end = offset + (code > 0xffff ? 2 : 1);
      let plain = known.get(code);
      if (plain === undefined) {
        plain = plainOf(String.fromCodePoint(code));
        known.set(code, plain);
      }
      for (let unit = 0; unit < plain.length; unit++) at.push(offset);
      if (plain.length === end - offset && plain.codePointAt(0) === code) continue;
      text += original.slice(same, offset) + plain;
      same = end;
    }
    at.push(original.length);
    return { text: text + original.slice(same), at };
  };
}

/** For a query of nothing but quote marks, which folding would empty: they count as they are. */
export const keepQuotes: Fold = (original) => {
  const at = [...original.matchAll(/\S/g)].map(({ index }) => index);
  return { text: original.replace(/\s/g, ''), at: [...at, original.length] };
};
