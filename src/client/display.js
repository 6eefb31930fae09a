// Applies the reader's display settings before anything is drawn, then wires their controls.
// Classic and blocking on purpose: a module would run after the first paint and the page would flash.
(() => {
  const script = document.currentScript?.src;
  const root = document.documentElement;
  // What storage holds may be another program's, or be written by hand; it may also be refused.
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem('display')) ?? {};
    } catch {
      return {};
    }
  };
  const { elder: wide, theme: colours, size: letters } = kept();
  const saved = {
    elder: wide === true,
    theme: ['light', 'dark'].includes(colours) ? colours : 'auto',
    size: [18, 20, 22, 24, 26, 28, 30].includes(letters) ? letters : 20,
  };
  const write = (name, value) => {
    saved[name] = value;
    try {
      localStorage.setItem('display', JSON.stringify(saved));
    } catch {
      // Without storage the setting holds for this page only.
    }
  };
  const apply = () => {
    root.dataset.theme = saved.theme;
    root.toggleAttribute('data-elder', saved.elder);
    root.style.setProperty('--elder-size', `${saved.size}px`);
  };
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
      elder.setAttribute('aria-pressed', String(saved.elder));
      theme.value = saved.theme;
      size.value = String(saved.size);
    };
    elder.addEventListener('click', () => {
      write('elder', !saved.elder);
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

  // What a visitor may want to read without a network is kept after the page has arrived; not on a metered line.
  if (script && navigator.serviceWorker && !navigator.connection?.saveData) {
    addEventListener('load', () => navigator.serviceWorker.register(new URL('sw.js', script)).catch(() => undefined));
  }
})();
