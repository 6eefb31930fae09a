import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { PHRASE_LETTERS, spread } from '../client/pagefind.ts';
import type { Fold } from '../fold.ts';
import type { SearchRecord } from '../model.ts';

/** Pagefind's own interfaces, which no page here uses. */
const UNUSED = [
  'ui.js',
  'ui.css',
  'modular-ui.js',
  'modular-ui.css',
  'component-ui.js',
  'component-ui.css',
  'highlight.js',
];

/** All texts of a record, a line each, with as much of what follows as a phrase can reach into. */
const contentOf = ({ fields }: SearchRecord, fold: Fold): string =>
  fields
    .flatMap(({ texts, after = '' }) => texts.map((text) => text + after.slice(0, PHRASE_LETTERS)))
    .map((text) => spread(fold(text).text))
    .join('\n');

const check = (errors: string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
};

/**
 * Writes the full-text index: one Pagefind record for each of ours.
 * @throws Error with what Pagefind reports
 */
export async function writePagefind(records: readonly SearchRecord[], fold: Fold, outputPath: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh-cn' });
    check(errors);
    if (!index) throw new Error('Pagefind made no index and gave no reason');
    for (const record of records) {
      const { url, title, kind } = record;
      const added = await index.addCustomRecord({
        url,
        content: contentOf(record, fold),
        language: 'zh-cn',
        meta: { title },
        filters: { kind: [kind] },
      });
      check(added.errors);
    }
    check((await index.writeFiles({ outputPath })).errors);
    for (const name of UNUSED) rmSync(join(outputPath, `pagefind-${name}`), { force: true });
  } finally {
    await close();
  }
}
