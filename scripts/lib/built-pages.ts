import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Every file of the built site, as a path from its root: `/units/index.html`. */
export function builtFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).split(sep).join('/'))
    .sort();
}

/** The address of a built page without the base path: `/units/index.html` is at `/units/`. */
export const addressOf = (file: string): string => file.replace(/\/index\.html$/, '/');

/** The tree of one built page. */
export const readPage = (dist: string, file: string): Root => fromHtml(readFileSync(join(dist, file), 'utf8'));
