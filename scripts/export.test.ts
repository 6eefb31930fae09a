import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'export-'));

/** Runs the command with a place to write to. */
function run(name: string, ...args: string[]) {
  const out = join(folder, `${name}.html`);
  const { status, stderr } = spawnSync('node', ['scripts/export.ts', ...args, '--out', out], { encoding: 'utf8' });
  return { status, stderr, page: existsSync(out) ? readFileSync(out, 'utf8') : undefined };
}

const rowsOf = (page: string | undefined) => [...(page ?? '').matchAll(/<tr id="t-([\d-]+)">/gu)].map(([, id]) => id);

describe('npm run export writes', () => {
  test('picked rows under the title given, in printed order, with where they come from', () => {
    const { status, page } = run('rows', '--rows', '13-9,13-8', '--title', '两项 <任务>');
    expect(status).toBe(0);
    expect(rowsOf(page)).toEqual(['13-8', '13-9']);
    expect(page).toContain('<h1>两项 &lt;任务&gt;</h1>');
    expect(page).toMatch(/SHA-256 <code class="hash">[0-9a-f]{64}</u);
  });

  test('a section', () => {
    const { page } = run('section', '--section', '十三');
    expect(rowsOf(page).length).toBeGreaterThan(1);
    expect(rowsOf(page).every((id) => id?.startsWith('13-'))).toBe(true);
  });

  test('the tasks of a unit by its short name, those of an open deadline apart', () => {
    const { page } = run('unit', '--unit', '民政局', '--month', '2022-10', '--role', '牵头');
    const [sure = '', ...maybe] = (page ?? '').split('时限待核，可能符合');
    expect(rowsOf(sure)).toEqual(['13-9']);
    expect(rowsOf(maybe.join('')).length).toBeGreaterThan(0);
  });
});

describe('npm run export says what is wrong and writes nothing', () => {
  test.each([
    ['an unknown unit', ['--unit', '市民正局'], 'The nearest names: 市民政局'],
    ['a name that two units have had', ['--unit', '万盛区'], 'Name one of them: 綦江区政府、万盛经开区管委会'],
    ['an empty selection', ['--unit', '市民政局', '--month', '2031-01'], 'no task fits'],
    ['an unknown row', ['--rows', '13-8,99-1'], 'the annex has no task “99-1”'],
    ['no month', ['--month', '13月'], '“13月” is no month'],
    ['an unknown section', ['--section', '99'], 'the notice has no section “99”'],
    ['a role of nobody', ['--role', '牵头'], 'Add --unit'],
    ['an unknown notice', ['--notice', 'x', '--section', '1'], 'there is no notice x'],
    ['an unknown option', ['--units', 'x'], '--units'],
  ])('%s', (name, args, words) => {
    const { status, stderr, page } = run(name, ...args);
    expect({ status, page }).toEqual({ status: 1, page: undefined });
    expect(stderr).toContain(words);
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
    expect(stderr).toMatch(/^error: .+x\.html cannot be written: .+\n {2}help: Name a file/u);
    expect(readFileSync(out, 'utf8')).toBe('as it was');
  });
});
