import { expect, test } from '@playwright/test';
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import type { Task } from '../src/notice/model.ts';
import { once } from './support/once.ts';
import { addresses, at, authority, base, data, treeAt, unitSheet } from './support/published.ts';
import { gradeIn, MARKS } from './support/shown-cells.ts';
import { listedOn } from './support/unit-page.ts';

/** A unit's part in a task, in words: `shi-min-zheng-ju lead 13-3`. */
type Duty = `${string} ${Role} ${string}`;
type Role = 'lead' | 'support';
const ROLES: { role: Role; name: string }[] = [
  { role: 'lead', name: '牵头' },
  { role: 'support', name: '配合' },
];

const { notice, tasks } = data;
const home = `/${notice.id}/`;
/** The units that the notice says anything of, each with the page that shows it. */
const sheets = once(() =>
  authority.flatMap((unit) => {
    const address = unitSheet(unit.slug, notice.id);
    return address ? [{ unit, tree: treeAt(address), further: address !== `/units/${unit.slug}/` }] : [];
  }),
);
const settledUnits = (task: Task, role: Role) => (task[role].status === 'open' ? [] : (task[role].units ?? []));
const duties: Duty[] = tasks
  .flatMap((task) =>
    ROLES.flatMap(({ role }) => settledUnits(task, role).map((slug): Duty => `${slug} ${role} ${task.id}`)),
  )
  .sort();

const unitsIn = (part: Element) =>
  selectAll('a[href*="/units/"]', part)
    .filter((link) => !selectAll('.maybe a', part).includes(link))
    .map((link) => lastPart(String(link.properties['href'])));
const lastPart = (href: string) => href.split('#')[0]?.split('/').filter(Boolean).at(-1) ?? '';
const idsIn = (part: Element) =>
  selectAll('a[href*="/task/"]', part).map((link) => lastPart(String(link.properties['href'])));
const dutiesIn = (part: Element, role: Role, task: string) =>
  unitsIn(part).map((slug): Duty => `${slug} ${role} ${task}`);

test('every pair of unit and task, with its role, stands on the unit pages as in the data', () => {
  const shown = sheets().flatMap(({ unit: { slug }, tree }) =>
    listedOn(tree)
      .filter((duty) => duty.startsWith('own '))
      .map((duty) => duty.replace('own', slug) as Duty),
  );
  expect(shown.sort()).toEqual(duties);
});

test('every pair stands on the task pages, every leader among the deadlines, and no other', () => {
  const onTasks = tasks.flatMap(({ id }) =>
    ROLES.flatMap(({ role }) => {
      const column = select(`section[aria-labelledby=${role}]`, treeAt(`${home}task/${id}/`));
      return column ? dutiesIn(column, role, id) : [];
    }),
  );
  expect(onTasks.sort()).toEqual(duties);

  const tree = treeAt(`${home}deadlines/`);
  const leaders = [...selectAll('ul.tasks > li', tree), ...selectAll('.possible tbody tr', tree)].map((item) => [
    idsIn(item)[0],
    textOf(select('.cells dd', item) ?? item).trim(),
  ]);
  const expected = new Map(tasks.map(({ id, lead }) => [id, lead.text]));
  expect(leaders.filter(([id, text]) => expected.get(id ?? '') !== text)).toEqual([]);
  expect(new Set(leaders.map(([id]) => id))).toEqual(new Set(expected.keys()));
});

test('what reaches a unit through a collective stands apart on its page, whole', () => {
  for (const { unit, tree, further } of sheets()) {
    const collectives = authority.filter(
      ({ covers }) => covers?.kind === unit.kind && unit.name.endsWith(covers.suffix ?? ''),
    );
    const expected = collectives.flatMap(({ slug }) => duties.filter((duty) => duty.startsWith(`${slug} `)));
    const through = select('section[aria-labelledby=through]', tree);
    if (further) {
      // By a further notice the page leads to the collectives' own pages of it.
      const led = through ? selectAll('a', through).map(({ properties }) => String(properties['href'])) : [];
      const naming = collectives.filter(({ slug }) => duties.some((duty) => duty.startsWith(`${slug} `)));
      const pages = naming.map(({ slug }) => `${base.slice(0, -1)}${unitSheet(slug, notice.id)}`);
      expect(led, unit.name).toEqual(expect.arrayContaining(pages));
      continue;
    }
    const shown = listedOn(tree).filter((duty) => duty.startsWith('through '));
    expect(shown, unit.name).toEqual([...new Set(expected.map((duty) => duty.replace(/^\S+/u, 'through')))].sort());
  }
});

test('an open deadline is marked under each month that it may name, and under no other', () => {
  const shown = selectAll('section[aria-labelledby=open] tbody tr', treeAt(`${home}deadlines/`)).flatMap((row) =>
    selectAll('[data-key]', row)
      .map(({ properties }) => String(properties['dataKey']))
      .filter((key) => key !== 'ongoing')
      .map((key) => `${key} ${idsIn(row)[0]}`),
  );
  const expected = tasks.flatMap(({ id, deadline }) => {
    const months = (deadline.candidates ?? []).flatMap((words) =>
      [...words.matchAll(/(\d+)月/gu)].map(
        ([, month = '']) => `${notice.dated?.slice(0, 4)}-${month.padStart(2, '0')}`,
      ),
    );
    return [...new Set(months)].map((month) => `${month} ${id}`);
  });
  expect(shown.sort()).toEqual(expected.sort());
});

test('no page calls a task overdue', () => {
  const overdue = addresses.filter((address) => /逾期|超期|过期|已到期/u.test(textOf(treeAt(address))));
  expect(overdue).toEqual([]);
});

test('every mark in a picture is a link with a title, and words stand for the picture', () => {
  let links = 0;
  for (const address of addresses) {
    const tree = treeAt(address);
    for (const picture of selectAll('.picture svg[role=group]', tree)) {
      const words = String(picture.properties['ariaDescribedBy']);
      expect(select(`[id="${words}"]`, tree), `${address} #${words}`).toBeTruthy();
      for (const link of selectAll('a', picture)) {
        expect(textOf(select('title, text', link) ?? picture).trim(), address).not.toBe('');
        links++;
      }
      expect(selectAll('rect', picture).length, address).toBe(selectAll('a rect', picture).length);
    }
  }
  expect(links).toBeGreaterThan(50);
});

test('each clause, task and unit page holds its citation, ready to be selected', () => {
  const first = tasks[0];
  const unit = sheets().find(({ unit: { slug } }) => slug === 'shi-min-zheng-ju');
  const cited = (tree: Root) => selectAll('.citation p', tree).map((words) => textOf(words));
  expect(cited(treeAt(`${home}task/${first?.id}/`))[0]).toContain(
    `《${notice.planTitle}》（${notice.number}）附件第一部分第1行（任务1-1，附件全表第1行）`,
  );
  if (!unit) throw new Error('The notice has no page of 市民政局');
  expect(cited(unit.tree)[0]).toContain(`附件所列${unit.unit.name}的任务`);
  for (const { number, clauses } of data.sections) {
    const citations = cited(treeAt(`${home}section/${number}/`));
    const sentences = citations.filter((words) => words.includes('句'));
    expect(sentences.map((words) => /部分第(\d+)句/u.exec(words)?.[1])).toEqual(
      clauses.map((_, index) => String(index + 1)),
    );
    expect(citations.at(-1)).toContain('[EB/OL]');
  }
});

test('the copied citation holds the words and the full address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at(`${home}task/13-8/`));
  await page.getByRole('button', { name: '复制引用', exact: true }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `《${notice.planTitle}》（${notice.number}）附件第十三部分第8行（任务13-8，附件全表第${tasks.findIndex(({ id }) => id === '13-8') + 1}行）\n${page.url()}`,
  );
  await page.getByRole('button', { name: '复制引用和各格' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/行）：牵头单位：.+【原件待查】.*\n/u);
});

test('the citation of a sentence takes the cells of its tasks along, each with its mark', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { clauses } = data.sections.find(({ number }) => number === 13) ?? { clauses: [] };
  await page.goto(at(`${home}section/13/`));
  await page.getByText('引用', { exact: true }).click();
  for (const { id, taskIds } of clauses.filter((clause) => clause.taskIds.length > 0)) {
    const citation = page.locator('.citation', { hasText: `#c-${id}` });
    await citation.getByRole('button', { name: '复制引用和各格' }).click();
    await expect(citation.getByText('已复制')).toBeVisible();
    const words = await page.evaluate(() => navigator.clipboard.readText());
    const [own = '', address] = words.split('\n');
    expect(address).toBe(`${page.url()}#c-${id}`);
    expect([...own.matchAll(/任务([\d-]+)，/gu)].map(([, task]) => task)).toEqual(taskIds);
    const cells = taskIds.flatMap((task) => {
      const { lead, support, deadline } = tasks.find((each) => each.id === task) as Task;
      return [lead, support, deadline].filter(({ status }) => status !== 'printed');
    });
    expect([...own.matchAll(/【(.+?)】/gu)].map(([, mark]) => mark)).toEqual(cells.map((cell) => MARKS[gradeIn(cell)]));
  }
});

test('a unit is found by nickname, pinyin and initials', async ({ page }) => {
  await page.goto(at('/units/'));
  const box = page.getByLabel('按名称、简称、拼音或首字母查找');
  const listed = page.locator('[data-find]:visible');
  for (const words of ['卫健委', 'weijian', '重庆市教育委员会', 'SMZJ', '民 政局']) {
    await box.fill(words);
    await expect(listed, words).not.toHaveCount(authority.length);
    await expect(listed.first(), words).toBeVisible();
  }
  await expect(listed.filter({ hasText: '市民政局' })).toHaveCount(1);
  await box.fill('猫狗委');
  await expect(listed).toHaveCount(0);
  await expect(page.getByText('找到 0 个单位')).toBeVisible();
  await box.fill('');
  await expect(listed).toHaveCount(authority.length);
});
