import type { Element, Root } from 'hast';

/** The elements of a tree that have a property, in order; a whole notice is too large for a selector each time. */
export function having(tree: Root | Element, property: string, found: Element[] = []): Element[] {
  for (const node of tree.children) {
    if (node.type !== 'element') continue;
    if (node.properties[property] !== undefined) found.push(node);
    having(node, property, found);
  }
  return found;
}
