import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { briefingAsked } from '../scripts/lib/briefing-asked.ts';
import { briefingFile } from '../scripts/lib/briefing-file.ts';
import { siteAddress } from '../scripts/lib/environment.ts';
import { HELP, readExportOptions } from '../scripts/lib/export-options.ts';
import { NoticeError } from '../src/notice/problem.ts';
import { scratch } from './support/scratch.ts';

const folder = scratch('export-');

/** Runs the command with a place to write to. */
function run(name: string, ...args: string[]) {
  const out = join(folder, `${name}.html`);
  const { status, stderr } = spawnSync('node', ['scripts/export.ts', ...args, '--out', out], { encoding: 'utf8' });
  return { status, stderr, page: existsSync(out) ? readFileSync(out, 'utf8') : undefined };
}

/** The file that the command writes, without the process and the disk. */
function made(...args: string[]): string {
  const options = readExportOptions([...args, '--out', join(folder, 'made.html')]);
  if (options.kind !== 'briefing') throw new Error(`${args.join(' ')} asks for no part of a notice`);
  return briefingFile(options, siteAddress(process.env));
}

/** What the command makes of its options: the title of the file, or the error as it is printed. */
function asked(...args: string[]): string {
  try {
    const options = readExportOptions([...args, '--out', join(folder, 'asked.html')]);
    return options.kind === 'briefing' ? briefingAsked(options).briefing.title : options.kind;
  } catch (error) {
    if (error instanceof NoticeError) return error.format();
    throw error;
  }
}

const rowsOf = (page: string | undefined) => [...(page ?? '').matchAll(/<tr id="t-([\d-]+)">/gu)].map(([, id]) => id);

test.describe('npm run export writes', () => {
  test('picked rows under the title given, in printed order, with where they come from', () => {
    const { status, page } = run('rows', '--rows', '13-9,13-8', '--title', '两项 <任务>');
    expect(status).toBe(0);
    expect(rowsOf(page)).toEqual(['13-8', '13-9']);
    expect(page).toContain('<h1>两项 &lt;任务&gt;</h1>');
    expect(page).toMatch(/SHA-256 <code class="hash">[0-9a-f]{64}</u);
  });

  test('a section', () => {
    const page = made('--section', '十三');
    expect(rowsOf(page).length).toBeGreaterThan(1);
    expect(rowsOf(page).every((id) => id?.startsWith('13-'))).toBe(true);
  });

  test('the tasks of a unit by its short name, those of an open or uncertain deadline apart', () => {
    const page = made('--unit', '涪陵', '--month', '持续推进', '--role', '牵头');
    const [sure = '', ...maybe] = page.split('时限原件待查或可能漏录，可能符合');
    expect(rowsOf(sure)).toEqual(['5-2', '2-1', '14-2', '15-6', '16-5', '18-1', '19-1', '20-1']);
    expect(rowsOf(maybe.join('')).length).toBeGreaterThan(0);
    const one = made('--unit', '民政局', '--month', '2022-10', '--role', '牵头');
    expect(rowsOf(one.split('时限原件待查或可能漏录，可能符合')[0])).toEqual([]);
    expect(rowsOf(one)).toEqual(['13-3', '13-7', '13-9']);
  });
});

test.describe('npm run export is never surer than the annex', () => {
  test('what may be a unit’s in a role stands apart, and is counted apart', () => {
    const page = made('--unit', '市公安局', '--role', '配合');
    const [sure = '', maybe = ''] = page.split('可能配合的原件待查内容');
    expect(rowsOf(sure)).toEqual(['12-2']);
    expect(rowsOf(maybe)).toEqual(['13-3', '13-4', '13-5', '13-6', '13-7']);
    expect(page).toContain('附件任务 1 项；推定·可能漏录的任务 15 项；可能涉及的任务 5 项；');
    expect(page).not.toContain('可能牵头');
  });

  test('what a collective brings is not added to what names the unit', () => {
    const page = made('--unit', '涪陵', '--role', '牵头', '--month', '持续推进');
    expect(page).toContain('；附件任务 1 项；经统称的任务 7 项；可能涉及的任务 18 项');
  });

  test('an open unit and an open month together are still something that may be', () => {
    const page = made('--unit', '规划局', '--month', '2022-10', '--role', '配合');
    const maybe = page.slice(page.indexOf('可能配合的原件待查内容（时限原件待查或可能漏录，可能符合）'));
    expect(rowsOf(maybe)).toEqual(expect.arrayContaining(['13-4', '13-5']));
  });

  test('a deadline that the extraction dropped may be any month', () => {
    const page = made('--unit', '市司法局', '--month', '2022-10', '--role', '牵头');
    expect(rowsOf(page.slice(page.indexOf('牵头（时限原件待查或可能漏录，可能符合）')))).toEqual(
      expect.arrayContaining(['9-1', '9-2']),
    );
  });

  test('it tells which rows were picked, and the page that shows the filters', () => {
    const page = made('--unit', '民政局', '--rows', '13-9');
    expect(page).toContain('只取编号 13-9');
    expect(made('--section', '第十三部分', '--month', '2022-10')).toContain(
      'yfbf-2022-34/annex/?section=13&amp;due=2022-10&amp;maybe=1',
    );
  });
});

for (const name of ['smzj', 'minzhengju', ' 民政局 ', '重庆市民政局', 'shi-min-zheng-ju']) {
  test(`--unit ${name} is 市民政局`, () => {
    expect(asked('--unit', name)).toBe('市民政局的任务');
  });
}

test('--help tells what there is', () => {
  expect(readExportOptions(['--help'])).toEqual({ kind: 'help' });
  expect(HELP).toContain('--unit 市民政局');
});

test('without a word of what to write it says what there is, and fails', () => {
  expect(() => readExportOptions([])).toThrow(
    expect.objectContaining({ message: 'nothing is asked for', hint: expect.stringContaining('--unit 市民政局') }),
  );
});

test.describe('npm run export says what is wrong and writes nothing', () => {
  const WRONG: [name: string, args: string[], words: string][] = [
    ['an unknown unit', ['--unit', '市民正局'], 'The nearest names: 市民政局'],
    ['a name that two units have had', ['--unit', '万盛区'], 'Name one of them: 綦江区政府、万盛经开区管委会'],
    ['an empty selection', ['--unit', '市民政局', '--month', '2031-01'], 'no task fits'],
    ['what a unit only may have a part in', ['--unit', '市民政局', '--section', '1'], 'Through collectives'],
    ['a month of no deadline', ['--unit', '市司法局', '--month', '2022-11'], 'no deadline of the notice names 2022-11'],
    ['an unknown row', ['--rows', '13-8,99-1'], 'the annex has no task “99-1”'],
    ['a row that the other options rule out', ['--unit', '民政局', '--rows', '13-9,8-9'], 'task 8-9 does not fit'],
    ['no row', ['--rows', ','], '--rows names no task'],
    ['no month', ['--month', '13月'], '“13月” is no month'],
    ['an unknown section', ['--section', '99'], 'the notice has no section “99”'],
    ['a role of nobody', ['--role', '牵头'], 'Add --unit'],
    ['an unknown notice', ['--notice', 'x', '--section', '1'], 'there is no notice x'],
    ['a name without any of our characters', ['--unit', 'xyz'], 'All names stand in seeds/units.yaml'],
    ['an option given twice', ['--unit', '市民政局', '--unit', '市公安局'], '--unit is given twice'],
    ['an empty title', ['--section', '1', '--title', '  '], '--title is empty'],
    ['an unknown option', ['--units', 'x'], '--units'],
  ];
  for (const [name, args, words] of WRONG) {
    test(name, () => {
      const said = asked(...args);
      expect(said).toMatch(/^error: [^\n‹]+\n {2}help: [^\n‹]+$/u);
      expect(said).toContain(words);
    });
  }

  test('as it prints every error, with no file written', () => {
    const args = ['--unit', '市民正局'];
    const { status, stderr, page } = run('wrong', ...args);
    expect({ status, page, stderr }).toEqual({ status: 1, page: undefined, stderr: `${asked(...args)}\n` });
  });

  test('where no site was built', () => {
    const options = readExportOptions(['--section', '1', '--out', join(folder, 'unbuilt.html')]);
    if (options.kind !== 'briefing') throw new Error('a section is a part of a notice');
    const address = { ...siteAddress(process.env), dist: join(folder, 'nothing') };
    expect(() => briefingFile(options, address)).toThrow(expect.objectContaining({ hint: 'Run npm run build first.' }));
  });

  test('a place that cannot be written to, and leaves what stands there', () => {
    const out = join(folder, 'a file');
    writeFileSync(out, 'as it was');
    const { status, stderr } = spawnSync(
      'node',
      ['scripts/export.ts', '--section', '1', '--out', join(out, 'x.html')],
      {
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: .+x\.html: a file stands where a folder should be .+\n {2}help: Move that file/u);
    expect(readFileSync(out, 'utf8')).toBe('as it was');
  });
});
