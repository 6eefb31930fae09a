/** Wires the box that narrows the deadlines to a unit; the data that it asks comes when someone turns to it. */
const box = document.querySelector<HTMLInputElement>('.due-bar [name=unit]');
const said = document.getElementById('due-said');

async function wake(box: HTMLInputElement, said: HTMLElement) {
  try {
    const { dueFilter } = await import('./due-filter.ts');
    await dueFilter(box, said);
  } catch {
    said.textContent = '未能完成，请检查网络后再试';
    // The next try may succeed.
    box.addEventListener('focus', () => wake(box, said), { once: true });
  }
}

if (box && said) {
  if (location.search !== '' || document.activeElement === box) wake(box, said);
  else box.addEventListener('focus', () => wake(box, said), { once: true });
}
