import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { CONTENT } from '../folders.ts';
import { loadAuthority, noticeIds } from '../load.ts';
import { readPublished } from '../notice/absent.ts';
import { searchFiles } from '../search/index/search-files.ts';
import type { Synonym } from '../search/model.ts';

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/**
 * The site's search: once the pages and data files are built, makes the search data `search/` and the Pagefind index
 * `pagefind/` from the published `data/<notice-id>.json`, the authority file and the everyday words.
 */
export const search = (): AstroIntegration => ({
  name: 'search',
  hooks: { 'astro:build:done': ({ dir, logger }) => writeSearch(fileURLToPath(dir), logger) },
});

async function writeSearch(dist: string, logger: AstroIntegrationLogger): Promise<void> {
  const files = await searchFiles({
    notices: noticeIds().map((id) => readPublished(readJson(dist, 'data', `${id}.json`))),
    authority: loadAuthority(),
    synonyms: readJson<Synonym[]>(CONTENT, 'synonyms.json'),
  });
  for (const { path, content } of files) {
    const file = join(dist, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (path.startsWith('search/')) logger.info(`${path}: ${gzipSync(content).length} bytes compressed`);
  }
  logger.info(`${files.length} files`);
}
