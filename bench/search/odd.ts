import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrived, arrivedIndex, type Carried, type CarriedIndex } from '../../src/search/carried.ts';
import { arrivedSounds } from '../../src/search/carried-sounds.ts';
import type { UnitAnswer, Words } from '../../src/search/model.ts';
import * as more from '../../src/search/more.ts';
import { createSearch, type Search } from '../../src/search/search.ts';
import { readSearchFile, searchFile } from '../../src/search/search-file.ts';

const LENGTH = 2000;
/** So much processor time may any query take, in milliseconds. */
const ALLOWED = 100;
const filled = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
const OTHER = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈';

/**
 * Asks queries that nobody types but many paste, and prints the processor time that each takes, as the first of a page,
 * whose data it opens, and again: the search of the built site, over its newest notice, without a page around it.
 */
export async function oddQueries(dist: string, text: string): Promise<void> {
  const read = <T>(name: string) => readSearchFile<T>(readFileSync(join(dist, searchFile(name))));
  const opened = () => {
    const index = arrivedIndex(read<CarriedIndex>('answers'));
    return createSearch({
      index,
      words: async () => read<Words>('words'),
      unnamed: async () => read<UnitAnswer[]>('unnamed'),
      sounds: async () => arrivedSounds(read<string>('sounds')),
      more: async () => more,
      notice: async (id) => arrived(read<Carried>(id), index.units),
    });
  };
  const taking = async (search: Search, query: string) => {
    const before = process.cpuUsage();
    const { hits } = await search.run(query);
    const { user, system } = process.cpuUsage(before);
    return { hits: hits.length, ms: Math.round((user + system) / 1000) };
  };
  const queries = {
    'a passage of the notice': text.slice(0, LENGTH),
    'a passage of another text': filled(OTHER),
    'both, letter by letter': filled([...text].map((letter, at) => letter + (OTHER[at % OTHER.length] ?? '')).join('')),
    '80 letters of another text': OTHER.repeat(2).slice(0, 80),
    'an address': filled('https://www.example.com/path/to?page=1&id=abc-'),
    digits: filled('1234567890'),
    'row numbers': filled('13-8、'),
    pinyin: filled('ershoufangjiaoyi'),
    'one letter': filled('一'),
    'letters apart': filled('办 '),
    'words apart': filled('二手房 社保卡 上海 '),
    units: filled('市民政局市教委'),
    'words that ask': filled('请问怎么办谁负责'),
    'with invisible characters': filled('二\u200d手\u2060房\u00ad'),
  };
  const rows = [];
  for (const [what, query] of Object.entries(queries)) {
    const search = opened();
    const first = await taking(search, query);
    const { hits, ms } = await taking(search, query);
    const allowed = Math.max(first.ms, ms) <= ALLOWED;
    rows.push({ query: what, letters: query.length, hits, 'first on the page': first.ms, again: ms, allowed });
  }
  console.log(`\nProcessor time of odd queries, milliseconds; ${ALLOWED} are allowed`);
  console.table(rows);
}
