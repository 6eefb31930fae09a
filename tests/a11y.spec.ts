import { expect, type Page, test } from '@playwright/test';
import { axeFindings, type Layout } from './support/axe.ts';
import { at, data, KINDS, several } from './support/published.ts';

/** Sets the mode for the old, and leaves the menu; axe, which a page that is loaded anew must read anew, stays. */
const elderMode = async (page: Page) => {
  await page.getByRole('button', { name: '显示', exact: true }).click();
  await page.getByRole('button', { name: '长者模式', exact: true }).click();
  await page.keyboard.press('Escape');
};
const LAYOUTS: Layout[] = [
  { name: '1280 px', width: 1280 },
  { name: '360 px', width: 360 },
  { name: '360 px, elder mode', width: 360, set: elderMode },
];

/** What a notice's own pages hold is the same where it is the only one, and looked at there. */
const looked = Object.entries(KINDS).filter(([, address]) => !several || !address.startsWith(`/${data.notice.id}/`));

for (const [kind, address] of looked) {
  test(`axe finds nothing, wide, narrow and in elder mode, light and dark: ${kind}`, async ({ page }) => {
    await page.goto(at(address));
    expect(await axeFindings(page, LAYOUTS)).toEqual([]);
  });
}
