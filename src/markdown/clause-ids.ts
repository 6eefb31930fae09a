import type { Root } from 'hast';
import type { VFile } from 'vfile';

/**
 * Gives the n-th paragraph of a section the id of its clause (`c-2-3`), so that the prose in
 * `content/` stays free of ids. The section's number comes from the front matter.
 *
 * @throws when the front matter holds no number: without it a citation would lead nowhere
 */
export function rehypeClauseIds() {
  return (tree: Root, file: VFile): void => {
    const { number } = file.data.astro?.frontmatter ?? {};
    if (typeof number !== 'number') {
      throw new Error(`${file.path}: the front matter holds no section number. Import the notice again.`);
    }
    let clause = 0;
    for (const node of tree.children) {
      if (node.type !== 'element' || node.tagName !== 'p') continue;
      node.properties = { ...node.properties, id: `c-${number}-${++clause}` };
    }
  };
}
