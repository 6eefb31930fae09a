type Button = readonly [words: string, act: string];

/** What copies a line of a citation, by what the line says of itself; `act.ts` does it. */
const citing = ({ dataset: { cells, reference } }: HTMLElement): Button[] => [
  reference === undefined ? ['复制引用', 'cite'] : ['复制参考文献（GB/T 7714）', 'cite-reference'],
  ...(cells === undefined ? [] : [['复制引用和各格', 'cite-cells'] as const]),
];

/** `element` of the search makes any element, and brings more along than every page should load. */
function button(words: string, attribute: string, value: string): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.setAttribute(attribute, value);
  made.append(words);
  return made;
}
const acting = ([words, act]: Button) => button(words, 'data-act', act);

/** Where it is said what came of a button beside it. */
function status(): HTMLElement {
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  return said;
}

/** Makes the buttons that could do nothing without scripts, so that no page is heavier by them. Every page loads this. */
export function makeButtons(): void {
  for (const citation of document.querySelectorAll('.citation')) {
    citation.append(...[...citation.querySelectorAll('p')].flatMap(citing).map(acting), status());
  }
  const said = status();
  said.id = 'tools-said';
  document
    .querySelector('.reading-tools')
    ?.append(
      acting(['朗读', 'read']),
      button('字号', 'popovertarget', 'display'),
      acting(['复制链接', 'copy-link']),
      ...('share' in navigator ? [acting(['分享', 'share'])] : []),
      acting(['打印', 'print-page']),
      said,
    );
}
