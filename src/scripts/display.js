// Applies the reader's display settings before anything is drawn, then wires their controls.
// Classic and blocking on purpose: a module would run after the first paint and the page would flash.
(() => {
  const root = document.documentElement;
  const saved = {};
  const write = (name, value) => {
    saved[name] = value;
    try {
      localStorage.setItem('display', JSON.stringify(saved));
    } catch {
      // Without storage the setting holds for this page only.
    }
  };
  const apply = () => {
    root.dataset.theme = saved.theme ?? 'auto';
    root.toggleAttribute('data-elder', saved.elder === true);
    root.style.setProperty('--elder-size', `${saved.size ?? 20}px`);
  };
  try {
    Object.assign(saved, JSON.parse(localStorage.getItem('display')));
  } catch {
    // No storage, or not ours: the defaults stand.
  }
  root.dataset.scripts = '';
  apply();
  // Where another script of the page can't be had, the page is as it is without scripts: no dead controls, and a line
  // that says so, unless the script that it stands in for has taken it away.
  const withoutScripts = () => delete root.dataset.scripts;
  addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && withoutScripts(), true);
  setTimeout(() => document.querySelector('.without-scripts') && withoutScripts(), 10_000);

  document.addEventListener('DOMContentLoaded', () => {
    const controls = document.getElementById('display');
    const elder = controls.querySelector('[data-set=elder]');
    const theme = controls.querySelector('[data-set=theme]');
    const size = controls.querySelector('[data-set=size]');
    const show = () => {
      apply();
      elder.setAttribute('aria-pressed', String(saved.elder === true));
      theme.value = saved.theme ?? 'auto';
      size.value = String(saved.size ?? 20);
    };
    elder.addEventListener('click', () => {
      write('elder', saved.elder !== true);
      show();
    });
    theme.addEventListener('change', () => {
      write('theme', theme.value);
      show();
    });
    size.addEventListener('change', () => {
      write('size', Number(size.value));
      show();
    });
    show();
  });
})();
