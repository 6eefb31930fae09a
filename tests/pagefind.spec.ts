import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createFold } from '../src/search/fold.ts';
import { createMatcher } from '../src/search/match.ts';
import type { AnswerIndex } from '../src/search/model.ts';
import { askedOf } from '../src/search/pairs.ts';
import { recordsOf } from '../src/search/records.ts';
import { readSearchFile, searchFile } from '../src/search/search-file.ts';
import { at, dist, notices } from './support/published.ts';

/** What a page of the site can ask Pagefind. */
interface PagefindModule {
  filters(): Promise<unknown>;
  search(query: string): Promise<{ filters: { notice?: Record<string, number> } }>;
}

const answers = readSearchFile<AnswerIndex>(readFileSync(join(dist, searchFile('answers'))));
const fold = createFold(answers.simplified);
const matcher = createMatcher(fold);
const library = notices.map((notice) => ({ id: notice.notice.id, records: recordsOf(notice) }));

/** Runs of 1 to 6 letters from all over the notices, every 7th. */
function queries(): string[] {
  const texts = library
    .flatMap(({ records }) => records.flatMap(({ fields }) => fields.flatMap((field) => field.texts)))
    .filter((text) => text.length > 6);
  const runs = texts.flatMap((text, index) => text.slice(index % 5, (index % 5) + 1 + (index % 6)));
  return [...new Set(runs.filter((_, index) => index % 7 === 0))];
}

test('the full-text index names every notice that holds a run', async ({ page }) => {
  await page.goto(at('/'));
  const module = new URL('pagefind/pagefind.js', page.url()).href;
  const held = (words: string[]) =>
    page.evaluate(
      async ([address, query]) => {
        const pagefind: PagefindModule = await import(address);
        await pagefind.filters();
        const { filters } = await pagefind.search(query);
        return Object.entries(filters.notice ?? {}).flatMap(([id, hits]) => (hits > 0 ? [id] : []));
      },
      [module, words.join(' ')] as const,
    );
  const asked = queries();
  expect(asked.length).toBeGreaterThan(60);
  for (const query of asked) {
    const words = askedOf(fold(query).text);
    if (words.length === 0) continue;
    const truth = library.filter(({ records }) => records.some((record) => matcher.match(record, { text: query })));
    const found = await held(words);
    expect(found, query).toEqual(expect.arrayContaining(truth.map(({ id }) => id)));
  }
});
