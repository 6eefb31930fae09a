import type { Element, Root } from 'hast';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { rehypeClauseIds } from './clause-ids.ts';

const paragraph = (value: string): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [{ type: 'text', value }],
});

const sectionFile = (frontmatter: Record<string, unknown>) => {
  const file = new VFile({ path: '13.mdx' });
  file.data.astro = { frontmatter };
  return file;
};

test('numbers the paragraphs of a section as its clauses and leaves their text alone', () => {
  const tree: Root = {
    type: 'root',
    children: [paragraph('甲。'), { type: 'text', value: '\n' }, paragraph('“乙”。')],
  };
  rehypeClauseIds()(tree, sectionFile({ number: 13 }));
  expect(tree.children).toEqual([
    { ...paragraph('甲。'), properties: { id: 'c-13-1' } },
    { type: 'text', value: '\n' },
    { ...paragraph('“乙”。'), properties: { id: 'c-13-2' } },
  ]);
});

test('rejects a section without a number', () => {
  expect(() => rehypeClauseIds()({ type: 'root', children: [] }, sectionFile({}))).toThrow('13.mdx');
});
