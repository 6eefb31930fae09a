/**
 * `npm run test:three`: builds a site of three notices in `.three/` and runs the checks of a built site on it, of the
 * end-to-end tests those that more notices could make fail. Arguments go to Playwright in their stead; `--build` alone
 * builds and stops.
 */
import { spawnSync } from 'node:child_process';
import { writeThree } from '../tests/support/made-notices.ts';

const FOLDER = '.three';

/** What asks pages and files of every notice; the rest asks one notice, or none, and has done so on the site of one. */
const SPECS = [
  'a11y',
  'agreement',
  'data',
  'duties',
  'noscript',
  'notices',
  'offline-lists',
  'offline-units',
  'pagefind',
  'site',
  'weight',
].map((name) => `${name}.spec.ts`);

const env = {
  ...process.env,
  SEEDS: `${FOLDER}/seeds`,
  CONTENT: `${FOLDER}/content`,
  DIST: `${FOLDER}/dist`,
};

/** Runs one of the project's scripts on the three notices; a failing one ends everything. */
function npmRun(script: string, ...args: string[]): void {
  const { status } = spawnSync('npm', ['run', '-s', script, '--', ...args], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const args = process.argv.slice(2);
writeThree(env.SEEDS);
npmRun('build');
if (args[0] !== '--build') {
  npmRun('check:links');
  npmRun('check:html');
  npmRun('test:e2e', ...(args.length > 0 ? args : SPECS));
}
