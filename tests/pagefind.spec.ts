import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { phraseOf } from '../src/search/client/pagefind.ts';
import { createFold } from '../src/search/fold.ts';
import { createMatcher } from '../src/search/match.ts';
import type { AnswerIndex } from '../src/search/model.ts';
import { recordsOf } from '../src/search/records.ts';
import { at, dist, notices } from './support/site.ts';

/** What a page of the site can ask Pagefind. */
interface PagefindModule {
  search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

const answers: AnswerIndex = JSON.parse(readFileSync(join(dist, 'search', 'answers.json'), 'utf8'));
const fold = createFold(answers.simplified);
const matcher = createMatcher(fold);
const records = notices.flatMap(recordsOf);

/** Runs of 1 to 6 letters from all over the notice, every 97th, and words that it does not hold. */
function queries(): string[] {
  const texts = records
    .flatMap(({ fields }) => fields.flatMap((field) => field.texts))
    .filter((text) => text.length > 6);
  const runs = texts.flatMap((text, index) => text.slice(index % 5, (index % 5) + 1 + (index % 6)));
  return [...new Set(runs.filter((_, index) => index % 7 === 0)), '上海', '区块链', '火箭发射', '猫狗委'];
}

test('the Pagefind index gives every place that holds a run, and the core needs nothing else to be exact', async ({
  page,
}) => {
  await page.goto(at('/'));
  const site = new URL('./', page.url());
  const module = new URL('pagefind/pagefind.js', site).href;
  const find = (query: string) =>
    page.evaluate(
      async ([address, phrase]) => {
        const pagefind: PagefindModule = await import(address);
        const { results } = await pagefind.search(phrase);
        const data = await Promise.all(results.map((result) => result.data()));
        return data.map(({ url }) => url);
      },
      [module, query] as const,
    );
  const candidates = async (query: string) => {
    const phrase = phraseOf(fold(query).text);
    if (phrase === undefined) return records;
    const urls = new Set((await find(phrase)).map((url) => url.slice(site.pathname.length)));
    return records.filter(({ url }) => urls.has(url));
  };
  const asked = queries();
  expect(asked.length).toBeGreaterThan(60);
  for (const query of asked) {
    const truth = records.filter((record) => matcher.match(record, { text: query })).map(({ url }) => url);
    const found = (await candidates(query))
      .filter((record) => matcher.match(record, { text: query }))
      .map(({ url }) => url);
    expect(found, query).toEqual(truth);
  }
});
