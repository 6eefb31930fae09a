import { resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { minify } from 'terser';

/** Small scripts by the modules that they are made of: all files of a kind have the same. */
const known = new Map<string, Promise<string>>();

/**
 * One classic script in place of modules and all that they import: a page that opens from disk loads no modules.
 *
 * @param entries the modules' files, in the order in which they run
 * @throws when a module that they import is missing, or says what is no script
 */
export const classicScript = (entries: readonly string[]): Promise<string> =>
  joined(entries, { minifyIdentifiers: true, minifyWhitespace: true });

/**
 * The same, as small as it can be made, which takes seconds: each of many files carries it.
 *
 * @throws as `classicScript` does
 */
export function smallClassicScript(entries: readonly string[]): Promise<string> {
  const key = entries.join();
  const script = known.get(key) ?? made(entries);
  known.set(key, script);
  return script;
}

async function made(entries: readonly string[]): Promise<string> {
  // Slower than the minifier of the site's own scripts, and what it makes is packed half a kilobyte smaller. `unsafe` takes
  // for granted that nobody has changed what the language brings along, and no other script runs in the file.
  const { code = '' } = await minify(await joined(entries, {}), {
    ecma: 2020,
    compress: { passes: 3, toplevel: true, pure_getters: true, unsafe: true, unsafe_arrows: true },
  });
  return code.trim();
}

async function joined(entries: readonly string[], options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    stdin: { contents: entries.map((entry) => `import ${JSON.stringify(resolve(entry))};`).join(''), resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    logLevel: 'error',
    ...options,
  });
  return outputFiles[0]?.text ?? '';
}
