import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { loadAuthority, noticeIds } from '../load.ts';
import type { NoticeData } from '../notice/model.ts';
import { CONTENT } from '../places.ts';
import { createFold } from '../search/fold.ts';
import { answersOf } from '../search/index/answers.ts';
import { pagefindFiles } from '../search/index/pagefind.ts';
import { simplifiedPairs } from '../search/index/simplified.ts';
import { slim } from '../search/index/slim.ts';
import type { AnswerIndex, Synonym, TextFile } from '../search/model.ts';
import { recordsOf } from '../search/records.ts';

const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(...path), 'utf8')) as T;

/**
 * The site's search: once the pages and data files are built, makes `search/answers.json`, `search/text.json` and the
 * Pagefind index `pagefind/` from the published `data/<notice-id>.json`, the authority file and the everyday words.
 */
export const search = (): AstroIntegration => ({
  name: 'search',
  hooks: { 'astro:build:done': ({ dir, logger }) => writeSearch(fileURLToPath(dir), logger) },
});

async function writeSearch(dist: string, logger: AstroIntegrationLogger): Promise<void> {
  const write = (name: string, data: unknown): void => {
    const text = JSON.stringify(data);
    writeFileSync(join(dist, 'search', name), text);
    logger.info(`search/${name}: ${text.length} characters, ${gzipSync(text).length} bytes compressed`);
  };
  const notices = noticeIds().map((id) => readJson<NoticeData>(dist, 'data', `${id}.json`));
  const authority = loadAuthority();
  const records = notices.flatMap(recordsOf);
  const text = records.flatMap(({ fields }) => fields.flatMap(({ texts }) => texts)).join('\n');
  const synonyms = readJson<Synonym[]>(CONTENT, 'synonyms.json');
  const names = authority.flatMap(({ name, aliases }) => [name, ...aliases]).join('');
  const simplified = simplifiedPairs(text + names + synonyms.map(({ word }) => word).join(''));
  const answers = answersOf(notices, authority, simplified);
  mkdirSync(join(dist, 'search'), { recursive: true });
  write('answers.json', { ...answers, units: answers.units.filter(({ named }) => named) } satisfies AnswerIndex);
  write('text.json', {
    notices: notices.map(slim),
    synonyms: synonyms.map(({ word, targets }) => ({ word, targets })),
    unnamed: answers.units.filter(({ named }) => !named),
  } satisfies TextFile);
  for (const { path, content } of await pagefindFiles(records, createFold(simplified))) {
    const file = join(dist, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  logger.info(`pagefind/: ${records.length} records`);
}
