import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

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
