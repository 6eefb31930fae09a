import { foldWords } from '../search/fold-words.ts';

/** Narrows the page of units to those whose names, pinyin or initials hold what is typed. */
function wire(box: HTMLInputElement, said: HTMLElement) {
  const units = [...document.querySelectorAll<HTMLElement>('[data-find]')].map((element) => ({
    element,
    words: foldWords(`${element.querySelector('a')?.textContent} ${element.dataset['find']}`),
  }));
  const show = () => {
    const wanted = foldWords(box.value);
    const shown = units.filter(({ element, words }) => {
      const found = words.some((word) => word.includes(wanted.join('')));
      element.hidden = !found;
      return found;
    });
    for (const group of document.querySelectorAll<HTMLElement>('section.group')) {
      group.hidden = !group.querySelector('[data-find]:not([hidden])');
    }
    said.textContent = wanted.length > 0 ? `找到 ${shown.length} 个单位，共 ${units.length} 个。` : '';
  };
  box.addEventListener('input', (event) => {
    // Half-typed letters of an input method are no query yet.
    if (!(event as InputEvent).isComposing) show();
  });
  box.addEventListener('compositionend', show);
  // A browser may bring back what was typed before.
  show();
}

const box = document.querySelector<HTMLInputElement>('#unit-filter');
const said = document.querySelector<HTMLElement>('#unit-filter-said');
if (box && said) wire(box, said);
