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
        base = config.base;
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
 * Joins the sheets of each built page and puts the page's one in the place of their tags; the parts go.
 *
 * @param dist folder of the built site
 * @param base path that it was built for, with a slash at both ends
 * @returns how many sheets the pages have now
 * @throws when a page names its sheets in another way than Astro is known to
 */
export function joinSheets(dist: string, base: string): number {
  const folder = join(dist, '_astro');
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, tag: tagOf(base, name) }));
  const joined = new Map<string, string>();
  const used = new Set<string>();
  for (const page of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!page.endsWith('.html')) continue;
    const html = readFileSync(join(dist, page), 'utf8');
    const head = html.slice(0, html.indexOf('</head>'));
    const own = parts.filter(({ tag }) => head.includes(tag)).sort((a, b) => head.indexOf(a.tag) - head.indexOf(b.tag));
    const [first] = own;
    const rest = own.reduce((text, { tag }) => text.replace(tag, ''), html);
    if (rest.includes('rel="stylesheet"')) throw new Error(`${page} names a sheet that is not in ${base}_astro/`);
    if (!first) continue;
    const names = own.map(({ name }) => name);
    const key = names.join();
    const name = joined.get(key) ?? written(folder, names);
    joined.set(key, name);
    for (const each of names) used.add(each);
    const at = head.indexOf(first.tag);
    writeFileSync(join(dist, page), rest.slice(0, at) + tagOf(base, name) + rest.slice(at));
  }
  for (const name of used) rmSync(join(folder, name));
  return joined.size;
}

/** Writes sheets as one, under a name that changes with its letters. @returns the name */
function written(folder: string, names: readonly string[]): string {
  const css = Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
  const { code } = transform({ filename: names.join(), code: css, minify: true });
  const name = `${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.css`;
  writeFileSync(join(folder, name), code);
  return name;
}
