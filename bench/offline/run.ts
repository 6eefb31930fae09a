/**
 * `npm run bench:offline`: the single file of the built site beside the same text as one file that searches by
 * Pagefind. Prints sizes, and the time from opening to the first answer in each browser.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, launch } from 'puppeteer-core';
import { siteAddress } from '../../scripts/lib/environment.ts';
import { findBrowser } from '../../scripts/lib/find-browser.ts';
import { findFirefox } from '../../scripts/lib/firefox.ts';
import { noticeIds } from '../../src/load.ts';
import type { NoticeData } from '../../src/notice/model.ts';
import { recordsOf } from '../../src/search/records.ts';
import { pagefindFile } from './peer.ts';

const QUERY = '办不成事';
const ROUNDS = 9;

const { dist } = siteAddress(process.env);
const id = noticeIds()[0] ?? '';
const data = JSON.parse(readFileSync(join(dist, 'data', `${id}.json`), 'utf8')) as NoticeData;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const files = [
  { name: 'policy-reader', path: join(folder, 'ours.html'), text: readFileSync(join(dist, 'offline', `${id}.html`)) },
  { name: 'Pagefind', path: join(folder, 'peer.html'), text: Buffer.from(await pagefindFile(recordsOf(data))) },
];
for (const { path, text } of files) writeFileSync(path, text);

/** Runs before the page's own scripts: notes when the first hit stands in the page. */
function noteFirstHit(): void {
  const noted = globalThis as { firstHit?: number };
  new MutationObserver(() => {
    if (noted.firstHit === undefined && document.querySelector('#results article')) noted.firstHit = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the start of the navigation to the first hit. */
async function timeToAnswer(browser: Browser, path: string): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(noteFirstHit);
  await page.goto(`${pathToFileURL(path).href}?q=${encodeURIComponent(QUERY)}`);
  const noted = await page.waitForFunction(() => (globalThis as { firstHit?: number }).firstHit, { timeout: 20_000 });
  const time = (await noted.jsonValue()) ?? Number.NaN;
  await page.close();
  return time;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(kind: 'chrome' | 'firefox', executablePath: string | undefined): Promise<Map<string, string>> {
  if (!executablePath) return new Map(files.map(({ name }) => [name, 'no such browser']));
  const args = kind === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await launch({ browser: kind, executablePath, headless: true, args });
  const times = new Map<string, string>();
  for (const { name, path } of files) {
    try {
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await timeToAnswer(browser, path));
      times.set(name, `${median(rounds).toFixed(0)} ms`);
    } catch (error) {
      times.set(name, `no answer: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  await browser.close();
  return times;
}

const chromium = await measure('chrome', findBrowser(process.env));
const firefox = await measure('firefox', findFirefox(process.env));
console.log(`From opening to the first answer for “${QUERY}”, median of ${ROUNDS}, file: addresses`);
console.table(
  Object.fromEntries(
    files.map(({ name, text }) => [
      name,
      {
        bytes: text.length,
        compressed: gzipSync(text, { level: 9 }).length,
        Chromium: chromium.get(name),
        Firefox: firefox.get(name),
      },
    ]),
  ),
);
