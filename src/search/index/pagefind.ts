import { close, createIndex } from 'pagefind';
import { beginning } from '../../notice/cut.ts';
import { PHRASE_LETTERS, spread } from '../client/pagefind.ts';
import type { Fold } from '../fold.ts';
import type { SearchRecord } from '../model.ts';

/** A file by its path from the folder of the index. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Pagefind's own interfaces, which no page here uses. */
const UNUSED = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
];

/** All texts of a record, a line each, with as much of what follows as a phrase can reach into. */
const contentOf = ({ fields }: SearchRecord, fold: Fold): string =>
  fields
    .flatMap(({ texts, after = '' }) => texts.map((text) => text + beginning(after, PHRASE_LETTERS)))
    .map((text) => spread(fold(text).text))
    .join('\n');

/** A response without its errors. @throws Error with what Pagefind reports */
function checked<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(response.errors.join('; '));
  return response;
}

/**
 * What `work` gives; fails where Pagefind's own process ends under it. Its library would then wait for an answer for
 * ever, with nothing left to wait for: Node ends without a word.
 */
async function orEnded<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const ended = () => reject(new Error('its process ended before it had answered'));
  process.once('beforeExit', ended);
  try {
    return await Promise.race([work, promise]);
  } finally {
    process.off('beforeExit', ended);
  }
}

async function makeFiles(records: readonly SearchRecord[], fold: Fold): Promise<IndexFile[]> {
  const { index } = checked(await createIndex({ forceLanguage: 'zh-cn' }));
  if (!index) throw new Error('no index, and no reason given');
  for (const record of records) {
    const { url, title, kind } = record;
    checked(
      await index.addCustomRecord({
        url,
        content: contentOf(record, fold),
        language: 'zh-cn',
        meta: { title },
        filters: { kind: [kind] },
      }),
    );
  }
  return checked(await index.getFiles()).files.filter(({ path }) => !UNUSED.includes(path));
}

/**
 * The files of the full-text index: one Pagefind record for each of ours.
 * @throws Error with what Pagefind reports, its own error as the cause
 */
export async function pagefindFiles(records: readonly SearchRecord[], fold: Fold): Promise<IndexFile[]> {
  try {
    return await orEnded(makeFiles(records, fold));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Pagefind made no index: ${why}`, { cause });
  } finally {
    await close();
  }
}
