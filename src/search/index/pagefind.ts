import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';
import { decode, encode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { minify } from 'vite';
import { beginning } from '../../notice/cut.ts';
import type { Fold } from '../fold.ts';
import type { SearchRecord } from '../model.ts';
import { factWord, indexedOf } from '../pairs.ts';

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

/** Every letter and pair of letters of a notice, and every unit, month and grade that it names or may name: each word once. */
function wordsOf(records: readonly SearchRecord[], fold: Fold): string {
  const words = new Set<string>();
  for (const { fields, units, due, maybe } of records) {
    for (const { texts, after = [], status } of fields) {
      for (const text of texts)
        for (const word of indexedOf(fold(text + beginning(after.join(''), REACH)).text)) words.add(word);
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

/** Before what Pagefind packs. */
const SIGNATURE = new TextEncoder().encode('pagefind_dcd');

/** A word of a piece of the index: the records that hold it, each with the places where; and its other spellings. */
type Word = [word: string, records: [record: number, places: unknown, ofMeta: unknown][], spellings: unknown];
/** Of the list of pieces: words that no word of one stands before, or behind, and its name. */
type Piece = [from: string, to: string, name: string];
/** Where the list of pieces stands in Pagefind's own list of all. */
const PIECES = 2;

/** The place of a word that nobody asks for: one, of the usual weight. */
const ANYWHERE = [-25, 0];

/** So much is in a piece, a word counting as much as this many records: as little as pays, since the list of all loads first. */
const MOST_IN_PIECE = 2400;
const WORD = 3;

const unpack = (content: Uint8Array): unknown => decode(gunzipSync(content).subarray(SIGNATURE.length));
const pack = (data: unknown): Uint8Array => gzipSync(Uint8Array.from([...SIGNATURE, ...encode(data)]), { level: 9 });

/** So many letters name an index. */
const NAME = 7;

/** Cuts a list of words into short stretches. */
function stretchesOf(words: readonly Word[]): Word[][] {
  const stretches: Word[][] = [];
  let room = 0;
  for (const word of words) {
    const last = stretches.at(-1);
    if (last && room > 0) last.push(word);
    else {
      stretches.push([word]);
      room = MOST_IN_PIECE;
    }
    room -= WORD + word[1].length;
  }
  return stretches;
}

/** The shortest beginning of a word that stands behind another one. */
function shortestBehind(last: string, word: string): string {
  let same = 0;
  while (same < word.length && word[same] === last[same]) same++;
  return word.slice(0, same + 1);
}

/**
 * The list of pieces in few bytes, since all of it loads: each begins with as little of its first word as tells it from
 * the last one before, and ends where the next begins. One name for the whole index goes before their numbers: pieces of
 * another one that a browser may still have go by others.
 */
function listed(pieces: readonly { from: string; to: string }[], index: string): Piece[] {
  const begins = pieces.map(({ from }, at) => shortestBehind(pieces[at - 1]?.to ?? '', from));
  return pieces.map(({ to }, at) => [begins[at] ?? '', begins[at + 1] ?? to, `${index}${at.toString(36)}`]);
}

/**
 * The index in small pieces, and without the places of words, which nothing asks for: Pagefind's own pieces are thrice
 * as heavy, and a query of four words may take four of them.
 */
function inSmallPieces(files: readonly IndexFile[]): IndexFile[] {
  const list = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!list) throw new Error('it wrote no list of its pieces');
  const pathOf = (name: string) => `index/${name}.pf_index`;
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const meta = unpack(list.content) as unknown[];
  const pieces = meta[PIECES] as Piece[];
  const small = pieces.flatMap(([, , name]) => {
    const [words, ...others] = unpack(contents.get(pathOf(name)) ?? new Uint8Array()) as [Word[], ...unknown[]];
    const plain = words.map(
      ([word, records, spellings]): Word => [
        word,
        records.map(([record, , ofMeta]) => [record, ANYWHERE, ofMeta]),
        spellings,
      ],
    );
    return stretchesOf(plain).map((stretch) => ({
      from: stretch[0]?.[0] ?? '',
      to: stretch.at(-1)?.[0] ?? '',
      content: pack([stretch, ...others]),
    }));
  });
  const digest = createHash('sha256');
  for (const { content } of small) digest.update(content);
  const short = listed(small, digest.digest('hex').slice(0, NAME));
  meta[PIECES] = short;
  return [
    ...files.filter(({ path }) => path !== list.path && !path.endsWith('.pf_index')),
    { path: list.path, content: pack(meta) },
    ...small.map(({ content }, at) => ({ path: pathOf(short[at]?.[2] ?? ''), content })),
  ];
}

const gzipTightly = promisify(zopfli.gzip);

/** The engine, which is most of what a reader loads, and the list of pieces, packed as tightly as can be. */
async function tightened({ path, content }: IndexFile): Promise<IndexFile> {
  if (!path.startsWith('wasm.') && !path.endsWith('.pf_meta')) return { path, content };
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
  return Promise.all(inSmallPieces(used).map(async (file) => minified(await tightened(file))));
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
