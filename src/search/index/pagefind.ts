import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';
import { close, createIndex } from 'pagefind';
import { minify } from 'vite';
import { beginning } from '../../notice/cut.ts';
import type { Fold } from '../fold.ts';
import type { SearchRecord } from '../model.ts';
import { factWord, pairsOf } from '../pairs.ts';

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
  'pagefind-worker.js',
];

/** So many characters hold the letter that ends a pair over the end of a sentence, marks before it included. */
const REACH = 8;

/** Every pair of letters of a notice, and every unit, month and grade that it names or may name: each word once. */
function wordsOf(records: readonly SearchRecord[], fold: Fold): string {
  const words = new Set<string>();
  for (const { fields, units, due, maybe } of records) {
    for (const { texts, after = '', status } of fields) {
      for (const text of texts) for (const pair of pairsOf(fold(text + beginning(after, REACH)).text)) words.add(pair);
      if (status) words.add(factWord(`status:${status}`));
    }
    for (const { slug } of [...units, ...maybe.units]) words.add(factWord(`unit:${slug}`));
    for (const month of [...due, ...maybe.due]) {
      words.add(factWord(`due:${month}`));
      words.add(factWord(`month:${month.slice(5)}`));
    }
  }
  return [...words].sort().join(' ');
}

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

/** A place of a word in a piece of the index: a list of two, the usual weight, then the number of the word. */
const PLACE = [0x82, 0x38, 0x18] as const;
/** How many bytes follow the first of a number, by that byte; smaller ones are the number itself. */
const LONGER = new Map([
  [0x18, 1],
  [0x19, 2],
  [0x1a, 4],
]);

/**
 * A piece of the index without the places of words, which nothing asks for: all are the first. They are two fifths of
 * what a reader would load.
 */
function withoutPlaces({ path, content }: IndexFile): IndexFile {
  if (!path.endsWith('.pf_index')) return { path, content };
  const bytes = gunzipSync(content);
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    kept.push(bytes[at] ?? 0);
    if (!PLACE.every((byte, index) => bytes[at - 2 + index] === byte)) continue;
    at += 1 + (LONGER.get(bytes[at + 1] ?? 0) ?? 0);
    kept.push(0);
  }
  return { path, content: gzipSync(Uint8Array.from(kept), { level: 9 }) };
}

const gzipTightly = promisify(zopfli.gzip);

/** The engine, which comes packed and is most of what a reader loads, packed as tightly as can be. */
async function tightened({ path, content }: IndexFile): Promise<IndexFile> {
  if (!path.startsWith('wasm.')) return { path, content };
  return { path, content: (await gzipTightly(gunzipSync(content), { numiterations: ITERATIONS })) ?? content };
}

/** More of them save less than a hundredth, and take seconds. */
const ITERATIONS = 10;

/** Pagefind's script comes as it was written. */
async function minified({ path, content }: IndexFile): Promise<IndexFile> {
  if (!path.endsWith('.js')) return { path, content };
  const { code, errors } = await minify(path, new TextDecoder().decode(content), { module: true });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return { path, content: new TextEncoder().encode(code) };
}

async function makeFiles(notices: ReadonlyMap<string, readonly SearchRecord[]>, fold: Fold): Promise<IndexFile[]> {
  const { index } = checked(await createIndex({ forceLanguage: 'zh-cn', maxFragments: 1 }));
  if (!index) throw new Error('no index, and no reason given');
  for (const [id, records] of notices) {
    const content = wordsOf(records, fold);
    // The pages count by this filter which notices hold what was asked, so that no record has to be loaded.
    const filters = { notice: [id] };
    checked(await index.addCustomRecord({ url: `${id}/`, content, language: 'zh-cn', meta: {}, filters }));
  }
  const { files } = checked(await index.getFiles());
  const used = files.filter(({ path }) => !UNUSED.includes(path));
  return Promise.all(used.map(withoutPlaces).map(async (file) => minified(await tightened(file))));
}

/**
 * The files of the full-text index: one record for each notice.
 *
 * @param notices the records of each notice, by its id
 * @throws Error with what Pagefind reports, its own error as the cause
 */
export async function pagefindFiles(
  notices: ReadonlyMap<string, readonly SearchRecord[]>,
  fold: Fold,
): Promise<IndexFile[]> {
  try {
    return await orEnded(makeFiles(notices, fold));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Pagefind made no index: ${why}`, { cause });
  } finally {
    await close();
  }
}
