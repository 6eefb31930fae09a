/**
 * `node scripts/index.ts`: makes the search data of the built site from its own published data.
 *
 * Reads `data/<notice-id>.json` in the built site (`DIST`, else `dist`), the authority file of units and the
 * everyday words; writes `search/answers.json`, `search/text.json` and the Pagefind index `pagefind/`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { NoticeData, UnitEntry } from '../src/notice/model.ts';
import { createFold } from '../src/search/fold.ts';
import { answersOf } from '../src/search/index/answers.ts';
import { writePagefind } from '../src/search/index/pagefind.ts';
import { simplifiedPairs } from '../src/search/index/simplified.ts';
import { slim } from '../src/search/index/slim.ts';
import type { AnswerIndex, Synonym, TextFile } from '../src/search/model.ts';
import { recordsOf } from '../src/search/records.ts';
import { run } from './lib/run.ts';

const DIST = process.env['DIST'] ?? 'dist';

const read = (...path: string[]) => readFileSync(join(...path), 'utf8');
const readJson = <T>(...path: string[]): T => JSON.parse(read(...path)) as T;

const noticeIds = () =>
  readdirSync('content', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function write(name: string, data: unknown): void {
  const text = JSON.stringify(data);
  writeFileSync(join(DIST, 'search', name), text);
  console.log(`search/${name}: ${text.length} characters, ${gzipSync(text).length} bytes compressed`);
}

async function index(): Promise<void> {
  const notices = noticeIds().map((id) => readJson<NoticeData>(DIST, 'data', `${id}.json`));
  const authority = readJson<UnitEntry[]>('content', 'units.json');
  const records = notices.flatMap(recordsOf);
  const text = records.flatMap(({ fields }) => fields.flatMap(({ texts }) => texts)).join('\n');
  const synonyms = readJson<Synonym[]>('content', 'synonyms.json');
  const names = authority.flatMap(({ name, aliases }) => [name, ...aliases]).join('');
  const simplified = simplifiedPairs(text + names + synonyms.map(({ word }) => word).join(''));
  mkdirSync(join(DIST, 'search'), { recursive: true });
  const answers = answersOf(notices, authority, simplified);
  write('answers.json', { ...answers, units: answers.units.filter(({ named }) => named) } satisfies AnswerIndex);
  write('text.json', {
    notices: notices.map(slim),
    synonyms: synonyms.map(({ word, targets }) => ({ word, targets })),
    unnamed: answers.units.filter(({ named }) => !named),
  } satisfies TextFile);
  await writePagefind(records, createFold(simplified), join(DIST, 'pagefind'));
  console.log(`pagefind/: ${records.length} records`);
}

await run(index);
