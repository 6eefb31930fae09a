import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { treeOf } from '../../tests/support/tree.ts';
import { putBack } from './swap.ts';

const module = (path: string) => JSON.stringify(pathToFileURL(resolve(path)).href);
const IMPORTS = `
  import { writeFileSync } from 'node:fs';
  import { lock } from ${module('src/disk/lock.ts')};
  import { putBack, stage, writeWhole } from ${module('src/disk/swap.ts')};
  import { run } from ${module('scripts/lib/run.ts')};
`;
/** Makes the folder anew with two files. */
const MAKE = `
  const { folder, finish } = stage('site', (names) => names.length === 0 || names.includes('a'));
  writeFileSync(folder + '/a', 'new');
  writeFileSync(folder + '/b', 'new');
  finish();
`;
const OLD = { a: 'old', 'c/': '', 'c/d': 'old' };
const NEW = { a: 'new', b: 'new' };

/** What Node made of the modules that each of the processes reads. */
const compiled = mkdtempSync(join(tmpdir(), 'swap-modules-'));
afterAll(() => rmSync(compiled, { recursive: true }));

let project = '';
const site = () => treeOf(join(project, 'site'));

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'swap-'));
  mkdirSync(join(project, 'site/c'), { recursive: true });
  writeFileSync(join(project, 'site/a'), 'old');
  writeFileSync(join(project, 'site/c/d'), 'old');
});
afterEach(() => rmSync(project, { recursive: true }));

const program = (code: string) => ['--input-type=module', '--eval', `${IMPORTS} await run(async () => { ${code} });`];

/** Runs code in a process of its own, in the project's folder, with a fault at a call of `node:fs`. */
function inProcess(code: string, fault?: string) {
  const preload = fault ? ['--import', pathToFileURL(resolve('tests/faults/at-call.ts')).href] : [];
  return spawnSync('node', [...preload, ...program(code)], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, FAULT: fault, NODE_COMPILE_CACHE: compiled },
  });
}

/** A process that holds on to what it did until it is killed. */
async function holding(code: string) {
  const child = spawn('node', program(`${code} console.log('done'); setInterval(() => {}, 1000);`), { cwd: project });
  await once(child.stdout, 'data');
  return child;
}

test('a folder made anew takes the place of the old one, and leaves nothing beside it but its lock', () => {
  expect(inProcess(MAKE).stderr).toBe('');
  expect(site()).toEqual(NEW);
  expect(readdirSync(project).sort()).toEqual(['.site.lock', 'site']);
});

test.each([
  ['mkdirSync:2', OLD],
  ['writeFileSync:2', OLD],
  ['writeFileSync:3', OLD],
  ['renameSync:1', OLD],
  ['renameSync:2', OLD],
  ['renameSync:3', NEW],
  ['rmSync:2', NEW],
  ['rmSync:3', NEW],
])('killed before %s, it leaves one whole state; the next run is as any other', (at, whole) => {
  expect(inProcess(MAKE, `${at}:kill`).signal).toBe('SIGKILL');
  // A reader sees it; a rerun then has nothing else to begin with.
  putBack(join(project, 'site'));
  expect(site()).toEqual(whole);
  expect(inProcess(MAKE).stderr).toBe('');
  expect(site()).toEqual(NEW);
  expect(readdirSync(project).sort()).toEqual(['.site.lock', 'site']);
});

test.each([
  ['mkdirSync:2', 'EROFS', 'the disk is read-only'],
  ['writeFileSync:3', 'ENOSPC', 'the disk is full'],
  ['renameSync:1', 'EBUSY', 'it is in use, or a disk of its own'],
  ['renameSync:2', 'EACCES', 'you have no right to it'],
])('where %s fails (%s), one error says so, and nothing changed', (at, code, words) => {
  const { status, stderr } = inProcess(MAKE, `${at}:${code}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: .+\n {2}help: .+\n$/u);
  expect(stderr).toContain(`${words} (${code})`);
  expect(site()).toEqual(OLD);
  expect(readdirSync(project).sort()).toEqual(['.site.lock', 'site']);
});

test('what is not its own gives no way: a folder of other things, a file', () => {
  rmSync(join(project, 'site/a'));
  expect(inProcess(MAKE).stderr).toContain('site is a folder with other things in it');
  expect(site()).toEqual({ 'c/': '', 'c/d': 'old' });
  rmSync(join(project, 'site'), { recursive: true });
  writeFileSync(join(project, 'site'), 'a file');
  expect(inProcess(MAKE).stderr).toContain('site is a file');
  expect(readFileSync(join(project, 'site'), 'utf8')).toBe('a file');
});

test('a symbolic link to the folder stays one', () => {
  symlinkSync('site', join(project, 'link'));
  expect(inProcess(MAKE.replace("'site'", "'link'")).stderr).toBe('');
  expect(site()).toEqual(NEW);
});

test('who comes second is refused while the first is at work, and free to go when the first was killed', async () => {
  const first = await holding(MAKE.replace('finish();', ''));
  const { status, stderr } = inProcess(MAKE);
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^error: another import, build or export is .+\n {2}help: .+\n$/u),
  ]);
  expect(site()).toEqual(OLD);
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(inProcess(MAKE).stderr).toBe('');
  expect(site()).toEqual(NEW);
});

test.each([
  ['writeFileSync:1:kill', 'old'],
  ['renameSync:1:kill', 'old'],
  ['renameSync:1:ENOSPC', 'old'],
])('one file, %s: what stood there stands there, and the next run clears away what is left', (fault, whole) => {
  const write = `writeWhole('site/a', 'new')`;
  expect(inProcess(write, fault).status).not.toBe(0);
  expect(site()['a']).toBe(whole);
  expect(inProcess(write).stderr).toBe('');
  expect(site()).toEqual({ ...OLD, a: 'new' });
});

test('a pipe is written to, not replaced', async () => {
  const pipe = join(project, 'pipe');
  spawnSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  const arrived = text(reader.stdout);
  expect(inProcess(`writeWhole('pipe', 'through the pipe')`).stderr).toBe('');
  expect(await arrived).toBe('through the pipe');
});
