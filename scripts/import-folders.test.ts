import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeMany } from '../tests/support/made-notices.ts';
import { imported } from './lib/imported.ts';

test('a notice taken out of the seeds leaves no folder behind, and the other stays', async () => {
  const project = mkdtempSync(join(tmpdir(), 'notices-'));
  const seeds = join(project, 'seeds');
  const content = join(project, 'content');
  try {
    writeMany(seeds, 2);
    expect((await imported({ seeds, content })).error).toBe('');
    expect(existsSync(join(content, 'yfbf-2021-34', 'sections'))).toBe(true);
    rmSync(join(seeds, 'yfbf-2021-34'), { recursive: true });
    expect((await imported({ seeds, content })).error).toBe('');
    expect(existsSync(join(content, 'yfbf-2021-34'))).toBe(false);
    expect(existsSync(join(content, 'yfbf-2022-34', 'notice.json'))).toBe(true);
  } finally {
    rmSync(project, { recursive: true });
  }
});
