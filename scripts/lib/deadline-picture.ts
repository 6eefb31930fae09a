import type { Root } from 'hast';
import { matches, select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { CONTINUE, visit } from 'unist-util-visit';

/**
 * The calendar strip of the built deadlines page, without its table of figures and the ground that widens what a finger can hit; its links lead to the same places
 * in the single file.
 *
 * @throws when the page has no such picture
 */
export function deadlinePicture(page: Root): string {
  const strip = select('svg.strip', page);
  if (!strip) throw new Error('The built deadlines page has no calendar strip');
  const { ariaDescribedBy: _table, ...properties } = strip.properties;
  visit(strip, 'element', (node, index, parent) => {
    if (node.tagName === 'text') delete node.properties['className'];
    if (!parent || index === undefined || !matches('.ground', node)) return CONTINUE;
    parent.children.splice(index, 1);
    return index;
  });
  return toHtml({ ...strip, properties });
}
