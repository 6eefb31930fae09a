import { expect, type Page, test } from '@playwright/test';
import { at, data, KINDS } from './support/published.ts';

test.use({ javaScriptEnabled: false });

const squeezed = (text: string) => text.replace(/\s/g, '');

/** Which of `texts` a reader of the page does not see in its main part. */
async function unseen(page: Page, address: string, texts: readonly string[]): Promise<string[]> {
  await page.goto(at(address));
  const seen = squeezed(await page.locator('main').innerText());
  return texts.filter((text) => !seen.includes(squeezed(text)));
}

const taskTexts = data.tasks.map(({ text }) => text);
const clauseTexts = data.sections.flatMap(({ clauses }) => clauses.map(({ text }) => text));

test('a section reads whole without scripts', async ({ page }) => {
  for (const { number, clauses } of data.sections) {
    const address = `/${data.notice.id}/section/${number}/`;
    expect(
      await unseen(
        page,
        address,
        clauses.map(({ text }) => text),
      ),
      address,
    ).toEqual([]);
  }
});

test('the annex shows all its rows without scripts', async ({ page }) => {
  expect(await unseen(page, KINDS.annex, taskTexts)).toEqual([]);
});

test('the full page shows every clause and every row without scripts', async ({ page }) => {
  expect(await unseen(page, KINDS.full, [...clauseTexts, ...taskTexts])).toEqual([]);
});

test('the cover shows the official metadata without scripts', async ({ page }) => {
  const { title, number, issuer, opening, preamble } = data.notice;
  expect(
    await unseen(page, KINDS.cover, [title, number ?? '', issuer, opening?.text ?? '', preamble?.text ?? '']),
  ).toEqual([]);
});

test('the search page offers other ways without scripts', async ({ page }) => {
  await page.goto(at('/search/'));
  const main = page.locator('main');
  for (const path of [`/${data.notice.id}/`, '/units/', `/${data.notice.id}/full/`]) {
    await expect(main.locator(`a:visible[href$="${path}"]`).first()).toBeVisible();
  }
});

test('without scripts no kind of page offers what would do nothing', async ({ page }) => {
  const dead: string[] = [];
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.goto(at(address));
    // A form that is sent to an address works by itself.
    const controls = page.locator(':is(button, select, input):visible:not(form[action] *)');
    const found = await controls.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 80)));
    dead.push(...found.map((html) => `${kind}: ${html}`));
  }
  expect(dead).toEqual([]);
});
