/**
 * `npm run bench:search`: holds the built site's search against the text, all of it, and against its peers.
 *
 * Needs a built site (`npm run build`). `-- --runs 2000` takes a sample, `-- --no-peer` leaves Starlight out,
 * `-- --notices 50` says how large the made libraries are, `-- --notices 1` leaves them out.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { siteAddress } from '../../scripts/lib/environment.ts';
import { findBrowser, NO_BROWSER } from '../../scripts/lib/find-browser.ts';
import type { NoticeData } from '../../src/notice/model.ts';
import type { CarriedIndex } from '../../src/search/carried.ts';
import { recordsOf } from '../../src/search/records.ts';
import { readSearchFile, searchFile } from '../../src/search/search-file.ts';
import { coldBytes, coldLog } from './cold.ts';
import { writeDefaultIndex } from './default-index.ts';
import { askPagefind, typeAll } from './in-page.ts';
import { listen } from './listen.ts';
import { madeLibrary } from './made.ts';
import { oddQueries } from './odd.ts';
import { peer } from './peer.ts';
import { type Given, type Score, score, times } from './score.ts';
import { truthOf } from './truth.ts';

const BATCH = 1000;
const ABSENT = ['上海', '区块链', '火箭发射', '猫狗委', '碳达峰', '房产税', '元宇宙', '北京市'];
const NICKNAMES = ['卫健委', '人社局', '市医疗保障局', '教育委员会', 'minzhengju', 'mzj', '社保卡', '10月', '13-8'];

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string' },
    'no-peer': { type: 'boolean', default: false },
    id: { type: 'string' },
    notices: { type: 'string', default: '50,250' },
  },
});
const { dist, base } = siteAddress(process.env);
const answers = readSearchFile<CarriedIndex>(readFileSync(join(dist, searchFile('answers'))));
const id: string = options.id ?? answers.notices.id[0] ?? '';
const data = JSON.parse(readFileSync(join(dist, 'data', `${id}.json`), 'utf8')) as NoticeData;
const truth = truthOf(data);
const records = recordsOf(data);

/** Every n-th run, so that a sample reaches over the whole text. */
function chosen(): string[] {
  const wanted = Number(options.runs ?? truth.runs.length);
  const step = Math.max(1, truth.runs.length / wanted);
  return Array.from(
    { length: Math.min(wanted, truth.runs.length) },
    (_, index) => truth.runs[Math.floor(index * step)] ?? '',
  );
}

async function inBatches<T>(queries: readonly string[], ask: (batch: string[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < queries.length; from += BATCH) all.push(...(await ask(queries.slice(from, from + BATCH))));
  return all;
}

const share = (value: number) => value.toFixed(5);

function report(scores: readonly Score[]): void {
  console.table(
    scores.map(({ engine, runs, recall, precision, wrong }) => ({
      engine,
      runs,
      recall: share(recall),
      precision: share(precision),
      'runs with a fault': wrong.length,
    })),
  );
  for (const { engine, wrong } of scores) {
    for (const { run, missing, extra } of wrong.slice(0, 5)) {
      console.log(
        `  ${engine} “${run}”: missing ${missing.slice(0, 3).join(' ') || '–'}; wrong ${extra.slice(0, 3).join(' ') || '–'}`,
      );
    }
  }
}

async function withBrowser(run: (browser: Browser) => Promise<void>): Promise<void> {
  const executablePath = findBrowser(process.env);
  if (!executablePath) throw new Error(NO_BROWSER);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    await run(browser);
  } finally {
    await browser.close();
  }
}

async function openSite(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(`${url}search/?q=${encodeURIComponent('要点')}`);
  await page.waitForSelector('#results[data-state=done]');
  return page;
}

await withBrowser(async (browser) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  const site = await listen(dist, base);
  try {
    await writeDefaultIndex(records, folder);
    const plainPagefind = await listen(folder, '/');
    const queries = chosen();
    const page = await openSite(browser, site.url);

    console.log(`\nRuns of 1 to 6 characters of ${id}: ${truth.runs.length} distinct, ${queries.length} asked`);
    const ours = await inBatches(queries, (batch) => page.evaluate(typeAll, { queries: batch, base }));
    const asGiven = (found: { urls: string[] }): Given => ({ urls: found.urls, answers: [] });
    const other = await browser.newPage({ locale: 'zh-CN' });
    await other.goto(`${plainPagefind.url}pagefind-entry.json`);
    const plain = await inBatches(queries, (batch) =>
      other.evaluate(askPagefind, { queries: batch, bundle: `${plainPagefind.url}pagefind.js` }),
    );
    report([
      score('this site', queries, ours, truth.placesOf),
      score('Pagefind as it comes', queries, plain.map(asGiven), truth.placesOf),
    ]);

    console.log('\nWords that the notice does not hold: hits');
    const absent = await page.evaluate(typeAll, { queries: ABSENT, base });
    const absentPlain = await other.evaluate(askPagefind, {
      queries: ABSENT,
      bundle: `${plainPagefind.url}pagefind.js`,
    });
    console.table(
      ABSENT.map((word, index) => ({
        word,
        'this site': absent[index]?.urls.length,
        'says so': absent[index]?.exact === false,
        'Pagefind as it comes': absentPlain[index]?.urls.length,
      })),
    );

    console.log('\nFrom the key to the results in the page, milliseconds');
    console.table([{ engine: 'this site', queries: ours.length, ...times(ours.map(({ ms }) => ms)) }]);

    console.log('\nWhat a cold reader downloads, bytes as compressed, page included');
    console.table(await coldBytes(browser, site.url));
    const cold = await browser.newContext({ locale: 'zh-CN' });
    await coldLog(await cold.newPage(), `${site.url}search/?q=${encodeURIComponent('二手房')}`);
    await cold.close();

    await oddQueries(
      browser,
      site.url,
      data.sections.flatMap(({ clauses }) => clauses.map(({ text }) => text)).join(''),
    );
    for (const count of options.notices.split(',').map(Number)) {
      if (count > 1) await madeLibrary(browser, { dist, base, data, count });
    }
    plainPagefind.close();
    if (!options['no-peer'])
      await peer({ browser, data, truth, absent: ABSENT, nicknames: NICKNAMES, listen, site: page, base });
  } finally {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
