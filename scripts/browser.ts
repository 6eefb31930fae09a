/**
 * Makes sure that there is a browser for the end-to-end tests: finds one, or installs Debian's where that is
 * possible, or says what to do and exits with 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, NO_BROWSER } from './lib/browser.ts';

if (!findBrowser(process.env) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
  console.log('No Chromium found: installing Debian’s');
  const shell = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';
  spawnSync('sh', ['-c', shell], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
const browser = findBrowser(process.env);
console.log(browser ? `Browser: ${browser}` : NO_BROWSER);
process.exitCode = browser ? 0 : 1;
