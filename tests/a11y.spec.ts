import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AXE_IGNORES } from './support/axe-ignores.ts';
import { at, KINDS } from './support/site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** How a page is looked at; elder mode where it has least room. */
const VIEWS = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360, display: { elder: true, size: 24 } },
] as const;

for (const [kind, address] of Object.entries(KINDS)) {
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
      // Pages without frames need no second page to gather results in: twice as fast on the long tables.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .withTags(TAGS)
        .disableRules(AXE_IGNORES.map(({ rule }) => rule))
        .analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 5).map(({ html, target }) => `${id} (${help}): ${target.join(' ')}\n    ${html.slice(0, 200)}`),
      );
      expect(found).toEqual([]);
    });
  }
}
