/** The slash key leads to the search box, unless it is being typed or is part of a shortcut. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const input = document.querySelector<HTMLInputElement>('form.search input');
  if (!input) return;
  event.preventDefault();
  // A box that stays in view needs no scrolling, which would lose the reader's place.
  input.focus({ preventScroll: true });
  input.select();
  if (input.getBoundingClientRect().bottom < 0) input.scrollIntoView();
});
