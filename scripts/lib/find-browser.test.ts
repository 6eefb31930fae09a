import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

let dir: string;
let program: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'browsers-'));
  program = join(dir, 'chromium');
  await writeFile(program, '#!/bin/sh\n');
  await chmod(program, 0o755);
  await writeFile(join(dir, 'notes.txt'), 'not a program', { mode: 0o644 });
});

afterAll(() => rm(dir, { recursive: true }));

test('finds a browser on PATH', () => {
  expect(findBrowser({ PATH: ['/nowhere', dir].join(delimiter) })).toBe(program);
});

test('one without a window comes before others on PATH', async () => {
  const light = join(dir, 'chromium-headless-shell');
  await writeFile(light, '#!/bin/sh\n', { mode: 0o755 });
  expect(findBrowser({ PATH: dir })).toBe(light);
  await rm(light);
});

test('a browser named in the environment comes first', () => {
  const named = join(dir, 'chromium');
  expect(findBrowser({ PATH: '/usr/bin', CHROME_PATH: named })).toBe(named);
});

test('says so when the environment names a file that cannot be run', () => {
  expect(() => findBrowser({ CHROME_PATH: join(dir, 'nothing') })).toThrow('CHROME_PATH names no program');
  expect(() => findBrowser({ PLAYWRIGHT_CHROMIUM: join(dir, 'notes.txt') })).toThrow(
    'PLAYWRIGHT_CHROMIUM names no program',
  );
});
