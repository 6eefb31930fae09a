import '../search/client/box.ts';
import { makeButtons } from './made-buttons.ts';

makeButtons();

/**
 * What every page loads of its tools: whom they wait for. The rest comes when someone asks for it, and is there before a
 * click has lost its right to copy, share or speak.
 */
const menu = document.createElement('div');
menu.id = 'display';
menu.popover = 'auto';
const fillMenu = () =>
  import('./display.ts').catch(() => {
    menu.textContent = '没有加载成功，请刷新后再试。';
  });
menu.addEventListener('beforetoggle', fillMenu, { once: true });
const opener = document.querySelector('.bar > [popovertarget]');
opener?.after(menu);
// By keyboard the menu is full before it can be opened, so that the next Tab leads into it.
opener?.addEventListener('focus', fillMenu, { once: true });

// WeChat shows pages, and hands out no files: what would give one says so.
const { dataset } = document.documentElement;
if (/MicroMessenger/u.test(navigator.userAgent)) dataset['chat'] = '';

document.addEventListener('click', async (event) => {
  const { target } = event;
  const control =
    target instanceof Element ? target.closest<HTMLElement>('[data-act], a.cite, [download], [href$=".ics"]') : null;
  if (control?.matches('a:not(.cite)')) {
    if (dataset['chat'] === undefined) return;
    event.preventDefault();
  }
  if (control) (await import('./act.ts')).act(control);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['go'] === undefined) return;
  event.preventDefault();
  const field = form.querySelector<HTMLInputElement | HTMLSelectElement>('select, input');
  if (field?.value) location.assign(form.dataset['go'] + field.value);
});

// What a visitor may want to read without a network is kept after the page has arrived; not on a metered line.
const { connection } = navigator as { connection?: { saveData?: boolean } };
if (navigator.serviceWorker && !connection?.saveData) {
  const base = import.meta.env.BASE_URL.replace(/\/?$/u, '/');
  addEventListener('load', () => navigator.serviceWorker.register(`${base}sw.js`).catch(() => undefined));
}
