import type { Clause } from '../notice/model.ts';
import { areOf, type Items, type Step } from './item-words.ts';
import type { ImportedSection } from './result.ts';
import type { Node } from './text/outline.ts';

/** A numbered node of a part, with what it stands under. */
export interface Item {
  node: Node;
  id: string;
  clauses: Clause[];
  section: ImportedSection;
  above: Item | undefined;
}

const isStep = ({ kinds, value }: Step, { label }: Node) =>
  label !== null && label.value === value && kinds.includes(label.kind);

/** Whether a node is under another, at any depth. */
const isUnder = ({ above }: Item, top: Item): boolean => above !== undefined && (above === top || isUnder(above, top));

/** Whether a node has the number that a reference ends with, and stands under those that it begins with. */
function isMeant(item: Item | undefined, steps: Step[]): boolean {
  const [last, ...wider] = [...steps].reverse();
  if (!last) return true;
  if (!item || !isStep(last, item.node)) return false;
  const [next] = wider;
  let above = item.above;
  while (next && above && !isStep(next, above.node)) above = above.above;
  return isMeant(above, wider.reverse());
}

/** The numbered nodes of a part, for words that name them by the heading that they stand under. */
export class ItemReferences {
  readonly #items: Item[] = [];

  add(item: Item): void {
    this.#items.push(item);
  }

  /**
   * The items that words of a section name; `undefined` where they are not there, or several headings have such.
   * A heading of the section itself is meant before one of another; without any, items that are numbered through.
   */
  find(items: Items, section: ImportedSection): Item[] | undefined {
    const { under } = items;
    if (!under) return this.#throughout(items);
    const tops = this.#items.filter((each) => isMeant(each, under));
    const found = tops.flatMap((top) => {
      const those = this.#items.filter((each) =>
        items.all ? each.above === top : isUnder(each, top) && areOf(items, each.node.label),
      );
      const isWhole = items.all ? those.length > 0 : those.length === items.numbers.length;
      return isWhole ? [those] : [];
    });
    const own = found.filter(([first]) => first?.section === section);
    const [only, ...more] = own.length > 0 ? own : found;
    return more.length === 0 ? only : undefined;
  }

  /** Items of the whole part, where it has each number once: 第一 may be a section's, and is not looked for. */
  #throughout(items: Items): Item[] | undefined {
    if (items.all || !items.kinds.includes('digit')) return undefined;
    const those = this.#items.filter(({ node, above }) => above !== undefined && areOf(items, node.label));
    const isOne = new Set(those.map(({ node }) => node.label?.kind)).size === 1;
    return isOne && those.length === items.numbers.length ? those : undefined;
  }
}
