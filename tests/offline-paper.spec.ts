import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { data, dist, KINDS } from './support/published.ts';
import { scratch } from './support/scratch.ts';

/** White space left out, and the shapes before the site's marks, which are no text of the page. */
const squeezed = (text: string) => text.replace(/[\s●◐◔○]/gu, '');

/** A page of a PDF: its text in the order in which it is drawn, white space left out. */
interface Sheet {
  text: string;
  landscape: boolean;
}

async function printed(page: Page): Promise<Sheet[]> {
  const file = join(scratch('paper-'), 'printed.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  const texts = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  const sizes = execFileSync('pdfinfo', ['-l', '-1', file], { encoding: 'utf8' }).matchAll(
    /size: +([\d.]+) x ([\d.]+)/gu,
  );
  const landscape = [...sizes].map(([, width, height]) => Number(width) > Number(height));
  return texts.map((text, index) => ({ text: squeezed(text), landscape: landscape[index] === true }));
}

/** Parts of a page, the rows of the annex unless others are named, as their text is drawn on paper. */
async function rowsOf(page: Page, parts = '[id^="t-"]'): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const rows = await page.$$eval(parts, (rows) => rows.map((row) => (row as HTMLElement).innerText));
  return rows.map(squeezed);
}

const times = (text: string, part: string) => text.split(part).length - 1;

const unit = data.units.filter(({ covers }) => !covers).sort((a, b) => b.leads.length - a.leads.length)[0];
/** Sets the size of type that is asked for by those who need it, on the site or in a file. */
async function enlarge(page: Page): Promise<void> {
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await page
    .getByLabel('长者模式')
    .or(page.getByRole('button', { name: '长者模式' }))
    .click();
}

/** A page as paper: its rows, and its sheets. */
interface Paper {
  rows: string[];
  sheets: Sheet[];
}
const papers = new Map<string, Paper>();

/** What a page is on paper, printed once. */
async function onPaper(page: Page, address: string): Promise<Paper> {
  const known = papers.get(address);
  if (known) return known;
  await page.goto(address);
  const paper = { rows: await rowsOf(page), sheets: await printed(page) };
  papers.set(address, paper);
  return paper;
}

/** The same in large print. */
async function enlargedOnPaper(page: Page, address: string): Promise<Paper> {
  await page.goto(address);
  await enlarge(page);
  return { rows: await rowsOf(page), sheets: await printed(page) };
}

const FULL = `/${data.notice.id}/full/`;
const offline = (path: string) => pathToFileURL(resolve(dist, 'offline', path)).href;

const WHOLE = offline(`${data.notice.id}.html`);
/** What the file says over each of its pages. */
const RUNNING = new RegExp(`${data.notice.planTitle}${data.notice.number}\\d{4}年\\d+月\\d+日`, 'u');

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test.describe('printed', () => {
  test.skip(!hasPdftotext(), 'no pdftotext on this machine: install poppler-utils');
  // One after the other: what several ask of the same paper is printed once.
  test.describe.configure({ mode: 'default' });

  for (const [what, address] of [
    ['the whole notice', WHOLE],
    ['the whole notice from the site', `.${FULL}`],
    ['one unit', offline(join('units', `${unit?.slug}.html`))],
  ] as const) {
    for (const size of ['as it is', 'in large print']) {
      test(`${what}, ${size}: every task once, no row cut in two, pages numbered`, async ({ page }) => {
        const { rows, sheets } = await (size === 'as it is' ? onPaper(page, address) : enlargedOnPaper(page, address));
        const pages = sheets.map(({ text }) => text);
        expect(rows.length).toBeGreaterThan(0);
        const wrong = rows.filter((row) => pages.reduce((count, text) => count + times(text, row), 0) !== 1);
        expect(wrong).toEqual([]);
        pages.forEach((text, index) => {
          expect(text).toContain(`${index + 1}/${pages.length}`);
        });
      });
    }
  }

  for (const [what, address] of [
    ['the file', WHOLE],
    ['the site', `.${FULL}`],
  ] as const) {
    test(`from ${what}: the text upright, the table on its side, its head on every page that holds rows`, async ({
      page,
    }) => {
      const { rows, sheets: pages } = await onPaper(page, address);
      const holds = ({ text }: Sheet) => rows.some((row) => text.includes(row));
      const heads = pages.filter(({ text }) => text.includes('任务具体工作牵头单位配合单位完成时限'));
      expect(pages.filter(holds)).toEqual(heads);
      expect(pages.filter(({ landscape }) => landscape)).toEqual(heads);
    });
  }

  test('five tasks of a unit, and what only may reach it, are two sheets', async ({ page }) => {
    const five = data.units.filter(({ leads, supports, covers }) => {
      const own = new Set([...leads, ...supports]).size;
      return own === 5 && !covers;
    });
    expect(five.length).toBeGreaterThan(2);
    for (const { name, slug } of five) {
      await page.goto(offline(join('units', `${slug}.html`)));
      expect((await printed(page)).length, name).toBeLessThanOrEqual(2);
    }
  });

  test('while a search is shown, its results are what is printed', async ({ page }) => {
    await page.goto(`${WHOLE}?q=${encodeURIComponent('平台')}`);
    await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
    const hits = await page.locator('#results h2').allInnerTexts();
    const text = (await printed(page)).map((sheet) => sheet.text).join('');
    expect(hits.length).toBeGreaterThan(1);
    expect(hits.filter((hit) => !text.includes(squeezed(hit)))).toEqual([]);
    expect(text).not.toContain('印发通知');
  });

  for (const [what, address, parts] of [
    ['section', KINDS.section, '.who tbody tr'],
    ['unit', `/units/${unit?.slug}/`, ':is(.tasks, .alike > ul) > li'],
  ] as const) {
    test(`from a ${what}’s page every task is printed, folded or not, none cut in two, and pages are numbered`, async ({
      page,
    }) => {
      await page.goto(`.${address}`);
      const tasks = await rowsOf(page, parts);
      const pages = (await printed(page)).map(({ text }) => text);
      expect(tasks.length).toBeGreaterThan(5);
      // What is not drawn has no text.
      expect(tasks.filter((task) => task === '')).toEqual([]);
      expect(pages.length).toBeGreaterThan(1);
      expect(tasks.filter((task) => !pages.some((text) => text.includes(task)))).toEqual([]);
      expect(pages.every((text, index) => text.includes(`${index + 1}/${pages.length}`))).toBe(true);
    });
  }

  test('the site’s full page says on paper what the file says', async ({ page }) => {
    const said: string[] = [];
    for (const address of [WHOLE, `.${FULL}`]) {
      const { sheets: pages } = await onPaper(page, address);
      // Page numbers and running heads fall where the one breaks and the other does not.
      said.push(
        pages.map(({ text }, index) => text.replace(RUNNING, '').replace(`${index + 1}/${pages.length}`, '')).join(''),
      );
    }
    const [, reasons = []] = (said[0] ?? '').split(/推定和原件待查的理由|文件说明/u).map((part) => part.split('。'));
    const texts = [
      ...data.sections.flatMap(({ clauses }) => clauses.map(({ text }) => text)),
      ...data.tasks.flatMap(({ lead, support, deadline }) =>
        [lead, support, deadline].flatMap((cell) => cell.text ?? cell.candidates ?? []),
      ),
      ...reasons,
      data.notice.source.sha256,
    ].map(squeezed);
    for (const paper of said) expect(texts.filter((text) => !paper.includes(text))).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the single file reads whole', async ({ page }) => {
    await page.goto(offline(`${data.notice.id}.html`));
    const seen = squeezed(await page.locator('main').innerText());
    const texts = [
      data.notice.title,
      data.notice.source.sha256,
      ...data.sections.flatMap(({ clauses }) => clauses.map(({ text }) => text)),
      ...data.tasks.flatMap(({ text, lead, support, deadline }) => [
        text,
        ...[lead, support, deadline].flatMap((cell) => cell.text ?? cell.candidates ?? []),
      ]),
      ...data.units.map(({ name }) => name),
    ];
    expect(texts.filter((text) => !seen.includes(squeezed(text)))).toEqual([]);
    await expect(page.locator('form.search')).toBeHidden();
  });

  test('an open cell has its mark and nothing that reads as its value', async ({ page }) => {
    await page.goto(offline(`${data.notice.id}.html`));
    const shown = await page.$$eval('[id^="t-"]', (rows) =>
      rows.flatMap(({ id, children }) =>
        [...children].flatMap((cell) => {
          if (!cell.querySelector(':scope > .open')) return [];
          const said = cell.cloneNode(true) as Element;
          said.querySelector('ul')?.remove();
          const marks = cell.querySelectorAll(':scope > .open').length;
          return [`${id} ${marks} ${said.innerHTML.split('<a')[0]?.trim()}`];
        }),
      ),
    );
    const expected = data.tasks.flatMap(({ id, lead, support, deadline }) =>
      [lead, support, deadline]
        .filter(({ status }) => status === 'open')
        .map(({ candidates = [] }) => `t-${id} 1 ${candidates.length > 0 ? '可能是' : '原件此格未能录出'}`),
    );
    expect(shown).toEqual(expected);
  });
});
