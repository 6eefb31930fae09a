import { createFold } from '../fold.ts';

interface Place {
  node: Text;
  offset: number;
}

/** The text of an element, and the node and offset of each of its characters. */
function textOf(root: Element): { text: string; places: Place[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let text = '';
  const places: Place[] = [];
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    for (let offset = 0; offset < node.length; offset++) places.push({ node, offset });
    text += node.data;
  }
  return { text, places };
}

function rangesOf(root: Element, phrases: readonly string[]): Range[] {
  const { text, places } = textOf(root);
  const fold = createFold('');
  const page = fold(text);
  return phrases.flatMap((phrase) => {
    const wanted = fold(phrase).text;
    const ranges: Range[] = [];
    for (let from = page.text.indexOf(wanted); wanted && from >= 0; from = page.text.indexOf(wanted, from + 1)) {
      const start = places[page.at[from] ?? 0];
      const end = places[page.at[from + wanted.length - 1] ?? 0];
      if (!start || !end) continue;
      const range = document.createRange();
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset + 1);
      ranges.push(range);
    }
    return ranges;
  });
}

/**
 * Lights up phrases in the main part of a page and scrolls to the first, unless the address names a place: then the
 * first one there. The page itself stays as it is; a browser without the Highlight API only scrolls.
 */
export function highlight(phrases: readonly string[]): void {
  const main = document.querySelector('main');
  if (!main) return;
  const ranges = rangesOf(main, phrases);
  const target = document.querySelector(':target');
  const first = ranges.find((range) => target?.contains(range.startContainer)) ?? (target ? undefined : ranges[0]);
  if ('highlights' in CSS) CSS.highlights.set('found', new Highlight(...ranges));
  if (first) {
    const { top } = first.getBoundingClientRect();
    window.scrollTo({ top: window.scrollY + top - window.innerHeight / 2, behavior: 'instant' });
  }
}

/** No page links to more phrases than this, nor to longer ones. */
const MOST_PHRASES = 5;
const LONGEST_PHRASE = 200;

/** The phrases that an opened page should light up: `h` of its address. */
export const phrasesIn = (search: string): string[] =>
  new URLSearchParams(search)
    .getAll('h')
    .filter(({ length }) => length <= LONGEST_PHRASE)
    .slice(0, MOST_PHRASES);

/** Lights up what the address of the page asks for. */
export const highlightAsked = (): void => highlight(phrasesIn(location.search));
