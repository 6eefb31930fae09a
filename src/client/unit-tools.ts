import { copyText } from './copy-text.ts';

/** Wires what a unit's page can do beside its files. */
const said = document.getElementById('unit-said');
document.querySelector('.unit-tools')?.addEventListener('click', async ({ target }) => {
  const act = target instanceof HTMLElement ? target.dataset['act'] : undefined;
  if (act === 'print') print();
  if (act !== 'link' || !said) return;
  const link = location.origin + location.pathname;
  said.textContent = (await copyText(link)) ? '已复制链接' : '未能复制，请使用浏览器自带的复制';
  (target as HTMLElement).focus();
});
