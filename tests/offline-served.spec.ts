import { expect } from '@playwright/test';
import { FIREFOX, test } from './support/opened-file.ts';
import { data } from './support/published.ts';

const [lead] = data.units.toSorted((a, b) => b.leads.length - a.leads.length);

/** Firefox asks a server for an icon by itself, and tells that the file's policy refuses it. */
const ownErrors = (errors: string[]) => errors.filter((error) => !error.includes('/favicon.ico'));

/** Runs in the page: whether the file's own style and script are at work. */
const atWork = () => ({
  styled: document.styleSheets.length > 0 && [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0),
  state: document.querySelector<HTMLElement>('#results')?.dataset['state'],
  hits: document.querySelectorAll('article[data-hit]').length,
});

for (const browser of FIREFOX ? (['chromium', 'firefox'] as const) : (['chromium'] as const)) {
  test(`opened from the site, under its headers, a single file has its style and its search: ${browser}`, async ({
    open,
    baseURL,
  }) => {
    const query = `?q=${encodeURIComponent('一件事')}`;
    const whole = await open(browser, new URL(`offline/${data.notice.id}.html${query}`, baseURL).href);
    await expect.poll(() => whole.evaluate(atWork, undefined)).toMatchObject({ styled: true, state: 'done' });
    expect((await whole.evaluate(atWork, undefined)).hits).toBeGreaterThan(0);
    expect(ownErrors(whole.errors)).toEqual([]);
    await whole.close();
    const unit = await open(browser, new URL(`offline/units/${lead?.slug}.html`, baseURL).href);
    expect(await unit.evaluate(atWork, undefined)).toMatchObject({ styled: true });
    expect(ownErrors(unit.errors)).toEqual([]);
    await unit.close();
  });
}
