// @ts-check
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { siteAddress } from './scripts/lib/environment.ts';
import { CONTENT } from './src/folders.ts';
import { headers } from './src/integrations/headers.ts';
import { holdText } from './src/integrations/hold-text.ts';
import { keep } from './src/integrations/keep.ts';
import { offline } from './src/integrations/offline.ts';
import { qr } from './src/integrations/qr.ts';
import { search } from './src/integrations/search.ts';
import { sheets } from './src/integrations/sheets.ts';
import { whole } from './src/integrations/whole.ts';
import { SITE } from './src/site.ts';

// DIST is the folder to build into, BASE is the path that a portal mounts the site under (/zwgk/yaodian/), SITE its public address
// (https://www.example.gov.cn); without SITE there is no sitemap and no canonical link.
const { base, dist, site } = siteAddress(process.env);

/**
 * @type {import('vite').Plugin}
 *
 * Vite wraps each dynamic import in a helper that preloads what the module imports in turn. Here that is what waits
 * until someone uses it, and the helper and its lists would weigh more than the script that every page loads.
 */
const plainDynamicImports = {
  name: 'plain-dynamic-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const helper = chunks.find(({ moduleIds }) => moduleIds.includes('\0vite/preload-helper.js'))?.fileName;
      if (helper) delete bundle[helper];
      for (const chunk of chunks) {
        chunk.code = chunk.code
          // A file of its own for the helper would be one more request of each page, after its script.
          .replace(/import\{\w+ as (\w+)\}from["']\.\/preload-helper\.[^"']+["'];?/, 'const $1=load=>load();')
          .replace(/^const __vite__mapDeps=.*\n/, '')
          .replaceAll(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/g, '');
      }
    },
  },
};

/**
 * Groups of modules that load together, with what they import, whoever asks for them: what every script with a search box
 * shares, then the first cards, then what the full search shares with the programs that load after it. Together they
 * compress better than in a dozen pieces, most of them too small for a host to compress at all.
 */
const together = {
  groups: [
    // A chunk of its own, so that `plainDynamicImports` can take it out.
    { name: 'preload-helper', test: /preload-helper/, priority: 4 },
    {
      name: 'shared',
      test: /\/src\/(?:notice\/(?:absent|columns|duties|grades|months|names|statuses|units)|search\/(?:fold|client\/(?:dom|hit-addresses|quoted|site-address)))\.ts$/,
      priority: 3,
    },
    { name: 'first-cards', test: /\/src\/search\/(?:asked-in-address|client\/load-search)\.ts$/, priority: 2 },
    {
      name: 'full-search',
      test: /\/src\/search\/(?:numbers|reading|client\/(?:full-search|show-expansions))\.ts$/,
      priority: 1,
    },
  ],
};

/**
 * The sheets beside components and layouts stand in one cascade layer, whichever page they come to first: the order of
 * the layers is said in `src/styles/layers.css`, and no sheet can forget its own.
 */
const componentLayer = {
  postcssPlugin: 'component-layer',
  Once(/** @type {import('postcss').Root} */ sheet, /** @type {import('postcss').Helpers} */ { AtRule }) {
    if (!/\/src\/(?:components|layouts)\//.test(sheet.source?.input.file ?? '')) return;
    // A sheet may come before the one that says the order.
    const order = new AtRule({ name: 'layer', params: 'tokens, base, components, print' });
    const layer = new AtRule({ name: 'layer', params: 'components', nodes: [...sheet.nodes] });
    sheet.removeAll().append(order, layer);
  },
};

/** Gives the sheets the accent of site.yaml, after all of them are joined. */
const ownAccent = {
  postcssPlugin: 'own-accent',
  Declaration: {
    '--accent': (/** @type {{ value: string }} */ declaration) => {
      if (!SITE.accent) return;
      const { light, dark } = SITE.accent;
      const own = declaration.value.startsWith('light-dark') ? `light-dark(${light}, ${dark})` : light;
      if (declaration.value !== own) declaration.value = own;
    },
  },
};

export default defineConfig({
  base,
  outDir: dist,
  // What was read of one folder of content must not stand in for another's.
  cacheDir: join('node_modules/.astro', CONTENT),
  ...(site ? { site } : {}),
  // What follows the pages, in this order: the text is held as it is written, the single files carry the search data,
  // and the last puts the build in place.
  integrations: [
    mdx(),
    ...(site
      ? [
          sitemap({
            filter: (page) =>
              !['offline/', 'no-network/'].some((path) => page.startsWith(new URL(base + path, site).href)),
          }),
        ]
      : []),
    headers(),
    qr(),
    holdText(),
    search(),
    offline(),
    sheets(),
    keep(),
    whole(),
  ],
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', format: 'directory' },
  // Inlined assets would break the content security policy of the pages.
  vite: {
    build: { assetsInlineLimit: 0 },
    // Of a script that each page names, where it stands in the source would weigh more than the rest of the tag.
    environments: {
      client: {
        build: {
          rolldownOptions: { output: { entryFileNames: '_astro/[hash].js', codeSplitting: together } },
        },
      },
    },
    css: { postcss: { plugins: [componentLayer, ownAccent] } },
    plugins: [plainDynamicImports],
  },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    // An official text has no markup, and smart punctuation would change it.
    processor: unified({ gfm: false, smartypants: false }),
  },
});
