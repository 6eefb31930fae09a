/** A whole build of a notice whose every word would be markup or a program elsewhere: on its pages it is only words. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAuthority } from '../src/import/units/authority.ts';
import { formatJson, noticeFiles, unitsFile } from '../src/import/write.ts';
import { loadNotices } from '../src/load.ts';
import { printed, taskWith } from '../src/notice/fixture.ts';
import { anyText, HOSTILE, sectionOf } from '../src/notice/hostile.ts';
import type { Account, Section, Task, UnitEntry } from '../src/notice/model.ts';

/** A copy of the project, for a build lets nobody else build in its folder meanwhile. */
const FOLDER = '.hostile';
const COPIED = ['astro.config.mjs', 'package.json', 'public', 'scripts', 'site.yaml', 'src', 'tsconfig.json'];
/** Of no other build's name: the packages are the project's own, and what Astro has read of a folder is kept there. */
const CONTENT = 'hostile-content';
const ID = 'hostile-1';
const SITE = 'https://www.example.gov.cn';

/** HTML reads every end of a line alike; a notice is read with line feeds. */
const texts = [...HOSTILE, ...fc.sample(anyText, { numRuns: 150, seed: 9 })].map((text) => text.replaceAll('\r', ''));
/** Without what is refused in a name, or in a file of plain text. */
const names = HOSTILE.map((text) => text.replace(/[、，\p{C}\p{Zl}\p{Zp}]/gu, '').trim()).filter((text) =>
  /[a-z\u4e00-\u9fff]/i.test(text),
);

const units: UnitEntry[] = readAuthority({
  file: 'units.yaml',
  text: formatJson(
    [...new Set(names)].map((name) => ({ name, kind: '市政府部门' })),
    1,
  ),
});

const PER_SECTION = 25;
const sections: Section[] = Array.from({ length: Math.ceil(texts.length / PER_SECTION) }, (_, at) => {
  const section = sectionOf(texts.slice(at * PER_SECTION, (at + 1) * PER_SECTION), at + 1, texts[at]);
  const [first, ...clauses] = section.clauses.map((clause) => ({ ...clause, taskIds: [] as string[] }));
  return { ...section, clauses: first ? [{ ...first, taskIds: [`${at + 1}-1`] }, ...clauses] : [] };
});

const tasks: Task[] = sections.map(({ number }, at) => {
  const unit = units[at % units.length];
  const cell = printed(unit?.name ?? '', [unit?.slug ?? '']);
  return taskWith({
    id: `${number}-1`,
    section: number,
    text: texts[texts.length - 1 - at] ?? '',
    lead: cell,
    support: {
      status: 'open',
      text: null,
      candidates: [cell.text ?? ''],
      candidateUnits: [[unit?.slug ?? '']],
      lines: [1],
    },
    deadline: { ...printed(texts[at] ?? ''), status: 'inferred', why: texts[at + 3] ?? '' },
    clauseIds: [`${number}-1`],
    differsFromClause: `甲{-乙-}${texts[at]?.replace(/[{}\\]/g, '\\$&')}`,
  });
});

const source = texts.map((text) => text.replace(/[\p{Cc}\s]/gu, ' '));
const characters = { metadata: 0, heading: 0, clause: 0, cell: 0, discarded: 0, total: 0 };
const account: Account = {
  characters,
  blocks: [],
  discarded: [{ text: HOSTILE[2] ?? '', line: 1, reason: HOSTILE[4] ?? '' }],
  clausesWithoutTask: [],
  tasksWithoutClause: [],
  rulings: [{ row: '1-1', column: 'support', reason: HOSTILE[2] ?? '', lines: [1] }],
  runs: [{ line: 1, from: 1, to: 3, kind: 'discarded', owner: HOSTILE[2] ?? '' }],
};

function write(path: string, text: string): void {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const read = (path: string) => readFileSync(join(FOLDER, 'dist', path), 'utf8');
const page = (path: string) => fromHtml(read(join(path, 'index.html')));

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const name of COPIED) cpSync(name, join(FOLDER, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(FOLDER, 'node_modules'));
  const [real] = loadNotices();
  if (!real) throw new Error('there is no notice to take the head of');
  const text = HOSTILE[2] ?? '';
  const head = {
    ...real.notice,
    id: ID,
    title: `关于印发${text}的通知`,
    number: `${text}〔2022〕1号`,
    issuer: text,
    planTitle: '"</h2>\n<b>题',
    annexTitle: text,
    attachment: text,
    addressees: { text, lines: [1, 1] as [number, number] },
    source: { ...real.notice.source, file: '<b>甲.txt', lines: source.length },
  };
  const files = noticeFiles({ head, sections, tasks, account });
  for (const [path, content] of files) write(join(CONTENT, ID, path), content);
  write(join(CONTENT, 'units.json'), unitsFile(units));
  write(join(CONTENT, 'synonyms.json'), '[]\n');
  write(join('seeds', ID, head.source.file), `${source.join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: FOLDER,
    env: { ...process.env, SEEDS: 'seeds', CONTENT, DIST: 'dist', SITE },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${stdout.slice(-2000)}${stderr.slice(-4000)}`);
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const clausesOf = (tree: Nodes) => selectAll('[id^="c-"]', tree as never).map((clause) => textOf(clause));
const expected = (section: Section) => section.clauses.map(({ text }) => text);

test('every clause is on its section’s page, on the whole text’s and in the single file as it is', () => {
  for (const section of sections) {
    expect(clausesOf(page(`${ID}/section/${section.number}`))).toEqual(expected(section));
  }
  expect(clausesOf(page(`${ID}/full`))).toEqual(sections.flatMap(expected));
  expect(clausesOf(fromHtml(read(`offline/${ID}.html`)))).toEqual(sections.flatMap(expected));
});

test('no page has an element, a line of style or a program that the notice wrote', () => {
  const pages = readdirSync(join(FOLDER, 'dist'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const name of pages) {
    const tree = fromHtml(read(name));
    const foreign = selectAll(
      '[onerror], [onload], b > svg, [src*="b.cn"], [href*="b.cn"], [href^="javascript"]',
      tree,
    );
    const refresh = selectAll('[http-equiv="refresh"]', tree);
    const scripts = selectAll('script', tree).filter((script) => /alert|writeFileSync/.test(textOf(script)));
    const programs = scripts.filter(
      ({ properties }) => !/^application\/(?:ld\+)?json$/.test(String(properties['type'])),
    );
    expect([name, foreign, refresh, programs]).toEqual([name, [], [], []]);
  }
});

test('a task, its cells, its unit and its lines of the source are words on their pages', () => {
  for (const task of tasks) {
    const main = textOf(select('main', page(`${ID}/task/${task.id}`)) ?? { type: 'root', children: [] });
    for (const text of [task.text, task.lead.text, task.deadline.text, task.deadline.why]) expect(main).toContain(text);
  }
  for (const unit of units) expect(textOf(page(`units/${unit.slug}`))).toContain(unit.name);
  const lines = selectAll('[id^="L"]', page(`${ID}/source`)).map((line) => textOf(line));
  for (const line of source.filter((each) => each.trim() !== '')) expect(lines.join('\n')).toContain(line);
});

test('a page says its address on paper, beside a picture of it that is there', () => {
  for (const name of [ID, `${ID}/section/1`, `${ID}/task/1-1`, `units/${units[0]?.slug}`]) {
    const address = select('.qr', page(name));
    expect(textOf(address as never).trim()).toBe(`${SITE}/${name}/`);
    expect(read(`${name}/${select('img', address as never)?.properties['src']}`)).toContain('<svg');
  }
});

test('the data are the notice', () => {
  expect(JSON.parse(read(`data/${ID}.json`))).toMatchObject({ sections, tasks });
});
