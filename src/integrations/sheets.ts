import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { transform } from 'lightningcss';

/** The tag that Astro writes for a sheet, to the letter. */
const tagOf = (base: string, name: string): string => `<link rel="stylesheet" href="${base}_astro/${name}">`;

/**
 * One sheet a page: Astro parts the styles by the pages that share them, and a page waits for four or five sheets, each
 * a request of its own, before it can be drawn. Those of a page become one; pages of one kind share it.
 */
export function sheets(): AstroIntegration {
  let base = '/';
  return {
    name: 'sheets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/u, '/');
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const made = joinSheets(dist, base);
        logger.info(`${made} sheets, one a kind of page`);
      },
    },
  };
}

/**
 * Joins the sheets of each built page and puts the page's one in the place of their tags.
 *
 * @param dist folder of the built site
 * @param base path that it was built for, with a slash at both ends
 * @returns how many sheets there are now
 */
function joinSheets(dist: string, base: string): number {
  const folder = join(dist, '_astro');
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, tag: tagOf(base, name), css: readFileSync(join(folder, name)) }));
  const joined = new Map<string, string>();
  for (const page of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!page.endsWith('.html')) continue;
    const file = join(dist, page);
    const html = readFileSync(file, 'utf8');
    const own = parts
      .map((part) => ({ ...part, at: html.indexOf(part.tag) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const [first] = own;
    if (!first) continue;
    const key = own.map(({ name }) => name).join();
    const name = joined.get(key) ?? written(folder, Buffer.concat(own.map(({ css }) => css)));
    joined.set(key, name);
    const rest = own.reduce((text, { tag }) => text.replace(tag, ''), html.slice(first.at));
    writeFileSync(file, html.slice(0, first.at) + tagOf(base, name) + rest);
  }
  for (const { name } of parts) if (![...joined.values()].includes(name)) rmSync(join(folder, name));
  return joined.size;
}

/** Writes a sheet under a name that changes with its letters. @returns the name */
function written(folder: string, css: Buffer): string {
  const { code } = transform({ filename: 'joined.css', code: css, minify: true });
  const name = `${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.css`;
  writeFileSync(join(folder, name), code);
  return name;
}
