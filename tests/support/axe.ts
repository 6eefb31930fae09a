import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AXE_IGNORES } from './axe-ignores.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page as it stands, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Pages without frames need no second page to gather results in: twice as fast on the long tables.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .disableRules(AXE_IGNORES.map(({ rule }) => rule))
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map(({ html, target }) => `${id} (${help}): ${target.join(' ')}\n    ${html.slice(0, 200)}`),
  );
}
