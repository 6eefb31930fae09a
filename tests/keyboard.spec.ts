import { expect, type Page, test } from '@playwright/test';
import { at, KINDS } from './support/published.ts';

/** Presses Tab so many times; returns which of what is wanted never had the focus. */
async function neverFocused(page: Page, wanted: readonly string[], times: number): Promise<string[]> {
  await page.evaluate(() => {
    const focused: string[] = [];
    Object.assign(window, { focused });
    addEventListener('focusin', ({ target }) => {
      const element = target as Element;
      focused.push((element.getAttribute('aria-label') ?? element.textContent).trim() || element.localName);
    });
  });
  for (let step = 0; step < times; step++) await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => (window as unknown as { focused: string[] }).focused);
  return wanted.filter((name) => !focused.includes(name));
}

test('the first stop is a visible skip link that leads past the header', async ({ page }) => {
  await page.goto(at(KINDS.section));
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toHaveText('跳到正文');
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('Tab reaches the header’s links, search box and display settings on every kind of page', async ({ page }) => {
  for (const [kind, address] of Object.entries(KINDS)) {
    await page.goto(at(address));
    const links = await page.locator('header.site nav a').allInnerTexts();
    expect(links).toContain('搜索');
    const wanted = [...links.map((text) => text.trim()), '显示'];
    expect(await neverFocused(page, wanted, wanted.length + 5), kind).toEqual([]);
  }
});

test('whatever has the focus shows it', async ({ page }) => {
  await page.goto(at(KINDS.task));
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press('Tab');
    const bare = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return '';
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active);
      const visible = (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      return visible ? '' : active.outerHTML.slice(0, 120);
    });
    expect(bare, `stop ${step + 1}`).toBe('');
  }
});

test('elder mode is switched by keyboard, enlarges the text and lasts', async ({ page }) => {
  await page.goto(at(KINDS.section));
  const size = () =>
    page
      .locator('main p')
      .first()
      .evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
  const before = await size();
  await page.getByRole('button', { name: '显示' }).focus();
  await page.keyboard.press('Enter');
  const toggle = page.getByRole('button', { name: '长者模式' });
  await toggle.focus();
  await page.keyboard.press('Enter');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(await size()).toBeGreaterThan(Math.max(before, 17.9));
  await page.reload();
  await page.getByRole('button', { name: '显示' }).click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(await size()).toBeGreaterThan(Math.max(before, 17.9));
  const small = await page.locator('button:visible, select:visible, input:visible').evaluateAll((controls) =>
    controls
      .map((control) => ({ html: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 59.5 || box.width < 59.5)
      .map(({ html, box }) => `${box.width}×${box.height} ${html}`),
  );
  expect(small, 'targets of at least 60×60 in elder mode').toEqual([]);
});

test('the colour scheme follows the choice and lasts', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(at('/'));
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: '显示' }).click();
  await page.getByLabel('配色').selectOption('dark');
  expect(await background()).not.toBe(light);
  await page.reload();
  expect(await background()).not.toBe(light);
});

test('settings that nobody chose here are left out: a size or a colour scheme that there is not', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('display', JSON.stringify({ elder: true, size: 9999, theme: 'red; }' })),
  );
  await page.goto(at(KINDS.section));
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px');
  await page.getByRole('button', { name: '显示' }).click();
  await expect(page.getByLabel('字号')).toHaveValue('');
  await expect(page.getByLabel('配色')).toHaveValue('');
});

test('where storage is refused the settings hold for the page', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(at(KINDS.section));
  await page.getByRole('button', { name: '显示' }).click();
  const toggle = page.getByRole('button', { name: '长者模式' });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(errors).toEqual([]);
});
