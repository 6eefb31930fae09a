/** What the menu of a single file needs a script for: the rest works by its style alone. */
import { readAloud } from '../../client/read-aloud.ts';

const button = document.querySelector<HTMLElement>('[data-act=read]');
button?.removeAttribute('hidden');
button?.addEventListener('click', () => {
  button.closest<HTMLElement>('[popover]')?.hidePopover();
  readAloud(button);
});
