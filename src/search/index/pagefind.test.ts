import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startEngine } from '../client/engine.ts';
import { createFold } from '../fold.ts';
import type { SearchRecord } from '../model.ts';
import { askedOf } from '../pairs.ts';
import { pagefindFiles } from './pagefind.ts';

const CALL = `
  import { pagefindFiles } from './src/search/index/pagefind.ts';
  await pagefindFiles(new Map(), {}).catch((error) => {
    console.log(error.message, '/', error.cause instanceof Error);
    process.exitCode = 1;
  });
`;

/** Asks for an index where a script stands in for Pagefind's own program. */
function indexWith(script: string) {
  const program = join(mkdtempSync(join(tmpdir(), 'pagefind-')), 'program');
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return spawnSync('node', ['--input-type=module', '--eval', CALL], {
    encoding: 'utf8',
    env: { ...process.env, PAGEFIND_EXTENDED_BINARY_PATH: program },
  });
}

test('where Pagefind’s own program ends before it answers, the index fails with that, and its cause', () => {
  const { status, stdout } = indexWith('head -c 1 > /dev/null');
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(/^Pagefind made no index: its process ended .* \/ true\n$/),
  ]);
});

test('what Pagefind reports as an error stops the index', () => {
  const answer = { message_id: 1, payload: { type: 'Error', message: 'no room' } };
  const { status, stdout } = indexWith(
    `head -c 1 > /dev/null; printf %s, ${Buffer.from(JSON.stringify(answer)).toString('base64')}; cat > /dev/null`,
  );
  expect([status, stdout]).toEqual([1, 'Pagefind made no index: no room / true\n']);
});

test('a letter is found in every notice that prints it, however many pieces its pairs fill', async () => {
  const fold = createFold('');
  /** Words of the index stand in their order: those of one notice fill the first pieces, those of the other the last. */
  const others = Array.from({ length: 9000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).sort((a, b) =>
    (askedOf(a)[0] ?? '') < (askedOf(b)[0] ?? '') ? -1 : 1,
  );
  const printing = (letters: readonly string[]): SearchRecord[] => [
    {
      kind: 'page',
      url: '',
      notice: '',
      title: '',
      fields: [
        {
          part: 'text',
          texts: letters.map((letter) => `务${letter}`),
        },
      ],
      units: [],
      due: [],
      unsure: { units: [], due: [] },
      maybe: { units: [], due: [] },
      order: 0,
    },
  ];
  const files = await pagefindFiles(
    new Map([
      ['first', printing(others.slice(0, 900))],
      ['last', printing(others.slice(-900))],
    ]),
    fold,
  );
  expect(files.filter(({ path }) => path.startsWith('index/')).length).toBeGreaterThan(2);
  vi.stubGlobal('window', { siteCopy: (path: string) => path });
  vi.stubGlobal('fetch', async (path: string) => {
    const file = files.find((each) => `pagefind/${each.path}` === path);
    return new Response((file?.content ?? null) as BodyInit | null, { status: file ? 200 : 404 });
  });
  const engine = await startEngine();
  const [letter = ''] = askedOf('务');
  expect(engine.lacks(letter)).toBe(1);
  expect(await engine.ask(letter)).toEqual({ first: 1, last: 1 });
  const [pair = ''] = askedOf(`务${others[0]}`);
  expect(await engine.ask(pair)).toEqual({ first: 1, last: 0 });
  vi.unstubAllGlobals();
});
