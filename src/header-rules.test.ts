import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from '../scripts/lib/headers-file.ts';
import { headersFile } from './header-rules.ts';

const BASE = '/zwgk/yaodian/';

/** What the nginx example sends for a path: of the `location` with the longest prefix, which inherits nothing. */
function nginxHeaders(path: string): [name: string, value: string][] {
  const text = readFileSync('docs/nginx.conf.example', 'utf8').replace(/^\s*#.*$/gmu, '');
  const [, block = ''] =
    [...text.matchAll(/^location (?:\^~ )?(\S+) \{\n([^}]*)\}/gmu)]
      .map(([, prefix = '', lines = '']) => [prefix, lines] as const)
      .filter(([prefix]) => path.startsWith(prefix))
      .sort(([a], [b]) => b.length - a.length)[0] ?? [];
  return [...block.matchAll(/add_header (\S+) (?:"([^"]*)"|(\S+?))(?: always)?;/gu)].map(([, name, quoted, bare]) => [
    name ?? '',
    quoted ?? bare ?? '',
  ]);
}

test.each(['', 'units/shi-gong-an-ju/', '_astro/a.css', 'offline/yfbf-2022-34.html', 'data/a.csv'])(
  'nginx and hosts that read _headers send the same for “%s”, no header twice',
  (path) => {
    const sent = headersFor(parseHeadersFile(headersFile(BASE)), BASE + path);
    expect(nginxHeaders(BASE + path).sort()).toEqual(sent.toSorted());
    expect(new Set(sent.map(([name]) => name)).size).toBe(sent.length);
  },
);

test('only what has its content in its name is kept for a year, under any base', () => {
  for (const base of ['/', BASE]) {
    const cached = (path: string) =>
      headersFor(parseHeadersFile(headersFile(base)), path).some(([name]) => name === 'Cache-Control');
    expect([cached(`${base}_astro/a.css`), cached(base), cached('/elsewhere/_astro/a.css')]).toEqual([
      true,
      false,
      false,
    ]);
  }
});

test('no header narrows what a single file’s own policy allows it to load', () => {
  expect(headersFile('/')).not.toMatch(/(?:default|script|style|img|font|connect)-src/u);
});
