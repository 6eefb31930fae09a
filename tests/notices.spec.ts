import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import {
  addresses,
  at,
  authority,
  base,
  dist,
  noticeAt,
  notices,
  several,
  shownFor,
  textIn,
  treeAt,
  unitSheet,
} from './support/published.ts';
import { gradeIn } from './support/shown-cells.ts';

/** What a site says of one notice, and of many: nothing may be silently that of the last. */

const linksIn = (part: Element | Root | undefined): string[] =>
  part ? selectAll('a[href]', part).map(({ properties }) => `/${String(properties['href']).slice(base.length)}`) : [];
const nav = (label: string, tree: Root) => linksIn(select(`nav[aria-label=${label}]`, tree));
const byDate = [...notices]
  .sort((a, b) => ((a.notice.dated ?? '') < (b.notice.dated ?? '') ? 1 : -1))
  .map(({ notice }) => notice.id);
const withTasks = notices.filter(({ tasks }) => tasks.length > 0);

test('the header leads to all notices, or to the only one, and nowhere else', () => {
  const [only] = notices;
  const lists = several ? ['/notices/', '/deadlines/'] : [`/${only?.notice.id}/`, `/${only?.notice.id}/deadlines/`];
  const expected = [lists[0], '/units/', lists[1], '/search/'];
  for (const address of addresses) expect(nav('主要栏目', treeAt(address)), address).toEqual(expected);
});

test('a notice’s own pages, and no others, lead to its contents, annex and deadlines, as far as it has them', () => {
  for (const address of addresses) {
    const notice = address.startsWith('/units/') ? undefined : noticeAt(address);
    const own = notice && notice.tasks.length > 0 ? ['', 'annex/', 'deadlines/'] : [];
    const expected = own.map((page) => `/${notice?.notice.id}/${page}`);
    expect(nav('本通知', treeAt(address)), address).toEqual(expected);
  }
});

test('the title of a page tells which notice it is of', () => {
  for (const address of addresses) {
    const notice = noticeAt(address);
    const own =
      notice && unitSheet(address.split('/')[2] ?? '', notice.notice.id) !== `/units/${address.split('/')[2]}/`;
    const title = textIn(treeAt(address), 'title');
    if (own) expect(title, address).toContain(notice.notice.number);
  }
});

test('several notices are listed by their date of issue, the newest first, each once', () => {
  const listed = (address: string) =>
    linksIn(select('main', treeAt(address)))
      .flatMap((link) => /^\/([^/]+)\/$/.exec(link)?.[1] ?? [])
      .filter((id) => byDate.includes(id));
  expect([...new Set(listed('/'))]).toEqual(byDate);
  expect(existsSync(join(dist, 'notices/index.html'))).toBe(several);
  if (several) expect(listed('/notices/')).toEqual(byDate);
});

test('the deadlines of several notices lead to every list of every notice, with its count', () => {
  expect(existsSync(join(dist, 'deadlines/index.html'))).toBe(several);
  if (!several) return;
  const years = linksIn(select('nav[aria-labelledby=earlier]', treeAt('/deadlines/')));
  expect(years).toEqual(
    addresses
      .filter((address) => /^\/deadlines\/./u.test(address))
      .sort()
      .reverse(),
  );
  const lines = ['/deadlines/', ...years].flatMap((address) =>
    selectAll('.due-lines dd', treeAt(address)).map((line) => [linksIn(line)[0], textOf(line)]),
  );
  const expected = withTasks.flatMap(({ notice }) => {
    const tree = treeAt(`/${notice.id}/deadlines/`);
    return selectAll('main section.group', tree).map((group) => {
      return [
        `/${notice.id}/deadlines/#${group.properties['ariaLabelledBy']}`,
        selectAll(':scope > ul.tasks > li, :scope > table tbody tr', group).length,
        selectAll(':scope > h2 .count', group).map(textOf).join(''),
      ] as const;
    });
  });
  expect(lines.map(([link]) => link).sort()).toEqual(expected.map(([link]) => link).sort());
  for (const [link, count, heading] of expected) {
    const said = String(lines.find(([other]) => other === link)?.[1]);
    // As the notice's own page says it: what may have been lost apart from what is certain.
    const due = said.replace(/[^ ]* /u, '').replace(/(?:^|，)原件待查 \d+ 项$/u, '');
    const [certain, possible] = heading.split(/另有 (?=\d+ 项时限原件待查)/u);
    expect(due, `${link}: ${said}`).toBe(certain);
    if (possible) expect(said, link).toContain(`原件待查 ${Number.parseInt(possible, 10)} 项`);
    const sum = [...due.matchAll(/(\d+) 项/gu)].reduce((total, [, number]) => total + Number(number), 0);
    expect(sum, `${link}: ${said}`).toBe(count);
  }
});

test('a unit’s page shows the newest notice with anything for it, and leads to every other that names it', () => {
  for (const { slug, name } of authority) {
    const naming = byDate.filter((id) =>
      notices.some(({ notice, units }) => notice.id === id && units.some((unit) => unit.slug === slug)),
    );
    const pages = byDate.flatMap((id) => unitSheet(slug, id) ?? []);
    const [first, ...further] = pages;
    expect(first ?? '', name).toBe(pages.length > 0 ? `/units/${slug}/` : '');
    expect(
      naming.every((id) => unitSheet(slug, id)),
      name,
    ).toBe(true);
    const lines = linksIn(select('section[aria-labelledby=others] ul', treeAt(`/units/${slug}/`)));
    expect(lines, name).toEqual(further);
  }
});

test('a unit has files and a briefing where a notice concerns it, and no link to what is not there', () => {
  for (const { slug, name } of authority) {
    const concerned = notices.some(({ notice }) => unitSheet(slug, notice.id));
    const files = ['json', 'csv', 'xlsx', 'ics'].map((type) => `data/units/${slug}.${type}`);
    for (const file of [...files, `offline/units/${slug}.html`]) {
      expect(existsSync(join(dist, file)), `${name} ${file}`).toBe(concerned);
    }
    const offline = linksIn(treeAt(`/units/${slug}/`)).filter((link) => link.startsWith('/offline/'));
    expect(offline, name).toEqual(concerned ? [`/offline/units/${slug}.html`] : []);
  }
});

test('a notice that is text alone speaks of no annex, no tasks and no deadlines', () => {
  for (const { notice, tasks } of notices) {
    if (tasks.length > 0) continue;
    const own = addresses.filter((address) => address.startsWith(`/${notice.id}/`));
    expect(own.filter((address) => /annex|deadlines|task/u.test(address))).toEqual([]);
    for (const address of own) {
      const said = textIn(treeAt(address), 'main');
      expect(said, address).not.toBe('');
      expect(said, address).not.toMatch(/附件|任务 ?\d|完成时限|牵头/u);
    }
  }
});

test('the way from a unit to another of its notices and back is open', async ({ page }) => {
  test.skip(!several, 'one notice has no other');
  const further = addresses.find((address) => /^\/units\/[^/]+\/[^/]+\/$/.test(address)) ?? '';
  const unit = further.split('/').slice(0, 3).join('/');
  await page.goto(at(`${unit}/`));
  await page.getByRole('link', { name: '其他通知' }).click();
  await page.locator(`a[href$="${further}"]`).click();
  await expect(page).toHaveURL(new RegExp(`${further}$`));
  await page.getByRole('main').locator(`a[href$="${unit}/"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${unit}/$`));
});

test('the page of all units counts for each what one notice says of it, or how many name it', () => {
  const said = selectAll('ul.units > li', treeAt('/units/')).map((line) => [
    textIn(line, 'a'),
    textIn(line, '.count').match(/\d+/gu)?.map(Number) ?? [],
  ]);
  const expected = authority.map(({ slug, name }) => {
    const naming = notices.filter(({ units }) => units.some((unit) => unit.slug === slug));
    if (several) return [name, naming.length === 0 ? [] : [naming.length]];
    // Certain tasks by role, in the order in which they are said; then those that may have lost something.
    const grades = (role: 'lead' | 'support') =>
      naming.flatMap(({ tasks }) =>
        tasks.filter((task) => task[role]?.units?.includes(slug)).map((task) => gradeIn(task[role])),
      );
    const roles = (['lead', 'support'] as const).map(grades);
    const certain = roles.map((all) => all.filter((grade) => grade === 'printed' || grade === 'inferred').length);
    const unsure = roles.flat().filter((grade) => grade === 'unsure').length;
    return [name, [...certain, unsure].filter((count) => count > 0)];
  });
  expect(said.sort()).toEqual(expected.sort());
});

test('a unit’s card adds no years: it counts what the notice says that the unit’s page shows', async ({ page }) => {
  const unit = authority.find(({ name }) => name === '市民政局');
  const shown = shownFor(unit?.slug ?? '');
  const leads = shown?.tasks.filter(
    ({ lead }) => lead.units?.includes(unit?.slug ?? '') && ['printed', 'inferred'].includes(gradeIn(lead)),
  );
  await page.goto(`${at('/search/')}?q=${encodeURIComponent('市民政局')}`);
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  const card = page.locator('article[data-hit=unit]').first();
  await expect(card.locator('.fact').first()).toContainText(`牵头 ${leads?.length} 项`);
});

test('a hit says which notice it is of, and hits of every notice are found', async ({ page }) => {
  test.skip(!several, 'of one notice there is nothing to say');
  await page.goto(`${at('/search/')}?q=${encodeURIComponent('政务服务')}&kind=section`);
  await expect(page.locator('#results')).toHaveAttribute('data-state', 'done');
  const hits = await page
    .locator('article[data-hit=section]')
    .evaluateAll((articles) =>
      articles.map((article) => [
        article.querySelector('h2 a')?.getAttribute('href') ?? '',
        article.querySelector('.of-notice')?.textContent ?? '',
      ]),
    );
  expect(hits.length).toBeGreaterThan(0);
  for (const [address = '', said] of hits) {
    expect(said, address).toBe(notices.find(({ notice }) => address.includes(`/${notice.id}/`))?.notice.planTitle);
  }
});

test('a suggestion says which notice it is of', async ({ page }) => {
  test.skip(!several, 'of one notice there is nothing to say');
  await page.goto(at('/units/'));
  await page.locator('#q').fill('一件事');
  const options = page.getByRole('option').filter({ has: page.locator('.kind', { hasText: '任务' }) });
  await expect(options.first()).toBeVisible();
  const plans = notices.map(({ notice }) => notice.planTitle);
  const said = await options.locator('.count').allInnerTexts();
  expect(said.filter((note) => !plans.includes(note))).toEqual([]);
});

test('an export of several notices asks which one, and lists them', () => {
  test.skip(!several, 'of one notice there is nothing to ask');
  const args = ['scripts/export.ts', '--unit', '市民政局', '--out', join(dist, '..', 'asked.html')];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    new RegExp(`^error: there are ${notices.length} notices, and none is named\n  help: .*--notice`),
  );
  for (const { notice } of notices) expect(stderr).toContain(notice.id);
  expect(existsSync(join(dist, '..', 'asked.html'))).toBe(false);
});

const compared = addresses.filter((address) => address.startsWith('/compare/'));

test('two years of one plan are compared on a page of their own, and one notice alone makes none', () => {
  if (!several) {
    expect(compared).toEqual([]);
    return;
  }
  test.skip(compared.length === 0, 'no two notices here are two years of one plan');
  for (const address of compared) {
    const [, , was = '', is = ''] = address.split('/');
    const tree = treeAt(address);
    const ids = (year: 'was' | 'is') =>
      selectAll(`[data-${year}]`, tree).flatMap(({ properties }) =>
        String(properties[year === 'was' ? 'dataWas' : 'dataIs']).split(' '),
      );
    const tasksOf = (id: string) => notices.find(({ notice }) => notice.id === id)?.tasks.map((task) => task.id) ?? [];
    expect([...new Set(ids('was'))].sort(), address).toEqual(tasksOf(was).sort());
    expect([...new Set(ids('is'))].sort(), address).toEqual(tasksOf(is).sort());
    for (const cover of [was, is]) expect(linksIn(treeAt(`/${cover}/`))).toContain(address);
    for (const change of selectAll('[data-pair] :is(del, ins)', tree)) {
      const said = textIn({ type: 'root', children: [change] }, '.unseen');
      expect(said, address).toBe(change.tagName === 'del' ? '（删去：' : '（新写：');
    }
  }
  const [first = ''] = compared;
  const changed = selectAll('[data-pair=changed] :is(del, ins)', treeAt(first));
  expect(changed.length).toBeGreaterThan(0);
  const unit = linksIn(treeAt(first)).find((link) => link.endsWith('#changes')) ?? '';
  expect(linksIn(select('section[aria-labelledby=changes]', treeAt(unit.replace('#changes', ''))))).toContain(first);
});
