import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeMany } from '../tests/support/made-notices.ts';

test('a notice taken out of the seeds leaves no folder behind, and the other stays', { timeout: 60_000 }, () => {
  const project = mkdtempSync(join(tmpdir(), 'notices-'));
  const env = { ...process.env, SEEDS: join(project, 'seeds'), CONTENT: join(project, 'content') };
  const run = () => spawnSync(process.execPath, ['scripts/import.ts'], { env, encoding: 'utf8' });
  try {
    writeMany(env.SEEDS, 2);
    expect(run().stderr).toBe('');
    expect(existsSync(join(env.CONTENT, 'yfbf-2021-34', 'sections'))).toBe(true);
    rmSync(join(env.SEEDS, 'yfbf-2021-34'), { recursive: true });
    expect(run().stderr).toBe('');
    expect(existsSync(join(env.CONTENT, 'yfbf-2021-34'))).toBe(false);
    expect(existsSync(join(env.CONTENT, 'yfbf-2022-34', 'notice.json'))).toBe(true);
  } finally {
    rmSync(project, { recursive: true });
  }
});
