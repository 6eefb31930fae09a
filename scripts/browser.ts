/**
 * Makes sure that there is a browser for the end-to-end tests: finds one, or installs Debian's where that is
 * possible, or says what to do and exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, NO_BROWSER } from './lib/browser.ts';

try {
  const browser = findBrowser(process.env) ?? installBrowser();
  console.log(browser ? `Browser: ${browser}` : NO_BROWSER);
  if (!browser) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Installs Debian's Chromium where this is Debian and we may; undefined elsewhere, or when that failed. */
function installBrowser(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('No Chromium found: installing Debian’s');
  const commands = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';
  spawnSync('sh', ['-c', commands], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return findBrowser(process.env);
}
