/** The slash key leads to the search box, unless it is being typed or is part of a shortcut. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Under an input method the key may come without its letter, or with the one that the method makes of it. */
const isSlash = ({ key, code, shiftKey }: KeyboardEvent) =>
  key === '/' || key === '／' || (code === 'Slash' && !shiftKey && (key === 'Process' || key === '、'));

document.addEventListener('keydown', (event) => {
  if (!isSlash(event) || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  // The input method would write its letter into the box: it is led there once the key is up.
  if (event.key === 'Process') document.addEventListener('keyup', focusBox, { once: true });
  else {
    event.preventDefault();
    focusBox();
  }
});

function focusBox(): void {
  const input = document.querySelector<HTMLInputElement>('form.search input');
  if (!input) return;
  // A box that stays in view needs no scrolling, which would lose the reader's place.
  input.focus({ preventScroll: true });
  input.select();
  if (input.getBoundingClientRect().bottom < 0) input.scrollIntoView();
}
