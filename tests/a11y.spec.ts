import { expect, test } from '@playwright/test';
import { axeFindings } from './support/axe.ts';
import { at, data, KINDS, several } from './support/site.ts';

/** How a page is looked at: either scheme wide and narrow, where elder mode, which has least room, stands for light. */
const VIEWS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360, display: { elder: true, size: 24 } },
] as const;

/** What a notice's own pages hold is the same where it is the only one, and looked at there. */
const looked = Object.entries(KINDS).filter(([, address]) => !several || !address.startsWith(`/${data.notice.id}/`));

for (const [kind, address] of looked) {
  for (const view of VIEWS) {
    const { colorScheme, width } = view;
    const display = 'display' in view ? view.display : undefined;
    test(`axe finds nothing: ${kind}, ${colorScheme}, ${width} px${display ? ', elder mode' : ''}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.addInitScript((saved) => localStorage.setItem('display', JSON.stringify(saved)), display ?? {});
      await page.goto(at(address));
      expect(await axeFindings(page)).toEqual([]);
    });
  }
}
