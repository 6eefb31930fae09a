const OPENERS = '“‘（〔《「『【([［｛{';
const CLOSERS = '”’）〕》」』】)]］｝}';
const BRACKETS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['〔', '〕'],
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['｛', '｝'],
  ['{', '}'],
]);

/** Whether a sign closes a bracket, of its own width or the other: （…). */
const closes = (opener: string, char: string): boolean => {
  const closer = BRACKETS.get(opener);
  return closer !== undefined && closer.normalize('NFKC') === char.normalize('NFKC');
};

/** Index pairs, end exclusive. */
export type Stretch = [from: number, to: number];

/** The brackets of a text that stand in no other bracket or quotation, their signs included. */
export function bracketsOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  const open: string[] = [];
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    if (OPENERS.includes(char)) {
      if (open.length === 0) from = index;
      open.push(char);
    } else if (CLOSERS.includes(char) && open.length > 0) {
      const opener = open.pop() ?? '';
      if (open.length === 0 && closes(opener, char)) found.push([from, index + 1]);
    }
  }
  return found;
}

const OUTER = { open: '（(〔〈[［【｛{', close: '）)〕〉]］】｝}' };

/** The pieces of a text between some signs, outside brackets; empty ones left out. */
export function splitAt(text: string, signs: string): string[] {
  const pieces = [''];
  let depth = 0;
  for (const char of text) {
    if (OUTER.open.includes(char)) depth++;
    else if (OUTER.close.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && signs.includes(char)) pieces.push('');
    else pieces[pieces.length - 1] += char;
  }
  return pieces.filter((piece) => piece !== '');
}

/** What stands behind a bracket that is opened and not closed, to the end of the text; empty where none is. */
export function unclosedIn(text: string): string {
  let end = text.length;
  while (end > 0 && !'）)〕】｝'.includes(text[end - 1] ?? '')) end--;
  const rest = text.slice(end);
  const open = rest.search(/[（(〔【｛]/u);
  return open < 0 ? '' : rest.slice(open + 1);
}

/**
 * Cuts a text into sentences. A 。 inside quotes or brackets ends none, and a bracket behind a full stop belongs to
 * the sentence before it. A quotation that is never closed ends with its paragraph, not before.
 */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  const brackets = new Map(bracketsOf(text));
  let depth = 0;
  let from = 0;
  const balanced =
    [...text].filter((char) => OPENERS.includes(char)).length ===
    [...text].filter((char) => CLOSERS.includes(char)).length;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? '';
    if (balanced && OPENERS.includes(char)) depth++;
    else if (balanced && CLOSERS.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '。！？'.includes(char)) {
      let to = index + 1;
      for (
        let end = brackets.get(to);
        end !== undefined && !/^[（(〔][一二三四五六七八九十\d]{1,3}[）)〕]/u.test(text.slice(to));
        end = brackets.get(to)
      ) {
        to = end;
        if ('。；'.includes(text[to] ?? ' ')) to++;
      }
      found.push([from, to]);
      from = to;
      index = to - 1;
    }
  }
  if (from < text.length) found.push([from, text.length]);
  return found;
}
