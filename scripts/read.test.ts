import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 240_000 });

const CORPUS = 'tests/fixtures/notices';
const out = mkdtempSync(join(tmpdir(), 'read-'));
afterAll(() => rmSync(out, { recursive: true }));

test('reads several notices at once: writes the data of what is taken, nothing of what is refused, and tells both', () => {
  const paths = ['wanghu-2023-27', 'broken/b11-docx-cut', 'broken/b07-files-contradict'].map((id) => join(CORPUS, id));
  const { status, stdout, stderr } = spawnSync('node', ['scripts/read.ts', '--data', out, ...paths], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^wanghu-2023-27: taken\n/u);
  expect(stdout).toContain('b11-docx-cut: refused\nerror: b11.docx is damaged');
  expect(stdout.match(/^error: row/gmu)).toHaveLength(4);
  expect(stderr).toContain('2 of 3 notices are refused: b11-docx-cut, b07-files-contradict');
  expect(stdout + stderr).not.toMatch(/^\s+at /mu);
  expect(JSON.parse(readFileSync(join(out, 'data/wanghu-2023-27.json'), 'utf8')).tasks).toHaveLength(10);
  expect(['b11-docx-cut', 'b07-files-contradict'].some((id) => existsSync(join(out, `data/${id}.json`)))).toBe(false);
});
