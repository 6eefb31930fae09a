import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { ImportedNotice } from './import.ts';
import type { Section, UnitEntry } from './model.ts';

const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkStringify, { bullet: '-' });

/** JSON with one item a line below `depth`, so that a change of one cell is a change of one line. */
export function formatJson(value: unknown, depth: number): string {
  const write = (item: unknown, level: number): string => {
    if (level >= depth || typeof item !== 'object' || item === null) return JSON.stringify(item);
    const pad = '  '.repeat(level + 1);
    const [open, close] = Array.isArray(item) ? '[]' : '{}';
    const lines = Array.isArray(item)
      ? item.map((entry) => pad + write(entry, level + 1))
      : Object.entries(item)
          .filter(([, entry]) => entry !== undefined)
          .map(([key, entry]) => `${pad}${JSON.stringify(key)}: ${write(entry, level + 1)}`);
    return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${'  '.repeat(level)}${close}`;
  };
  return `${write(value, 0)}\n`;
}

/**
 * A section as MDX: front matter, then each clause as a paragraph of one line. Characters that MDX
 * reads as markup are escaped, and what is read back must be the clause to the letter.
 * @throws Error when it is not
 */
export function sectionMdx({ number, title, clauses }: Section): string {
  const tree: Root = {
    type: 'root',
    children: clauses.map(({ text }) => ({ type: 'paragraph', children: [{ type: 'text', value: text }] })),
  };
  const body = mdx.stringify(tree);
  const read = readSectionMdx(body);
  const changed = clauses.find(({ text }, index) => read[index] !== text);
  if (changed || read.length !== clauses.length) {
    throw new Error(`clause ${changed?.id} of section ${number} does not survive as MDX`);
  }
  return `---\nnumber: ${number}\ntitle: ${JSON.stringify(title)}\n---\n\n${body}`;
}

/** The clauses of a section's MDX, in order, as plain text; front matter may stand before them. */
export function readSectionMdx(source: string): string[] {
  const body = source.replace(/^---\n[\s\S]*?\n---\n/u, '');
  return mdx.parse(body).children.map((child) => textOf(child));
}

/** The files of an imported notice, as paths inside its folder in `content/` and their text. */
export function noticeFiles({ head, sections, tasks, account }: ImportedNotice): Map<string, string> {
  const outline = sections.map(({ number, title, clauses }) => ({
    number,
    title,
    clauses: clauses.map(({ id, taskIds, lines }) => ({ id, taskIds, lines })),
  }));
  const files = new Map([
    ['notice.json', formatJson({ ...head, sections: outline }, 4)],
    ['tasks.json', formatJson(tasks, 2)],
    ['account.json', formatJson(account, 2)],
  ]);
  for (const section of sections) {
    files.set(`sections/${String(section.number).padStart(2, '0')}.mdx`, sectionMdx(section));
  }
  return files;
}

/** The authority file as `content/` holds it. */
export const unitsFile = (units: UnitEntry[]): string => formatJson(units, 1);
