/** Wires the display menu. What was chosen before is in force already: the page applied it before it was drawn. */
const root = document.documentElement;
const menu = document.getElementById('display');
const elder = menu?.querySelector<HTMLButtonElement>('[data-set=elder]');
const theme = menu?.querySelector<HTMLSelectElement>('[data-set=theme]');
const size = menu?.querySelector<HTMLSelectElement>('[data-set=size]');

if (elder && theme && size) {
  const letters = () => Number.parseInt(root.style.getPropertyValue('--letters'), 10) || undefined;
  const show = () => {
    elder.setAttribute('aria-pressed', String(root.hasAttribute('data-elder')));
    theme.value = root.dataset['theme'] ?? 'auto';
    size.value = String(letters() ?? '');
  };
  const keep = () => {
    show();
    const settings = { elder: root.hasAttribute('data-elder'), theme: root.dataset['theme'], size: letters() };
    try {
      localStorage.setItem('display', JSON.stringify(settings));
    } catch {
      // Without storage the settings hold for this page only.
    }
  };
  elder.addEventListener('click', () => {
    root.toggleAttribute('data-elder');
    keep();
  });
  theme.addEventListener('change', () => {
    root.dataset['theme'] = theme.value;
    keep();
  });
  size.addEventListener('change', () => {
    if (size.value) root.style.setProperty('--letters', `${size.value}px`);
    else root.style.removeProperty('--letters');
    keep();
  });
  show();
}

export {};
