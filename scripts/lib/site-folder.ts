import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { classicScript } from '../../src/offline/classic.ts';
import { inFolder } from '../../src/offline/folder/in-folder.ts';
import { readSearchFile } from '../../src/search/search-file.ts';
import { builtFiles, readPage } from './built-pages.ts';

/** The script that every page of the copy runs first. */
const COPY = 'site-copy.js';

/** What only a server or a search engine reads, and the index that no page of the site asks. */
const LEFT_OUT = /^\/(?:_headers|robots\.txt|sitemap|sw\.js|pagefind\/)/;

/** What the pages' scripts ask for. */
const ASKED_FOR = /^\/(?:search\/[^/]+\.txt|data\/[^/]+\.(?:json|csv)|offline\/[^/]+\.html)$/;

const isPolicy = (node: ElementContent): boolean =>
  node.type === 'element' && String(node.properties['httpEquiv']) === 'Content-Security-Policy';

/**
 * Makes a page's addresses relative and its modules classic scripts; the copy's own script comes first.
 *
 * @param entries gets the paths of the scripts that the page names
 */
function toFolder(tree: Root, page: string, base: string, entries: Set<string>): string {
  visit(tree, 'element', ({ tagName, properties, children }) => {
    if (tagName === 'script' && properties['type'] === 'module') {
      entries.add(String(properties['src']).slice(base.length));
      delete properties['type'];
      properties['defer'] = true;
    }
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string' && value.startsWith(base)) properties[name] = inFolder(value, page, base);
    }
    if (tagName === 'head') {
      // The policy allows what comes from the site's own origin, and a file has none.
      children.splice(0, children.length, ...children.filter((child) => !isPolicy(child)));
      const src = inFolder(base + COPY, page, base);
      children.unshift({ type: 'element', tagName: 'script', properties: { src }, children: [] });
    }
  });
  return toHtml(tree);
}

/** The text of a file that scripts ask for. */
const textIn = (path: string, bytes: Uint8Array<ArrayBuffer>): string =>
  path.startsWith('search/') ? JSON.stringify(readSearchFile(bytes)) : new TextDecoder().decode(bytes);

/**
 * The built site as files that open from disk, by their paths from its root: pages with relative links, classic
 * scripts instead of modules, and the data that scripts ask for as scripts.
 */
export async function siteFolder(dist: string, base: string): Promise<Map<string, Uint8Array>> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>();
  const entries = new Set<string>();
  for (const file of builtFiles(dist).filter((name) => !LEFT_OUT.test(name))) {
    const path = file.slice(1);
    const bytes = readFileSync(join(dist, file));
    if (path.endsWith('.html') && !path.startsWith('offline/')) {
      files.set(path, encode(toFolder(readPage(dist, file), path, base, entries)));
    } else if (!/^_astro\/.+\.js$/.test(path)) {
      files.set(path, bytes);
    }
    if (ASKED_FOR.test(file)) {
      const call = `siteFile(${JSON.stringify(path)},${JSON.stringify(textIn(path, bytes))})`;
      files.set(`${path}.js`, encode(call));
    }
  }
  // What these import goes into them.
  for (const path of entries) files.set(path, encode(await classicScript([join(dist, path)])));
  files.set(COPY, encode(await classicScript(['src/offline/folder/site-copy.ts'])));
  return files;
}
