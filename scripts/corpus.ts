/**
 * `npm run test:corpus`: hands every notice of the corpus to `npm run import` as somebody would, builds one site of them
 * all in `.corpus/`, and holds it: against the keys, its links and its HTML, and in a browser each notice's pages, units,
 * search and files. Each broken one must leave everything as it was. Arguments go to Playwright in place of its test.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.corpus';
const CORPUS = 'tests/fixtures/notices';
/** What differs from the keys: a page prints as 发布时间 what its key leaves out. */
const DIFFER = ['lanping-2022-5: 1 differences\n  published: 2022-02-22 (key: null)\n'];
const env = { ...process.env, SEEDS: `${FOLDER}/seeds`, CONTENT: `${FOLDER}/content`, DIST: `${FOLDER}/dist` };

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

/** Runs one of the project's scripts on the corpus. */
function npmRun(script: string, ...args: string[]) {
  return spawnSync('npm', ['run', '-s', script, '--', ...args], { env, encoding: 'utf8', maxBuffer: 1e9 });
}

function mustRun(script: string, ...args: string[]): void {
  const { status, stdout, stderr } = npmRun(script, ...args);
  if (status !== 0) fail(`npm run ${script} fails\n${stdout.slice(-4000)}${stderr}`);
}

rmSync(FOLDER, { recursive: true, force: true });
cpSync('seeds', env.SEEDS, { recursive: true });
const ids = readdirSync(CORPUS).filter((id) => existsSync(join(CORPUS, id, 'key.json')));
for (const id of ids) {
  const to = join(FOLDER, 'received', id);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(join(CORPUS, id)))
    if (!name.endsWith('.json')) cpSync(join(CORPUS, id, name), join(to, name));
}
mustRun('import', ...ids.map((id) => join(FOLDER, 'received', id)));
mustRun('import', '--check');

for (const id of ['b03-csv-open-quote', 'b04-html-cut', 'b07-files-contradict', 'b11-docx-cut']) {
  const { status, stdout, stderr } = npmRun('import', join(CORPUS, 'broken', id));
  if (status !== 1 || /^\s+at /mu.test(stdout + stderr)) fail(`${id} is not refused as it should be\n${stderr}`);
  if (existsSync(join(env.SEEDS, id))) fail(`${id} is refused, and yet its files were copied`);
}
mustRun('import', '--check');

mustRun('build');
mustRun('check:links');
mustRun('check:html');
const { stdout } = spawnSync('node', [join(CORPUS, 'check.mjs'), env.DIST, '--all', ...ids], { encoding: 'utf8' });
console.log(stdout);
if (
  !DIFFER.every((each) => stdout.includes(each)) ||
  !stdout.includes(`taken ${ids.length}, right ${ids.length - DIFFER.length}, surer than the text 0`)
)
  fail('the site is not what the keys say');
const args = process.argv.slice(2);
const specs = args.length > 0 ? args : ['other-notices.spec.ts'];
process.exit(spawnSync('npm', ['run', '-s', 'test:e2e', '--', ...specs], { env, stdio: 'inherit' }).status ?? 1);
