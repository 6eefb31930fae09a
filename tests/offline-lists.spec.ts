import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { firstWords } from '../src/notice/first-words.ts';
import { partnerBars } from '../src/notice/partner-bars.ts';
import { relationsOf } from '../src/notice/relations.ts';
import { gradeIn, MARKS } from './support/shown-cells.ts';
import { data, dist, KINDS } from './support/site.ts';

const FILE = pathToFileURL(resolve(dist, join('offline', `${data.notice.id}.html`))).href;
const byId = new Map(data.tasks.map((task) => [task.id, task]));
const deadlineOf = (id: string) => {
  const deadline = byId.get(id)?.deadline;
  if (deadline?.text == null) return '时限待核';
  return deadline.text + (deadline.status === 'printed' ? '' : `（${MARKS[gradeIn(deadline)]}）`);
};
const openMany = data.units.filter(({ leads, covers }) => leads.length > 3 && !covers);

test('a unit’s list says of each task what it is and when it is due, none as more certain than its row', async ({
  page,
}) => {
  await page.goto(FILE);
  for (const { name, leads, supports } of openMany) {
    const unit = page.locator('.units dt', { hasText: new RegExp(`^${name}$`, 'u') });
    const links = await unit.evaluate((head) => {
      const said: string[] = [];
      for (let next = head.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling) {
        if (!next.textContent.startsWith('可能'))
          said.push(...[...next.querySelectorAll('.ids > a')].map((link) => link.textContent));
      }
      return said;
    });
    const expected = [...leads, ...supports].map(
      (id) => `${id} ${firstWords(byId.get(id)?.text ?? '')}${deadlineOf(id)}`,
    );
    expect(links.sort(), name).toEqual(expected.sort());
  }
});

test('a month’s list says of each task what it is and who leads', async ({ page }) => {
  await page.goto(FILE);
  const said = await page.locator('.deadlines .ids > a').allTextContents();
  const wrong = said.filter((words) => {
    const task = byId.get(/^[\d-]+/u.exec(words)?.[0] ?? '');
    return words !== `${task?.id} ${firstWords(task?.text ?? '')}${task?.lead.text}`;
  });
  expect(said.length).toBeGreaterThan(data.tasks.length);
  expect(wrong).toEqual([]);
});

test('without scripts the lists stand by number, and lead to the rows', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(FILE);
  await expect(page.locator('.deadlines .ids > a').first()).toHaveText(/^\d+-\d+$/u);
  await expect(page.getByText('协作单位')).toHaveCount(0);
  await context.close();
});

test('a unit’s partners are drawn as the cells give them, and lead to their places', async ({ page }) => {
  const [, slug = ''] = /units\/(.+)\//u.exec(KINDS.unit) ?? [];
  const name = data.units.find((unit) => unit.slug === slug)?.name ?? '';
  const authority = new Map(data.units.map((unit) => [unit.slug, unit]));
  const expected = partnerBars(relationsOf({ slug }, data.tasks, authority)).rows.map(({ title }) => title);
  await page.goto(FILE);
  const after = page
    .locator('.units dt', { hasText: new RegExp(`^${name}$`, 'u') })
    .locator('xpath=following-sibling::dd');
  await after.locator('summary').first().click();
  const picture = page.getByRole('group', { name: `${name}与共同任务最多的单位` });
  expect(await picture.locator('title').allTextContents()).toEqual(expected);
  expect(expected.length).toBeGreaterThan(2);
  await picture.getByRole('link').first().click();
  const [partner] = expected[0]?.split('：') ?? [];
  await expect(page.locator(':target')).toHaveText(partner ?? '');
});
