import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { Inline } from '../../src/offline/edition.ts';

const OFFLINE = 'src/offline';

/** The search page's script, with the two of its parts that ask the network taken from the file instead. */
const fromFile: Plugin = {
  name: 'from-file',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(load|address)\.ts$/ }, ({ path, importer }) =>
      importer.includes('src/search/client') ? { path: resolve(OFFLINE, 'browser', path) } : null,
    );
  },
};

const inline = (text: string): Inline => ({
  text,
  hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
});

async function bundle(entry: string, options: BuildOptions): Promise<Inline> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    ...options,
  });
  return inline((outputFiles?.[0]?.text ?? '').trim());
}

/** The style of all single files. */
export const bundleStyle = (): Promise<Inline> => bundle(`${OFFLINE}/styles/index.css`, { target: 'chrome120' });

/** The script of the file that holds the whole notice: one classic script without imports. */
export const bundleScript = (): Promise<Inline> =>
  bundle(`${OFFLINE}/browser/whole.ts`, { format: 'iife', target: 'es2023', plugins: [fromFile] });
