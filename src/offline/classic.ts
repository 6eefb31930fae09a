import { build } from 'esbuild';

/**
 * One classic script in place of a module and all that it imports: a page that opens from disk loads no modules.
 *
 * @param entry the module's file
 * @throws when a module that it imports is missing
 */
export async function classicScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  return (outputFiles[0]?.text ?? '').trim();
}
