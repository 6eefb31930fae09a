import type { Unit } from '../notice/model.ts';
import { dutyCounts, kindAnchor, kindName, unitsByKind } from '../notice/units.ts';
import { type Choice, combobox } from '../search/client/combobox.ts';
import { foldWords } from '../search/fold-words.ts';

/** A box in which one of a notice's units is chosen, or all of a kind: by name, other names, pinyin or initials. */
export interface UnitBox {
  /** The address part of what is chosen; empty for all units. */
  chosen(): string;
  /** Whether an address part is one that can be chosen. */
  has(value: string): boolean;
  /** Shows what is chosen, without telling. */
  fill(value: string | undefined): void;
}

interface UnitChoice extends Choice {
  words: readonly string[];
}

function choicesOf(units: readonly Unit[]): UnitChoice[] {
  return unitsByKind(units).flatMap(({ kind, units }) => [
    {
      key: kindAnchor(kind),
      kind: kindName(kind),
      title: `任一${kindName(kind)}`,
      note: `${units.length} 个`,
      words: foldWords(`任一${kindName(kind)}`),
    },
    ...units.map((unit) => ({
      key: unit.slug,
      kind: kindName(kind),
      title: unit.name,
      note: dutyCounts(unit),
      words: foldWords([unit.name, ...unit.aliases, unit.pinyin, unit.initials].join(' ')),
    })),
  ]);
}

/**
 * Turns a text box into one of units.
 *
 * @param changed called when another is chosen by hand
 * @throws when there is no box
 */
export function unitBox(input: HTMLInputElement | null, units: readonly Unit[], changed: () => void): UnitBox {
  if (!input) throw new Error('The tools lack the box for a unit');
  const all = choicesOf(units);
  const titleOf = (value: string) => all.find(({ key }) => key === value)?.title ?? '';
  let chosen = '';
  let offered: readonly UnitChoice[] = [];

  const found = () => {
    const wanted = foldWords(input.value).join('');
    return all.filter(({ words }) => words.some((word) => word.includes(wanted)));
  };
  const show = (choices: readonly UnitChoice[]) => {
    offered = choices;
    offer.show(choices);
  };
  const choose = ({ key }: Pick<UnitChoice, 'key'>) => {
    const other = key !== chosen;
    chosen = key;
    input.value = titleOf(key);
    show([]);
    if (other) changed();
  };
  const offer = combobox<UnitChoice>(input, {
    id: 'unit-choices',
    label: '单位',
    typed: () => show(found()),
    choose,
    // What was typed and not chosen is no filter; an emptied box is one for all.
    left: () => choose({ key: input.value.trim() === '' ? '' : chosen }),
  });
  const open = () => {
    if (input.value === titleOf(chosen)) show(all);
  };
  input.addEventListener('focus', open);
  input.addEventListener('click', open);
  input.addEventListener('keydown', ({ key, isComposing }) => {
    const [first] = offered;
    if (key === 'Enter' && !isComposing && first && input.value !== titleOf(chosen)) choose(first);
  });
  // What the browser itself makes of a change of the text is no change of the choice.
  input.addEventListener('change', (event) => event.stopPropagation());
  if (document.activeElement === input) show(input.value === '' ? all : found());

  return {
    chosen: () => chosen,
    has: (value) => all.some(({ key }) => key === value),
    fill: (value = '') => {
      chosen = value;
      input.value = titleOf(value);
    },
  };
}
