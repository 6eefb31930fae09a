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
 * a request of its own, before it can be drawn. Those of a page become one; pages of one kind share it. A page gets its
 * sheet before it is written: to read and write all pages once more costs a tenth of the build.
 */
export function sheets(): AstroIntegration {
  let folder = '';
  let base = '/';
  let joined: JoinedSheets | undefined;
  return {
    name: 'sheets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        folder = join(fileURLToPath(config.outDir), '_astro');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          render: async (request, options) => {
            const result = await prerenderer.render(request, options);
            const response = result instanceof Response ? result : result.response;
            if (!response.headers.get('content-type')?.startsWith('text/html')) return result;
            joined ??= new JoinedSheets(folder, base);
            return new Response(joined.put(new URL(request.url).pathname, await response.text()), response);
          },
        }));
      },
      'astro:build:done': ({ logger }) => {
        logger.info(`${joined?.finish() ?? 0} sheets, one a kind of page`);
      },
    },
  };
}

/** The sheets of a build, and what became of them. */
export class JoinedSheets {
  readonly #folder: string;
  readonly #base: string;
  readonly #parts: { name: string; tag: string }[];
  /** Joined sheets, by the names of their parts. */
  readonly #joined = new Map<string, { name: string; parts: readonly string[] }>();

  /**
   * @param folder where Astro put its sheets
   * @param base path that the site is built for, with a slash at both ends
   */
  constructor(folder: string, base: string) {
    this.#folder = folder;
    this.#base = base;
    this.#parts = readdirSync(folder)
      .filter((name) => name.endsWith('.css'))
      .map((name) => ({ name, tag: tagOf(base, name) }));
  }

  /**
   * @param page its address, for errors
   * @param html a whole page
   * @returns it, with one sheet in the place of its own
   * @throws when the page names a sheet in another way than Astro is known to
   */
  put(page: string, html: string): string {
    const end = html.indexOf('</head>');
    const head = html.slice(0, end);
    const own = this.#parts
      .filter(({ tag }) => head.includes(tag))
      .sort((a, b) => head.indexOf(a.tag) - head.indexOf(b.tag));
    const rest = own.reduce((text, { tag }) => text.replace(tag, ''), head);
    if (rest.includes('rel="stylesheet"')) {
      throw new Error(`${page} names a sheet that is not in ${this.#base}_astro/`);
    }
    const [first] = own;
    if (!first) return html;
    const at = head.indexOf(first.tag);
    const tag = tagOf(this.#base, this.#join(own.map(({ name }) => name)));
    return rest.slice(0, at) + tag + rest.slice(at) + html.slice(end);
  }

  /** Takes away the parts that no page names any more. @returns how many sheets the pages have now */
  finish(): number {
    const made = [...this.#joined.values()];
    for (const name of new Set(made.flatMap(({ parts }) => parts))) rmSync(join(this.#folder, name));
    return made.length;
  }

  /** Writes sheets as one, under a name that changes with its letters. @returns the name */
  #join(names: readonly string[]): string {
    const key = names.join();
    const known = this.#joined.get(key);
    if (known) return known.name;
    const css = Buffer.concat(names.map((name) => readFileSync(join(this.#folder, name))));
    const { code } = transform({ filename: key, code: css, minify: true });
    const name = `${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.css`;
    writeFileSync(join(this.#folder, name), code);
    this.#joined.set(key, { name, parts: names });
    return name;
  }
}
