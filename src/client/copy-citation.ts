import { copyText } from './copy-text.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const link = button.parentElement?.querySelector('a');
  const status = button.nextElementSibling;
  if (!link || !status) continue;
  const text = link.parentElement?.firstChild?.textContent ?? '';
  // The page knows its own full address even when the site was built without one.
  link.textContent = link.href;
  button.addEventListener('click', async () => {
    status.textContent = (await copyText(`${text}\n${link.href}`)) ? '已复制' : '未能复制，请选中文字后复制';
    button.focus();
  });
}
