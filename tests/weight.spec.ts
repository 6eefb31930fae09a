import { gzipSync } from 'node:zlib';
import { expect, type Request, test } from '@playwright/test';
import { selectAll } from 'hast-util-select';
import { addresses, at, bytesAt, treeAt } from './support/published.ts';

/** What a cold reader may have to download for a page, in KB of 1024 bytes as compressed. */
const BUDGETS = [
  { kind: 'section', pattern: /\/section\/\d+\/$/, budget: 14 },
  { kind: 'unit', pattern: /^\/units\/[^/]+\/$/, budget: 14 },
  { kind: 'task', pattern: /\/task\/[\d-]+\/$/, budget: 10 },
  { kind: 'annex', pattern: /\/annex\/$/, budget: 28 },
  { kind: 'deadlines', pattern: /[^/]\/deadlines\/$/, budget: 20 },
];

for (const { kind, pattern, budget } of BUDGETS) {
  test(`the heaviest ${kind} page, with all it loads, is at most ${budget} KB compressed`, async ({ page }) => {
    const sizes = addresses
      .filter((address) => pattern.test(address))
      .map((address) => ({ address, size: gzipSync(bytesAt(address)).length }))
      .sort((a, b) => b.size - a.size);
    const [heaviest] = sizes;
    if (!heaviest) throw new Error(`No ${kind} page was built`);
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    await page.goto(at(heaviest.address), { waitUntil: 'networkidle' });
    const loaded = await Promise.all(
      requests.map(async (request) => ({ url: request.url(), bytes: (await request.sizes()).responseBodySize })),
    );
    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
    const list = loaded.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join('\n');
    console.log(`${kind}: ${total} bytes\n${list}`);
    expect(loaded.length).toBeGreaterThan(1);
    expect(total, list).toBeLessThanOrEqual(budget * 1024);
  });
}

test('a page is drawn as soon as one sheet of style has come: nothing else holds it up', () => {
  for (const address of addresses) {
    const tree = treeAt(address);
    expect(selectAll('link[rel=stylesheet]', tree), address).toHaveLength(1);
    expect(selectAll('script[src]:not([type=module])', tree), address).toEqual([]);
  }
});

test('the annex page, all its rows in it, is at most 2,500 elements', () => {
  const annexes = addresses.filter((address) => address.endsWith('/annex/'));
  expect(annexes.length).toBeGreaterThan(0);
  for (const address of annexes) expect(selectAll('*', treeAt(address)).length, address).toBeLessThanOrEqual(2500);
});
