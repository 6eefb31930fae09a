/** Says what came of something: beside the control, else where the page has a place for it, else at its beginning. */
export function say(words: string, control?: Element): void {
  const beside = control?.parentElement?.querySelector(':scope > [role=status]');
  const place = beside ?? document.getElementById('tools-said') ?? document.querySelector('.said') ?? made();
  place.textContent = words;
  if (words !== '' && place.matches('.said')) place.scrollIntoView({ block: 'center' });
}

/** Whether the page is shown where no file can be had. */
export const isInChat = (): boolean => document.documentElement.dataset['chat'] !== undefined;

/** Says how a file can be had that a chat does not hand out. */
export const sayWhereFilesAre = (control?: Element): void =>
  say('微信里不能下载文件：请点右上角“…”，选“在浏览器打开”，再下载', control);

function made(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'said note';
  place.setAttribute('role', 'status');
  document.querySelector('main')?.prepend(place);
  return place;
}
