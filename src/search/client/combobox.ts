import style from './combobox.css?inline';
import { adoptStyle, element } from './dom.ts';

adoptStyle(style);

/** What a list under a box offers. */
export interface Choice {
  /** Tells it from the others; the same stays chosen when the list changes under it. */
  key: string;
  /** What sort of thing it is, in words. */
  kind: string;
  title: string;
  note: string;
}

/** What a box that offers choices asks of whoever made it. */
interface Wiring<C extends Choice> {
  /** The list's id, and what it is called. */
  id: string;
  label: string;
  /** Called for what is typed; letters that an input method is still composing are left alone. */
  typed(): void;
  choose(choice: C): void;
  /** Called when the list is dismissed. */
  left(): void;
}

/** The list under a box. */
export interface Offer<C extends Choice> {
  /** Shows choices in place of those before; none closes the list. */
  show(choices: readonly C[]): void;
  /** Leaves none of them chosen. */
  unmark(): void;
}

/** Turns a text box into a combobox: arrows and Enter choose from what is shown under it, Escape closes. */
export function combobox<C extends Choice>(input: HTMLInputElement, wiring: Wiring<C>): Offer<C> {
  const { id, label, typed, choose, left } = wiring;
  const list = element('ul', { role: 'listbox', id, 'aria-label': label, hidden: '' });
  const status = element('p', { role: 'status', class: 'unseen' });
  input.parentElement?.append(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', id);
  let shown: readonly C[] = [];
  let active = -1;

  const mark = (index: number) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (choices: readonly C[]) => {
    const chosen = shown[active]?.key;
    shown = choices;
    list.replaceChildren(
      ...choices.map(({ kind, title, note }, index) =>
        element(
          'li',
          { role: 'option', id: `${id}-${index}` },
          element('span', { class: 'kind' }, kind),
          element('b', {}, title),
          element('span', { class: 'count' }, note),
        ),
      ),
    );
    list.hidden = choices.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent = list.hidden ? '' : `${choices.length} 条建议，按上下键选择`;
    mark(choices.findIndex(({ key }) => key === chosen));
  };
  const close = () => {
    show([]);
    left();
  };
  const take = (index: number) => {
    const chosen = shown[index];
    if (chosen) choose(chosen);
  };

  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed();
  });
  input.addEventListener('compositionend', typed);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const { length } = shown;
    if (event.key === 'ArrowDown') mark(active + 1 >= length ? -1 : active + 1);
    else if (event.key === 'ArrowUp') mark(active < 0 ? length - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) take(active);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  // The box keeps the focus while a choice is pressed, else the list would close under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('li') : null;
    if (option) take([...list.children].indexOf(option));
  });
  show([]);
  return { show, unmark: () => mark(-1) };
}
