import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { firstWords } from '../src/notice/first-words.ts';
import { data, dist } from './support/published.ts';
import { gradeIn, MARKS } from './support/shown-cells.ts';

const FILE = pathToFileURL(resolve(dist, join('offline', `${data.notice.id}.html`))).href;
const byId = new Map(data.tasks.map((task) => [task.id, task]));
const deadlineOf = (id: string) => {
  const deadline = byId.get(id)?.deadline;
  if (deadline?.text == null) return '时限原件待查';
  return deadline.text + (deadline.status === 'printed' ? '' : `（${MARKS[gradeIn(deadline)]}）`);
};
const openMany = data.units.filter(({ leads, covers }) => leads.length > 3 && !covers);

test('a unit’s list says of each task what it is and when it is due, none as more certain than its row', async ({
  page,
}) => {
  await page.goto(FILE);
  for (const { name, leads, supports } of openMany) {
    const unit = page.locator('.all-units dt', { hasText: new RegExp(`^${name}$`, 'u') });
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

test('each row leads to its sentences, by the words that name them', async ({ page }) => {
  await page.goto(FILE);
  const said = await page
    .locator('tr[id^="t-"]')
    .evaluateAll((rows) =>
      rows.flatMap((row) =>
        [...row.querySelectorAll('small a')]
          .filter((link) => link.textContent.startsWith('条文'))
          .map((link) => [row.id.slice(2), link.textContent.slice(2), link.getAttribute('href')]),
      ),
    );
  const expected = data.sections.flatMap(({ clauses }) =>
    clauses.flatMap(({ id, taskIds }) => taskIds.map((task) => [task, id, `#c-${id}`])),
  );
  expect(said.sort()).toEqual(expected.sort());
});

test('without scripts the lists stand by number, and lead to the rows', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(FILE);
  await expect(page.locator('.deadlines .ids > a').first()).toHaveText(/^\d+-\d+$/u);
  await context.close();
});
