import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { NoticeData } from '../../src/notice/model.ts';
import { countBytes } from './cold.ts';
import { askPagefind, typeAll } from './in-page.ts';
import { buildPeer, pagesOf as peerPages } from './peer-site.ts';
import { type Given, score, times } from './score.ts';
import type { Truth } from './truth.ts';
import { twoGramSearch } from './two-grams.ts';

interface Setting {
  browser: Browser;
  data: NoticeData;
  truth: Truth;
  absent: readonly string[];
  nicknames: readonly string[];
  listen: (folder: string, base: string) => Promise<{ url: string; close: () => void }>;
  /** The results page of the site, open. */
  site: Page;
  base: string;
}

/** Runs asked of the peer: its pages are loaded one by one. */
const ASKED = 600;
const TIMED = 30;

const BOX = 'dialog input';
const RESULT = '.pagefind-ui__result, .pagefind-ui__message:not(:empty)';

/** Starlight's pages as the truth names them: a page holds what its clauses hold. */
const pagesOf = (places: Set<string>, id: string): Set<string> =>
  new Set(
    [...places]
      .map((url) => url.replace(/#.*/u, '').replace(`${id}/`, ''))
      .filter((url) => url === '' || /^(?:section|task)\//u.test(url)),
  );

/** Types into the box of an open Starlight page and waits for its results, as a reader sees them. */
async function timeBox(page: Page, queries: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const query of queries) {
    await page.fill(BOX, '');
    await page.waitForTimeout(350);
    taken.push(
      await page.evaluate(
        ([box, result, text]) =>
          new Promise<number>((resolve) => {
            const input = document.querySelector<HTMLInputElement>(box);
            if (!input) throw new Error('no box');
            const start = performance.now();
            input.value = text;
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            const look = () => {
              const shown = [...document.querySelectorAll(result)].some((each) => each.textContent?.includes(text));
              if (shown) resolve(performance.now() - start);
              else if (performance.now() - start > 3000) resolve(3000);
              else setTimeout(look);
            };
            look();
          }),
        [BOX, RESULT, query] as const,
      ),
    );
  }
  return taken;
}

/** Builds Starlight from the same text and prints the same tables beside it. */
export async function peer(setting: Setting): Promise<void> {
  const { browser, data, truth, absent, nicknames, listen, site, base } = setting;
  const folder = buildPeer(data);
  const server = await listen(join(folder, 'dist'), '/');
  try {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    const bytes = countBytes(page);
    await page.goto(server.url);
    await page.click('button[data-open-modal]');
    await page.fill(BOX, '二手房');
    await page.waitForSelector('.pagefind-ui__result');
    await page.waitForLoadState('networkidle');
    console.log('\nStarlight: what a cold reader downloads until full text answers');
    console.table([await bytes()]);

    // To the peers punctuation is nothing.
    const plain = truth.runs.filter((run) => /^[\p{L}\p{N}]+$/u.test(run));
    const step = plain.length / ASKED;
    const runs = Array.from({ length: ASKED }, (_, index) => plain[Math.floor(index * step)] ?? '');
    const bundle = `${server.url}pagefind/pagefind.js`;
    const toPage = (url: string) => url.replace(/^\//u, '').replace(/\?.*/u, '');
    const found = await page.evaluate(askPagefind, { queries: runs, bundle });
    const ours = await site.evaluate(typeAll, { queries: runs, base });
    const vitepress = await twoGramSearch(folder, peerPages(data));
    const pages = (run: string) => pagesOf(truth.placesOf(run), data.notice.id);
    const given = (urls: string[], answers: string[] = []): Given => ({
      urls: [...pagesOf(new Set(urls), data.notice.id)],
      answers: [...pagesOf(new Set(answers), data.notice.id)],
    });
    console.log(`\n${ASKED} runs of letters and digits, by page (sections, tasks, cover)`);
    console.table(
      [
        score(
          'this site',
          runs,
          ours.map(({ urls, answers }) => given(urls, answers)),
          pages,
        ),
        score(
          'Starlight',
          runs,
          found.map(({ urls }) => given(urls.map(toPage))),
          pages,
        ),
        score(
          'VitePress, two letters a word',
          runs,
          runs.map((run) => given(vitepress(run))),
          pages,
        ),
      ].map(({ engine, recall, precision, wrong }) => ({
        engine,
        recall: recall.toFixed(4),
        precision: precision.toFixed(4),
        'runs with a fault': wrong.length,
      })),
    );

    const words = [...absent, ...nicknames];
    const theirs = await page.evaluate(askPagefind, { queries: words, bundle });
    const own = await site.evaluate(typeAll, { queries: words, base });
    console.log('\nWords that the notice does not hold, then names and numbers that people use: hits, and the first');
    console.table(
      words.map((word, index) => ({
        word,
        'this site': own[index]?.urls.length,
        first: own[index]?.urls[0] ?? '–',
        Starlight: theirs[index]?.urls.length,
        'its first': theirs[index]?.urls[0] ?? '–',
        VitePress: vitepress(word).length,
      })),
    );

    const timed = ['二手房', '渝快办', '电子证照', '退休', '监管', '一件事', '窗口', '政务服务', '公证', '残疾人'];
    const queries = Array.from({ length: TIMED }, (_, index) => timed[index % timed.length] ?? '');
    const here = await site.evaluate(typeAll, { queries, base });
    console.log('\nFrom the key to the results in the page, milliseconds');
    console.table([
      { engine: 'this site', ...times(here.map(({ ms }) => ms)) },
      { engine: 'Starlight', ...times(await timeBox(page, queries)) },
    ]);
    await context.close();
  } finally {
    server.close();
  }
}
