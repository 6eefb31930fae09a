import { defineConfig, devices } from '@playwright/test';
import { siteAddress } from './scripts/lib/environment.ts';
import { findBrowser, NO_BROWSER } from './scripts/lib/find-browser.ts';

const executablePath = findBrowser(process.env);
if (!executablePath) throw new Error(NO_BROWSER);
const { base } = siteAddress(process.env);

export default defineConfig({
  testDir: 'tests',
  outputDir: 'reports/e2e',
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // No test asks how long something takes: a busy machine needs its time.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  // A browser may lose word of a frame, once in dozens of runs: what passes the second time is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    actionTimeout: 60_000,
    ...devices['Desktop Chrome'],
    // The server's own word for where it is, a port that was free; the workers have it from the environment.
    baseURL: `http://localhost:${process.env['SITE_PORT']}${base}`,
    // What a page loads is seen only where no worker answers in its place; the worker's own tests let it.
    serviceWorkers: 'block',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A root user, as in containers, can run Chromium only without its sandbox.
    launchOptions: { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
  webServer: {
    command: 'node scripts/serve.ts',
    wait: { stdout: /:(?<site_port>\d+)\// },
    env: { PORT: process.env['PORT'] ?? '0' },
  },
});
