import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file of a folder by its path from it, with its text; an empty folder by its path and a slash. */
export function treeOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path): [string, string] =>
        statSync(path).isDirectory()
          ? [`${relative(folder, path)}/`, '']
          : [relative(folder, path), readFileSync(path, 'latin1')],
      ),
  );
}

/** One hash over every name and byte of a folder or file; `none` where nothing stands. */
export function hashOf(path: string): string {
  if (!existsSync(path)) return 'none';
  const content = statSync(path).isDirectory() ? JSON.stringify(treeOf(path)) : readFileSync(path);
  return createHash('sha256').update(content).digest('hex');
}
