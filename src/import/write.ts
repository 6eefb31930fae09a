import { SOURCE_TEXT, type StoredNotice, type StoredTask, sectionFile } from '../data/stored.ts';
import type { UnitEntry } from '../notice/model.ts';
import { sectionMdx } from '../notice/section-mdx.ts';
import type { Imported, Read } from './result.ts';
import type { ProposedUnit } from './units/unit-book.ts';

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
 * The files of an imported notice, as paths inside its folder in `content/` and their text. What links clauses and
 * tasks stands in the sections alone.
 */
export function noticeFiles({ head, parts, sections, tasks, account }: Read): Map<string, string> {
  const clauses = sections.flatMap((section) => section.clauses);
  const stored: StoredNotice = {
    ...head,
    ...(parts ? { parts } : {}),
    clauseLines: Object.fromEntries(clauses.map(({ id, lines }) => [id, lines])),
  };
  const unlinked = tasks.map(({ clauseIds: _, ...task }): StoredTask => task);
  const files = new Map([
    ['notice.json', formatJson(stored, 2)],
    ['tasks.json', formatJson(unlinked, 2)],
    ['account.json', formatJson(account, 2)],
  ]);
  for (const section of sections) {
    files.set(`sections/${sectionFile(section)}`, sectionMdx(section));
  }
  return files;
}

/** The files of a notice in any form; its joint text is among them. */
export function importedFiles({ head, parts, sections, tasks, account, text }: Imported): Map<string, string> {
  const files = noticeFiles({ head, parts, sections, tasks, account });
  return files.set(SOURCE_TEXT, text.endsWith('\n') ? text : `${text}\n`);
}

/** The authority file as `content/` holds it, and what notices name besides. */
export const unitsFile = (units: UnitEntry[]): string =>
  formatJson(
    [...units]
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
      .map(({ seen: _seen, maybe: _maybe, ...unit }: Partial<ProposedUnit>) => unit),
    1,
  );
