import { chmodSync, cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../../scripts/lib/find-browser.ts';
import { findFirefox } from '../../scripts/lib/firefox.ts';

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
  const copy = join(mkdtempSync(join(tmpdir(), '离线 副本 ')), '政务 要点');
  cpSync(folder, copy, { recursive: true });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) chmodSync(join(entry.parentPath, entry.name), 0o444);
  }
  return copy;
}

async function openInChromium(address: string): Promise<OpenedFile> {
  const executablePath = findBrowser(process.env);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  const page = await browser.newPage();
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
    close: () => browser.close(),
  };
}

async function openInFirefox(address: string): Promise<OpenedFile> {
  if (!FIREFOX) throw new Error('No Firefox: install firefox-esr, or name it in FIREFOX_PATH');
  const browser = await launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
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
    close: () => browser.close(),
  };
}

/** Opens an address, be it of a server or a file. */
export const openAddress = (browser: 'chromium' | 'firefox', address: string): Promise<OpenedFile> =>
  browser === 'chromium' ? openInChromium(address) : openInFirefox(address);

/** Opens a file as a double-click does. */
export const openFile = (browser: 'chromium' | 'firefox', path: string, fragment = ''): Promise<OpenedFile> =>
  openAddress(browser, pathToFileURL(path).href + fragment);
