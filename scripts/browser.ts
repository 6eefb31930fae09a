/**
 * Makes sure that there is a browser for the end-to-end tests: finds one, or installs Debian's where that is
 * possible, or says what to do and exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { NoticeError } from '../src/notice/problem.ts';
import { findBrowser, NO_BROWSER } from './lib/find-browser.ts';
import { run } from './lib/run.ts';

await run(async () => {
  const browser = findBrowser(process.env) ?? installBrowser();
  if (!browser) throw new NoticeError('the end-to-end tests need a browser', NO_BROWSER);
  console.log(`Browser: ${browser}`);
});

/** Installs Debian's Chromium where this is Debian and we may; undefined elsewhere, or when that failed. */
function installBrowser(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('No Chromium found: installing Debian’s');
  const packages = 'chromium-headless-shell fonts-noto-cjk';
  const commands = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  spawnSync('sh', ['-c', commands], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return findBrowser(process.env);
}
