import { chmodSync, cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, test as base } from '@playwright/test';
import { launch, type Browser as PuppeteerBrowser } from 'puppeteer-core';
import { findFirefox } from '../../scripts/lib/firefox.ts';
import { scratch } from './scratch.ts';

/** A file of this machine, open in a browser, with all that went wrong or was asked for so far. */
export interface OpenedFile {
  evaluate<Result, Argument>(
    inPage: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Runs a script beside the file's own; its policy refuses any other way in. */
  run(script: string): Promise<void>;
  errors: string[];
  /** What was asked for beside the file itself. */
  requests: string[];
  close(): Promise<void>;
}

/** Playwright drives only its own build of Firefox; puppeteer drives the one that people have. */
export const FIREFOX = findFirefox(process.env);

/** A copy that cannot be written to, in a folder whose name holds Chinese and spaces. */
export function readOnlyCopy(folder: string): string {
  const copy = join(scratch('离线 副本 '), '政务 要点');
  cpSync(folder, copy, { recursive: true });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o444);
  }
  return copy;
}

async function openInChromium(browser: Browser, address: string): Promise<OpenedFile> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => !request.isNavigationRequest() && requests.push(request.url()));
  await page.goto(address);
  return {
    evaluate: (inPage, argument) => page.evaluate(inPage as never, argument),
    run: (script) => page.evaluate(script),
    errors,
    requests,
    close: () => context.close(),
  };
}

function launchFirefox(): Promise<PuppeteerBrowser> {
  if (!FIREFOX) throw new Error('No Firefox: install firefox-esr, or name it in FIREFOX_PATH');
  return launch({ browser: 'firefox', executablePath: FIREFOX, headless: true, protocolTimeout: 600_000 });
}

/** Closes Firefox. On a busy machine it may end before its driver is told so, who then waits for good. */
async function closeFirefox(browser: PuppeteerBrowser): Promise<void> {
  const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
  await Promise.race([browser.close(), ended]);
}

async function openInFirefox(browser: PuppeteerBrowser, address: string): Promise<OpenedFile> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => {
    // The font of Firefox's own controls.
    const own = request.url().startsWith('data:font/');
    if (!request.isNavigationRequest() && !own) requests.push(request.url());
  });
  await page.goto(address);
  return {
    evaluate: (inPage, argument) => page.evaluate(inPage as never, argument as never),
    run: async (script) => {
      await page.evaluate(script);
    },
    errors,
    requests,
    close: () => context.close(),
  };
}

/** The address of a file of this machine, as a double-click opens it. */
export const addressOfFile = (path: string, rest = ''): string => pathToFileURL(path).href + rest;

interface Opening {
  /** Opens an address, be it of a server or a file, by itself: with nothing that another one has stored. */
  open(browser: 'chromium' | 'firefox', address: string): Promise<OpenedFile>;
}

/** Tests that open files in both browsers, each started once for all of them. */
export const test = base.extend<object, Opening>({
  open: [
    async ({ browser }, use) => {
      let firefox: Promise<PuppeteerBrowser> | undefined;
      await use(async (name, address) => {
        if (name === 'chromium') return openInChromium(browser, address);
        firefox ??= launchFirefox();
        return openInFirefox(await firefox, address);
      });
      if (firefox) await closeFirefox(await firefox);
    },
    { scope: 'worker' },
  ],
});
