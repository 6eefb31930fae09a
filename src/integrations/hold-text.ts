import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { loadNotices } from '../load.ts';
import { sectionKey } from '../notice/names.ts';
import { holdClauses } from './held.ts';

/** Reads all content before a build begins, and holds the text of every page that shows it against what was read. */
export function holdText(): AstroIntegration {
  return {
    name: 'hold-text',
    hooks: {
      'astro:config:done': () => void loadNotices(),
      'astro:build:done': ({ dir }) => {
        for (const { id, sections } of loadNotices()) {
          const hold = (page: string, clauses: (typeof sections)[number]['clauses']) =>
            holdClauses(page, readFileSync(new URL(`${page}index.html`, dir), 'utf8'), clauses);
          for (const section of sections) hold(`${id}/section/${sectionKey(section)}/`, section.clauses);
          hold(
            `${id}/full/`,
            sections.flatMap(({ clauses }) => clauses),
          );
        }
      },
    },
  };
}
