import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AXE_IGNORES } from './axe-ignores.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CONTRAST = 'color-contrast';

/**
 * Marks one text of each look with `data-look`: its letters, and the colours of all that lies under it. On a page of
 * thousands of texts most look alike, and what axe says of the contrast of one it says of all. Runs in the page.
 */
function markLooks(): void {
  const grounds = new Map<Element, string>();
  /** The colours under an element, its own first. */
  const groundOf = (element: Element | null): string => {
    if (!element) return '';
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const ground = `${backgroundColor} ${backgroundImage} ${opacity}/${groundOf(element.parentElement)}`;
    grounds.set(element, ground);
    return ground;
  };
  const holdsText = (element: Element) =>
    element.matches('button, input, select, textarea') ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  const looks = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    if (!holdsText(element) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, position } = getComputedStyle(element);
    const look = [color, fontSize, fontWeight, textShadow, position, groundOf(element)].join(' ');
    if (looks.has(look)) continue;
    looks.add(look);
    element.setAttribute('data-look', '');
  }
}

/** What axe finds wrong with a page as it stands, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  const ignored = AXE_IGNORES.map(({ rule }) => rule);
  // Pages without frames need no second page to gather results in: twice as fast on the long tables.
  const axe = () => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const whole = await axe()
    .withTags(TAGS)
    .disableRules([...ignored, CONTRAST])
    .analyze();
  await page.evaluate(markLooks);
  const looks = await axe().include('[data-look]').withRules([CONTRAST]).analyze();
  return [...whole.violations, ...looks.violations].flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map(({ html, target }) => `${id} (${help}): ${target.join(' ')}\n    ${html.slice(0, 200)}`),
  );
}
