import { build } from 'esbuild';
import { minify } from 'vite';

/**
 * One classic script in place of a module and all that it imports: a page that opens from disk loads no modules.
 *
 * @param entry the module's file
 * @throws when a module that it imports is missing, or says what is no script
 */
export async function classicScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    logLevel: 'error',
  });
  // By the minifier of the site's own scripts, which makes them smaller.
  const { code, errors } = await minify('classic.js', outputFiles[0]?.text ?? '', { compress: { target: 'es2023' } });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
  return code.trim();
}
