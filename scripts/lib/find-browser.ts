import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { NoticeError } from '../../src/notice/problem.ts';

/**
 * Chromium without a window costs half of the processor time of one that has one and hides it: it comes first. See
 * https://developer.chrome.com/blog/chrome-headless-shell.
 */
const NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** What a person can do when no browser is found. */
export const NO_BROWSER = `No Chromium was found for the end-to-end tests. One of these helps:
  - Debian, Ubuntu:   sudo apt-get install chromium-headless-shell
  - anywhere:         npx playwright install chromium
  - already there:    CHROME_PATH=/path/to/chrome npm test`;

/**
 * The path of a Chromium: what `PLAYWRIGHT_CHROMIUM` or `CHROME_PATH` names, else one on `PATH`, an
 * application of macOS, or Playwright's own download; undefined when there is none. Throws when one of the
 * two variables names a file that cannot be run.
 */
export function findBrowser(env: NodeJS.ProcessEnv): string | undefined {
  for (const variable of ['PLAYWRIGHT_CHROMIUM', 'CHROME_PATH']) {
    const named = env[variable];
    if (!named) continue;
    if (!isProgram(named)) {
      throw new NoticeError(`${variable} names no program: ${named}`, 'Name the program itself: /usr/bin/chromium.');
    }
    return named;
  }
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...MAC_APPS, chromium.executablePath()].find(isProgram);
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
