import { element } from '../../search/client/dom.ts';

/** Something that can be taken into the file or left out. */
export interface Row {
  id: string;
  text: string;
}

/**
 * A list of rows to pick from, all ticked, with one box over them that ticks or clears all; nothing where there is
 * nothing to pick.
 *
 * @param name of the boxes, by which a form's data tells what was picked
 */
export function pickList(name: string, kind: string, rows: readonly Row[]): HTMLElement[] {
  if (rows.length === 0) return [];
  const box = (attributes: Record<string, string>) =>
    element('input', { type: 'checkbox', checked: '', ...attributes });
  const boxes = rows.map(({ id }) => box({ name, value: id }));
  const all = box({});
  const count = element('legend');
  const tell = () => {
    const picked = boxes.filter(({ checked }) => checked).length;
    count.textContent = `${kind}：选中 ${picked}，共 ${rows.length}`;
    all.checked = picked === rows.length;
    all.indeterminate = picked > 0 && picked < rows.length;
  };
  all.addEventListener('change', () => {
    for (const each of boxes) each.checked = all.checked;
    tell();
  });
  const list = element(
    'fieldset',
    {},
    count,
    element('label', { class: 'row all' }, all, '全选'),
    ...rows.map(({ id, text }, at) =>
      element('label', { class: 'row' }, boxes[at] ?? '', element('span', {}, `${id}　${text}`)),
    ),
  );
  list.addEventListener('change', tell);
  tell();
  return [list];
}

/** That something was left out by hand, and how much; nothing where all was taken. */
export const pickedInWords = (kind: string, picked: readonly string[], rows: readonly Row[]): string[] =>
  picked.length === rows.length ? [] : [`${kind}从所列 ${rows.length} 项中选取 ${picked.length} 项`];
