import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { loadNotices } from '../load.ts';
import { holdClauses } from '../notice/held.ts';
import { NoticeError } from '../notice/problem.ts';

/** Ends the build with what happened and what to do, and without a stack, which says nothing of the content. */
function plainly(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof NoticeError)) throw error;
    throw Object.assign(new Error(error.format()), { stack: '' });
  }
}

/** Reads all content before a build begins, and holds the text of every page that shows it against what was read. */
export function holdText(): AstroIntegration {
  return {
    name: 'hold-text',
    hooks: {
      'astro:config:done': () => plainly(() => loadNotices()),
      'astro:build:done': ({ dir }) =>
        plainly(() => {
          for (const { id, sections } of loadNotices()) {
            const hold = (page: string, clauses: (typeof sections)[number]['clauses']) =>
              holdClauses(page, readFileSync(new URL(`${page}index.html`, dir), 'utf8'), clauses);
            for (const { number, clauses } of sections) hold(`${id}/section/${number}/`, clauses);
            hold(
              `${id}/full/`,
              sections.flatMap(({ clauses }) => clauses),
            );
          }
        }),
    },
  };
}
