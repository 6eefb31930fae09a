import type { Page } from '@playwright/test';
import Axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours, and what they are asked of; all others say the same of a page in either scheme. */
const COLOURS = { 'color-contrast': '[data-look]', 'link-in-text-block': 'a[href][data-look]' };
/** The other rules that look at how a page is laid out; all that are left look at what is shown and what it is called. */
const LAID_OUT = ['target-size', 'scrollable-region-focusable'];
/** What rules that are slow on long pages are asked of: a target of 24 px has its size, wherever its neighbours are. */
const ASKED_OF = { ...COLOURS, 'target-size': '[data-small]' };

/**
 * Marks with `data-alike` the rows and items that hold nothing but what rows before them hold: each element of theirs
 * stands, under elements of the same names, in one that stays, and what axe says of that it says of all. Runs in the page.
 */
function markAlike(): void {
  const paths = new Map<Element, string>();
  /** How an element is named: its tag, its attributes but what they say of it alone, whether it has words, and where it is. */
  const pathOf = (element: Element): string => {
    const known = paths.get(element);
    if (known !== undefined) return known;
    const named = [...element.attributes].map(({ name, value }) =>
      /^(?:class|role|type|tabindex|rel|scope|aria-(?!label|describedby).*)$/u.test(name) ? `${name}=${value}` : name,
    );
    const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
    const own = [element.tagName, ...named.sort(), hasWords].join(' ');
    const path = `${element.parentElement ? pathOf(element.parentElement) : ''} > ${own}`;
    paths.set(element, path);
    return path;
  };
  for (const marked of document.querySelectorAll('[data-alike]')) marked.removeAttribute('data-alike');
  const kept = new Set<string>();
  for (const row of document.body.querySelectorAll('tr, li')) {
    if (row.parentElement?.closest('[data-alike]')) continue;
    const all = [row, ...row.querySelectorAll('*')];
    const isAlike = all.every((element) => kept.has(pathOf(element)));
    if (!isAlike) for (const own of all.filter((each) => each.closest('tr, li') === row)) kept.add(pathOf(own));
    if (isAlike) row.setAttribute('data-alike', '');
  }
}

/** Marks the targets that are less than 24 px wide or high with `data-small`. Runs in the page. */
function markSmall(): void {
  for (const target of document.querySelectorAll('a, button, input, select, summary, [tabindex], [role]')) {
    const { width, height } = target.getBoundingClientRect();
    const small = width < 24 || height < 24;
    target.toggleAttribute('data-small', small);
    if (small) target.closest('[data-alike]')?.removeAttribute('data-alike');
  }
}

/**
 * Marks one text of each look with `data-look`: its letters, the colours of all that lies under it, and of a link what
 * tells it from the text around. On a page of thousands of texts most look alike, and what axe says of the colours of
 * one it says of all. Runs in the page.
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
  const linkLook = (element: Element) => {
    if (!element.matches('a[href]') || !element.parentElement) return '';
    const { textDecorationLine, borderBottomWidth, display } = getComputedStyle(element);
    const around = getComputedStyle(element.parentElement);
    return [textDecorationLine, borderBottomWidth, display, around.color, around.fontWeight, around.display].join(' ');
  };
  // A rule drawn with signs is no text, and axe cannot judge its colour.
  const holdsText = (element: Element) =>
    element.matches('button, input, select, textarea') ||
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}\p{P}]/u.test(node.textContent ?? ''),
    );
  // What a browser lays out only as it comes near cannot be judged from afar.
  for (const hit of document.querySelectorAll<HTMLElement>('article[data-hit]'))
    hit.style.contentVisibility = 'visible';
  for (const marked of document.querySelectorAll('[data-look]')) marked.removeAttribute('data-look');
  const looks = new Set<string>();
  for (const element of document.body.querySelectorAll('*')) {
    if (!holdsText(element) || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textShadow, position } = getComputedStyle(element);
    const look = [color, fontSize, fontWeight, textShadow, position, groundOf(element), linkLook(element)].join(' ');
    if (looks.has(look)) continue;
    looks.add(look);
    element.setAttribute('data-look', '');
    element.closest('[data-alike]')?.removeAttribute('data-alike');
  }
}

/** What a page shows, told by the last look that asked all rules. */
interface Looked {
  shown?: Map<Element, string>;
}

/**
 * Whether the page shows what it showed when this was asked before: the same elements of the same texts, and with the
 * same attributes but those that only style it. Runs in the page.
 */
function showsTheSame(): boolean {
  const told = (element: Element) =>
    [
      ...[...element.attributes]
        .filter(({ name }) => !/^(?:class|data-.*)$/u.test(name))
        .map(({ name, value }) => `${name}=${value}`),
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent),
    ].join('\n');
  const shown = new Map(
    [...document.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => [element, told(element)]),
  );
  const looked = window as unknown as Looked;
  const before = looked.shown;
  looked.shown = shown;
  return before?.size === shown.size && [...shown].every(([element, words]) => before.get(element) === words);
}

interface Question {
  only: Axe.RunOnly;
  askedOf: Record<string, string>;
}

/** Asks axe of a page as it stands, but for the rows that are as others. Runs in the page, where axe was put. */
async function askAxe({ only, askedOf }: Question) {
  const { axe } = window as unknown as { axe: typeof Axe };
  axe.configure({ rules: Object.entries(askedOf).map(([id, selector]) => ({ id, selector })) });
  const aside = [...document.querySelectorAll('[data-alike]')].map((row) => {
    const place = document.createComment('');
    row.replaceWith(place);
    return { row, place };
  });
  const { violations, incomplete } = await axe.run(document, {
    resultTypes: ['violations', 'incomplete'],
    runOnly: only,
  });
  for (const { row, place } of aside) place.replaceWith(row);
  return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 5).map(({ html, target }) => `${id} (${help}): ${target.join(' ')}\n    ${html.slice(0, 200)}`),
  );
}

/** What axe finds wrong with a page as it stands, or cannot decide, a line each. */
async function findings(page: Page, only: Axe.RunOnly): Promise<string[]> {
  await page.evaluate(markAlike);
  await page.evaluate(markLooks);
  await page.evaluate(markSmall);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(Axe.source);
  return await page.evaluate(askAxe, { only, askedOf: ASKED_OF });
}

const rules = (values: string[]): Axe.RunOnly => ({ type: 'rule', values });

/** A way to look at a page: how wide the window is, and what is done to the page once it is as wide. */
export interface Layout {
  name: string;
  width: number;
  set?: (page: Page) => Promise<unknown>;
}

/**
 * What axe finds wrong with the page that is open, a line each, in each of some layouts and in either scheme. A scheme
 * changes colours and nothing else, and a layout may show the same as the one before: a rule is asked again only where
 * what it looks at may be another.
 */
export async function axeFindings(page: Page, layouts: readonly Layout[]): Promise<string[]> {
  const all: string[] = [];
  for (const { name, width, set } of layouts) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    await set?.(page);
    const same = await page.evaluate(showsTheSame);
    const light = await findings(
      page,
      same ? rules([...Object.keys(COLOURS), ...LAID_OUT]) : { type: 'tag', values: TAGS },
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await findings(page, rules(Object.keys(COLOURS)));
    all.push(...light.map((line) => `${name}, light: ${line}`), ...dark.map((line) => `${name}, dark: ${line}`));
  }
  return all;
}
