import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PeerPage } from './peer-site.ts';

/** As much of MiniSearch as is asked here. */
interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(query: string): { id: string }[];
}

const BOOST = { title: 4, text: 2 };

/** Letters that follow one another, two by two; a single one as it is. */
function twoGrams(text: string): string[] {
  const letters =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/**
 * The search of VitePress over some pages, set as suits Chinese best: two letters a word, all of which are wanted.
 *
 * @param folder where the peers are installed
 * @returns the addresses of the pages that a query finds
 */
export async function twoGramSearch(
  folder: string,
  pages: ReadonlyMap<string, PeerPage>,
): Promise<(query: string) => string[]> {
  const file = pathToFileURL(join(folder, 'node_modules', 'minisearch', 'dist', 'es', 'index.js')).href;
  const { default: Search } = (await import(file)) as { default: new (options: object) => MiniSearch };
  const search = new Search({
    fields: ['title', 'text'],
    tokenize: twoGrams,
    searchOptions: { prefix: true, boost: BOOST, combineWith: 'AND' },
  });
  search.addAll(
    [...pages].map(([name, { title, paragraphs }]) => ({
      id: name.replace(/(?:index)?\.md$/u, (end) => (end === '.md' ? '/' : '')),
      title,
      text: paragraphs.join('\n'),
    })),
  );
  return (query) => search.search(query).map(({ id }) => id);
}
