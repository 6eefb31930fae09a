/**
 * Fills and wires the display menu, which does nothing without scripts. What was chosen before is in force already: the
 * page applied it before it was drawn.
 */
import { LETTER_SIZES } from '../letter-sizes.ts';
import { element } from '../search/client/dom.ts';

const root = document.documentElement;
const choice = (label: string, options: readonly (readonly [value: string, words: string])[]) => {
  const select = element('select', {}, ...options.map(([value, words]) => element('option', { value }, words)));
  return { select, field: element('label', {}, element('span', {}, label), select) };
};
const size = choice('字号', [['', '默认'], ...LETTER_SIZES.map((each) => [String(each), String(each)] as const)]);
const theme = choice('配色', [
  ['', '跟随系统'],
  ['light', '浅色'],
  ['dark', '深色'],
]);
const elder = element('button', { type: 'button' }, '长者模式');

const letters = () => Number.parseInt(root.style.getPropertyValue('--letters'), 10) || undefined;
const show = () => {
  elder.setAttribute('aria-pressed', String(root.hasAttribute('data-elder')));
  theme.select.value = root.dataset['theme'] ?? '';
  size.select.value = String(letters() ?? '');
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
theme.select.addEventListener('change', () => {
  if (theme.select.value) root.dataset['theme'] = theme.select.value;
  else delete root.dataset['theme'];
  keep();
});
size.select.addEventListener('change', () => {
  if (size.select.value) root.style.setProperty('--letters', `${size.select.value}px`);
  else root.style.removeProperty('--letters');
  keep();
});
show();
const read = element('button', { type: 'button', 'data-act': 'read' }, '朗读本页');
const menu = document.getElementById('display');
menu?.setAttribute('role', 'group');
menu?.setAttribute('aria-label', '显示');
menu?.replaceChildren(size.field, theme.field, elder, read);
