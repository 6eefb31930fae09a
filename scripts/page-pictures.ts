/**
 * Takes pictures of every kind of page of the built site into docs/pages/: `npm run docs:pages`. A phone and a desk, light,
 * dark and 长者模式, and the sheets that a printer makes; sheets need `pdftoppm` (poppler-utils).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { NoticeError } from '../src/notice/problem.ts';
import { base, dist, KINDS } from '../tests/support/published.ts';
import { findBrowser, NO_BROWSER } from './lib/find-browser.ts';
import { run } from './lib/run.ts';
import { siteServer } from './lib/site-server.ts';

const OUT = 'docs/pages';
/** All pictures together, in bytes. */
const MOST = 5_000_000;
/** How many of the first sheets are shown of what is printed. */
const SHEETS = 2;
const WIDTHS = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  elder: { colorScheme: 'light' },
} as const;

const save = async (name: string, picture: Buffer) =>
  writeFileSync(join(OUT, `${name}.webp`), await sharp(picture).webp({ quality: 50, effort: 6 }).toBuffer());

async function looks(browser: Browser, pages: [name: string, address: string][]): Promise<void> {
  for (const [look, { colorScheme }] of Object.entries(LOOKS)) {
    for (const viewport of WIDTHS) {
      const context = await browser.newContext({ viewport, colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' });
      if (look === 'elder') {
        await context.addInitScript(() => localStorage.setItem('display', JSON.stringify({ elder: true })));
      }
      const page = await context.newPage();
      for (const [name, address] of pages) {
        await page.goto(address, { waitUntil: 'networkidle' });
        await save(`${name}-${viewport.width}-${look}`, await page.screenshot());
      }
      await context.close();
    }
  }
}

/** The first sheets of a page, side by side with nothing but their paper. */
async function sheets(page: Page, name: string, address: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  await page.goto(address, { waitUntil: 'networkidle' });
  writeFileSync(join(folder, 'printed.pdf'), await page.pdf({ preferCSSPageSize: true }));
  execFileSync('pdftoppm', ['-r', '80', '-l', String(SHEETS), '-png', 'printed.pdf', 'sheet'], { cwd: folder });
  const made = readdirSync(folder).filter((file) => file.endsWith('.png'));
  for (const [index, file] of made.sort().entries()) {
    await save(`${name}-print-${index + 1}`, readFileSync(join(folder, file)));
  }
  rmSync(folder, { recursive: true });
}

await run(async () => {
  const executablePath = findBrowser(process.env);
  if (!executablePath) throw new NoticeError('pictures need a browser', NO_BROWSER);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const server = await siteServer({ dist, base, port: 0 });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const file = (path: string) => pathToFileURL(resolve(dist, 'offline', path)).href;
  const pages: [string, string][] = [
    ...Object.entries(KINDS).map(([kind, address]): [string, string] => [
      kind.replaceAll(' ', '-'),
      `http://localhost:${server.port}${base.slice(0, -1)}${address}${kind === 'search' ? '?q=一件事' : ''}`,
    ]),
    ['file', file(`${KINDS.cover.slice(1, -1)}.html`)],
    ['file-unit', file(`${KINDS.unit.slice(1, -1)}.html`)],
  ];
  await looks(browser, pages);
  const page = await browser.newPage();
  for (const [name, address] of pages) await sheets(page, name, address);
  await browser.close();
  await server.close();
  const pictures = readdirSync(OUT);
  const bytes = pictures.reduce((sum, name) => sum + statSync(join(OUT, name)).size, 0);
  console.log(`${pictures.length} pictures in ${OUT}/, ${bytes} bytes`);
  if (bytes > MOST)
    throw new NoticeError(`the pictures are over ${MOST} bytes`, 'Lower their quality in scripts/pages.ts.');
});
