import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AXE_IGNORES } from './support/axe-ignores.ts';
import { at, KINDS } from './support/site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [360, 1280];
const MODES = [
  { name: 'light', colorScheme: 'light' },
  { name: 'dark', colorScheme: 'dark' },
  { name: 'elder', colorScheme: 'light', display: { elder: true, size: 24 } },
] as const;

for (const [kind, address] of Object.entries(KINDS)) {
  for (const mode of MODES) {
    for (const width of WIDTHS) {
      test(`axe finds nothing: ${kind}, ${mode.name}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: mode.colorScheme, reducedMotion: 'reduce' });
        if ('display' in mode) {
          await page.addInitScript((display) => localStorage.setItem('display', JSON.stringify(display)), mode.display);
        }
        await page.goto(at(address));
        const { violations } = await new AxeBuilder({ page })
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
}
