/**
 * The search over a library of made notices, through Pagefind, in a real browser: recall and precision of the index and
 * of the places found, time to the first hits, and which files of how many bytes a cold query loads.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { loadAuthority, loadSynonyms } from '../../src/load.ts';
import type { NoticeData } from '../../src/notice/model.ts';
import { createFold } from '../../src/search/fold.ts';
import { searchFiles } from '../../src/search/index/search-files.ts';
import { createMatcher } from '../../src/search/match.ts';
import type { AnswerIndex } from '../../src/search/model.ts';
import { recordsOf } from '../../src/search/records.ts';
import { readSearchFile, searchFile } from '../../src/search/search-file.ts';
import { coldLog, coldQuestions } from './cold.ts';
import { noticesLike } from './library.ts';
import { listen } from './listen.ts';
import type * as Probe from './probe.ts';
import { times } from './score.ts';

/** So many runs are asked of each library, shared among its notices: each may hold them all. */
const RUNS = 30_000;
const MOST_RUNS = 1200;
/** Questions of readers who were never here. */
const COLD = 60;
const LONGEST = 6;
const TYPED = ['二手房', '渝快办', '电子证照', '退休', '监管', '一件事', '窗口', '政务服务', '公证', '残疾人'];

/** A copy of the built site whose search is over made notices. */
async function copyWith(dist: string, notices: readonly NoticeData[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-library-'));
  cpSync(dist, folder, { recursive: true, filter: (path) => !/\/(?:search\/[^/]+\.json|pagefind)(?:$|\/)/.test(path) });
  for (const { path, content } of await searchFiles({
    notices,
    authority: loadAuthority(),
    synonyms: loadSynonyms(),
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs of one to six letters from all over the library. */
function runs(notices: readonly NoticeData[]): string[] {
  const count = Math.min(MOST_RUNS, Math.floor(RUNS / notices.length));
  const texts = notices.flatMap(recordsOf).flatMap(({ fields }) => fields.flatMap((field) => field.texts));
  const long = texts.filter(({ length }) => length > 2 * LONGEST);
  const step = long.length / count;
  return Array.from({ length: count }, (_, index) => {
    const text = long[Math.floor(index * step)] ?? '';
    const from = index % LONGEST;
    return text.slice(from, from + 1 + (index % LONGEST));
  });
}

/** @param count how many notices the library has; the newest is the real one */
export async function madeLibrary(
  browser: Browser,
  { dist, base, data, count }: { dist: string; base: string; data: NoticeData; count: number },
): Promise<void> {
  const notices = noticesLike(data, count);
  const folder = await copyWith(dist, notices);
  const site = await listen(folder, base);
  try {
    const { outputFiles } = await build({
      entryPoints: ['bench/search/probe.ts'],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'probe',
      define: { 'import.meta.env.BASE_URL': JSON.stringify(base) },
    });
    const page = await browser.newPage({ locale: 'zh-CN', bypassCSP: true });
    await page.goto(`${site.url}about/`);
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const asked = runs(notices);
    const found = await page.evaluate(
      ([at, queries]) => (globalThis as unknown as { probe: typeof Probe }).probe.ask(at, queries),
      [site.url, asked] as const,
    );
    const { simplified } = readSearchFile<AnswerIndex>(readFileSync(join(folder, searchFile('answers'))));
    const matcher = createMatcher(createFold(simplified));
    const library = notices.map((notice) => ({ id: notice.notice.id, records: recordsOf(notice) }));
    let due = 0;
    let right = 0;
    let shown = 0;
    const wrong: string[] = [];
    let holding = 0;
    let named = 0;
    asked.forEach((run, index) => {
      const held = library.flatMap(({ id, records }) => {
        const fits = records.filter((record) => record.kind !== 'unit' && matcher.match(record, { text: run }));
        return fits.length > 0 ? [{ id, urls: fits.map(({ url }) => url) }] : [];
      });
      const urls = new Set(found[index]?.urls);
      const places = new Set(held.flatMap((each) => each.urls));
      const others = [...urls].filter((url) => !places.has(url));
      shown += urls.size;
      for (const url of others) wrong.push(`“${run}”: ${url}`);
      due += held.reduce((sum, each) => sum + each.urls.length, 0);
      right += held.flatMap((each) => each.urls).filter((url) => urls.has(url)).length;
      // The index is asked for all but the newest.
      holding += held.filter(({ id }) => id !== data.notice.id).length;
      named += found[index]?.named ?? 0;
    });
    console.log(`\n${count} notices, ${asked.length} runs of 1 to ${LONGEST} letters`);
    console.table([
      {
        'recall of places': (right / due).toFixed(5),
        'precision of places': ((shown - wrong.length) / shown).toFixed(5),
        'precision of the index': (holding / named).toFixed(3),
      },
    ]);
    if (wrong.length > 0) console.log(`  wrong: ${wrong.slice(0, 5).join('; ')}`);

    const results = await browser.newPage({ locale: 'zh-CN' });
    await coldLog(results, `${site.url}search/?q=${encodeURIComponent('二手房')}`);
    const questions = (parse(readFileSync('tests/questions.yaml', 'utf8')) as { q: string | number }[]).map(({ q }) =>
      String(q),
    );
    await coldQuestions(
      browser,
      site.url,
      questions.filter((_, index) => index % Math.floor(questions.length / COLD) === 0),
    );
    const taken = await results.evaluate(async (queries) => {
      const input = document.querySelector<HTMLInputElement>('input[type=search]');
      const shown = document.querySelector<HTMLElement>('#results');
      if (!input || !shown) throw new Error('no results page');
      const first: number[] = [];
      const all: number[] = [];
      let nodes = 0;
      for (const query of [...queries, ...queries, ...queries]) {
        const start = performance.now();
        shown.replaceChildren();
        input.value = query;
        input.dispatchEvent(new InputEvent('input'));
        while (shown.childElementCount === 0) await new Promise((resolve) => setTimeout(resolve));
        first.push(performance.now() - start);
        while (shown.dataset['state'] === 'busy') await new Promise((resolve) => setTimeout(resolve));
        all.push(performance.now() - start);
        nodes = Math.max(nodes, shown.querySelectorAll('*').length);
      }
      return { first, all, nodes };
    }, TYPED);
    console.log('\nFrom the key to the first hits, and to all of them, milliseconds; most nodes of the results');
    console.table([
      {
        ...times(taken.first),
        'all, median': times(taken.all).median,
        'all, p90': times(taken.all).p90,
        nodes: taken.nodes,
      },
    ]);
  } finally {
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
