import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { build } from 'esbuild';
import { selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { parse } from 'yaml';
import { readPage } from '../scripts/lib/built-pages.ts';
import { candidatesOf } from '../src/notice/candidates.ts';
import { hitAnchor } from '../src/offline/places.ts';
import { arrived, arrivedIndex, type Carried, type CarriedIndex } from '../src/search/carried.ts';
import { arrivedSounds } from '../src/search/carried-sounds.ts';
import { filtersFrom } from '../src/search/filters.ts';
import type { UnitAnswer, Words } from '../src/search/model.ts';
import * as more from '../src/search/more.ts';
import { createSearch } from '../src/search/search.ts';
import { readSearchFile, searchFile } from '../src/search/search-file.ts';
import { askInPage } from './support/ask-in-page.ts';
import type * as Probe from './support/library-probe.ts';
import { once } from './support/once.ts';
import { addressOfFile, FIREFOX, readOnlyCopy, test } from './support/opened-file.ts';
import { authority, data, dist } from './support/published.ts';

// The last file of all: neither worker waits for the other to end it.
test.describe.configure({ mode: 'parallel' });

const name = `${data.notice.id}.html`;
const bytes = readFileSync(join(dist, 'offline', name));
const readSearch = <T>(file: string) => readSearchFile<T>(readFileSync(join(dist, searchFile(file))));
const index = arrivedIndex(readSearch<CarriedIndex>('answers'));
const words = readSearch<Words>('words');
const unnamed = readSearch<UnitAnswer[]>('unnamed');
const notice = arrived(readSearch<Carried>(data.notice.id), index.units);
const search = createSearch({
  index,
  words: async () => words,
  unnamed: async () => unnamed,
  sounds: async () => arrivedSounds(readSearch<string>('sounds')),
  more: async () => more,
  notice: async () => notice,
});
const slugs = new Map(authority.map((unit) => [unit.name, unit.slug]));
const units = new Map(
  selectAll('.all-units dt', readPage(dist, join('offline', name))).map((head) => [
    slugs.get(textOf(head).trim()) ?? '',
    String(head.properties['id']),
  ]),
);
const placeOf = (url: string) => hitAnchor(url, data.notice.id, units);
/** So many hits are shown at first. */
const SHOWN = 20;
const questions = (parse(readFileSync('tests/questions.yaml', 'utf8')) as { q: string | number }[]).map(({ q }) =>
  String(q),
);

const [due] = data.tasks.flatMap(({ deadline }) =>
  deadline.reading?.kind === 'by' ? deadline.reading.date.slice(0, 7) : [],
);
const [lead] = data.units.map(({ slug, leads }) => ({ slug, leads })).sort((a, b) => b.leads.length - a.leads.length);

/** Addresses of searches that are narrowed, by each filter and by several. */
const FILTERED = [
  '?q=一件事&kind=task',
  '?q=服务&section=13',
  `?q=&due=${due}`,
  '?q=&due=ongoing&kind=task',
  `?q=&unit=${lead?.slug}&role=lead`,
  `?q=平台&unit=${lead?.slug}&status=open`,
  '?q=市公安局&kind=task&status=inferred',
];

/** Opens each address in the page, as going back does, and reads the hits and the counts of the kinds. */
async function filterInPage(addresses: string[]): Promise<{ hits: string[]; kinds: number[] }[]> {
  const results = document.querySelector<HTMLElement>('#results');
  const said = [];
  for (const address of addresses) {
    history.replaceState(null, '', location.pathname + address);
    dispatchEvent(new PopStateEvent('popstate'));
    while (results?.dataset['state'] === 'busy') await new Promise((resolve) => setTimeout(resolve));
    const counts = [...document.querySelectorAll('select[name=kind] option')].map(({ textContent }) => {
      const [, sure = 0, unsure = 0] = /（(\d+)(?:，可能 (\d+))?）$/u.exec(textContent) ?? [];
      return Number(sure) + Number(unsure);
    });
    said.push({
      hits: [...(results?.querySelectorAll('article[data-hit] h2 a') ?? [])].map(
        (link) => link.getAttribute('href') ?? '',
      ),
      kinds: counts.filter((count) => count > 0).sort(),
    });
  }
  return said;
}

/** The probe as one script. */
const probeScript = once(async () => {
  const { outputFiles } = await build({
    entryPoints: ['tests/support/library-probe.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'probe',
    footer: { js: 'globalThis.probe = probe;' },
    target: 'es2023',
  });
  return outputFiles[0]?.text ?? '';
});

test('the file keeps to its size', () => {
  const compressed = gzipSync(bytes, { level: 9 }).length;
  console.log(`${name}: ${bytes.length} bytes, ${compressed} compressed`);
  expect(bytes.length).toBeLessThanOrEqual(300_000);
  expect(compressed).toBeLessThanOrEqual(85_000);
});

const inTime = (candidates: string[]) =>
  candidatesOf({ status: 'open', text: null, lines: [], candidates }).map(({ again, text }) => again + text);

for (const browser of ['chromium', 'firefox'] as const) {
  test.describe(`opened from a read-only folder in ${browser}`, () => {
    test.skip(browser === 'firefox' && !FIREFOX, 'no Firefox on this machine: install firefox-esr');
    // The engines read one program: what a machine could ask for days is asked whole in one, and a share in the other.
    const every = browser === 'chromium' ? 1 : 10;
    let folder: string;
    test.beforeAll(() => {
      folder = readOnlyCopy(join(dist, 'offline'));
    });

    test('asks for nothing, says no error, is styled, and every link leads somewhere', async ({ open }) => {
      const unit = data.units.find(({ leads }) => leads.length > 0)?.slug ?? '';
      for (const path of [name, join('units', `${unit}.html`)]) {
        const file = await open(browser, addressOfFile(join(folder, path)));
        const seen = await file.evaluate(() => {
          const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(
            (link) => link.getAttribute('href') ?? '',
          );
          return {
            resources: performance.getEntriesByType('resource').length,
            bar: getComputedStyle(document.querySelector('header') ?? document.body).borderTopWidth,
            body: getComputedStyle(document.body).margin,
            links: links.length,
            dead: links.filter((link) => !link.startsWith('#') || !document.getElementById(link.slice(1))),
          };
        }, undefined);
        expect({ ...seen, links: seen.links > 5, errors: file.errors, requests: file.requests }).toEqual({
          resources: 0,
          bar: '4px',
          body: '0px',
          links: true,
          dead: [],
          errors: [],
          requests: [],
        });
        await file.close();
      }
    });

    test('searches what the site searches: the same index, the same text', async ({ open }) => {
      const file = await open(browser, addressOfFile(join(folder, name)));
      await file.run(await probeScript());
      const library = await file.evaluate(
        () => (globalThis as unknown as { probe: typeof Probe }).probe.library(),
        undefined,
      );
      // What an open deadline may be stands in order of time on the page that the file reads.
      const shown = notice.tasks.map((task) => ({
        ...task,
        ...(task.deadline?.candidates
          ? { deadline: { ...task.deadline, candidates: inTime(task.deadline.candidates) } }
          : {}),
      }));
      // In another order.
      const pairs = ({ simplified }: { simplified: string }) => (simplified.match(/../gu) ?? []).sort();
      expect(pairs(library.index)).toEqual(pairs(index));
      expect(library).toEqual({
        index: { ...index, simplified: library.index.simplified },
        words,
        unnamed,
        notice: { ...notice, tasks: shown },
        sounds: expect.any(String),
      });
      await file.close();
    });

    test('answers questions as the site does: the same hits in the same order', async ({ open }) => {
      // Each of them is asked on the site's own page; the file, whose search is made of the same, is asked every third.
      const asked = questions.filter((_, index) => index % (3 * every) === 0);
      const expected = await Promise.all(
        asked.map(async (query) => {
          const { exact, hits } = await search.run(query);
          return { exact: String(exact), hits: hits.slice(0, SHOWN).map(({ url }) => placeOf(url)) };
        }),
      );
      const file = await open(browser, addressOfFile(join(folder, name)));
      const said = await file.evaluate(askInPage, asked);
      expect(said).toEqual(expected);
      const dead = await file.evaluate(
        (hits) => hits.filter((hit) => !document.getElementById(hit.slice(1))),
        said.flatMap(({ hits }) => hits),
      );
      expect(dead).toEqual([]);
      expect([...file.errors, ...file.requests]).toEqual([]);
      await file.close();
    });

    test('filters as the site does: the same hits, and the same counts beside the choices', async ({ open }) => {
      const expected = await Promise.all(
        FILTERED.map(async (address) => {
          const params = new URLSearchParams(address);
          const { hits, facets } = await search.run(params.get('q') ?? '', { filters: filtersFrom(params) });
          const kinds = [...facets.kind.values()].map(({ sure, unsure }) => sure + unsure).sort();
          return { hits: hits.slice(0, SHOWN).map(({ url }) => placeOf(url)), kinds };
        }),
      );
      expect(expected.every(({ hits }) => hits.length > 0)).toBe(true);
      const file = await open(browser, addressOfFile(join(folder, name)));
      expect(await file.evaluate(filterInPage, FILTERED)).toEqual(expected);
      expect([...file.errors, ...file.requests]).toEqual([]);
      await file.close();
    });

    test('finds runs of one to six characters where they stand, and nowhere else', async ({ open }) => {
      const file = await open(browser, addressOfFile(join(folder, name)));
      await file.run(await probeScript());
      const { runs, wrong } = await file.evaluate(
        (asked) => (globalThis as unknown as { probe: typeof Probe }).probe.askRuns(asked),
        { published: notice, every },
      );
      console.log(`${browser}: ${runs} runs, ${wrong.length} wrong`);
      expect(runs).toBeGreaterThan(10_000 / every);
      expect(wrong).toEqual([]);
      await file.close();
    });
  });
}
