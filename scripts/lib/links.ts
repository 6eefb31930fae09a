import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { addressOf } from './built-pages.ts';

/** A link that leads nowhere, and why. */
export interface BrokenLink {
  file: string;
  link: string;
  why: string;
}

/** What one page offers to links, and what it links to. */
interface PageLinks {
  ids: Set<string>;
  links: string[];
}

const LINKING = ['href', 'src', 'action', 'poster', 'data'] as const;

/**
 * Finds the internal links that lead nowhere: to no file of the site, outside its base path, past a folder's
 * trailing slash, or to a fragment that the page does not have. Links to other sites are not followed.
 *
 * @param pages the trees of all pages by their file (`/units/index.html`)
 * @param files every file of the site, pages included
 * @param base the path that the site is mounted under, with a slash at both ends
 */
export function brokenLinks(pages: Map<string, Root>, files: Iterable<string>, base: string): BrokenLink[] {
  const read = new Map([...pages].map(([file, tree]) => [file, linksOf(tree)]));
  const byAddress = new Map([...files].map((file) => [addressOf(file), file]));
  const broken: BrokenLink[] = [];
  for (const [file, { links }] of read) {
    for (const link of links) {
      const why = reason(new URL(link, `${HERE}${base.slice(0, -1)}${encodeURI(addressOf(file))}`));
      if (why) broken.push({ file, link, why });
    }
  }
  return broken;

  function reason(target: URL): string | undefined {
    if (target.origin !== HERE) return undefined;
    const path = decodeURIComponent(target.pathname);
    if (!path.startsWith(base)) return `leaves the base path ${base}`;
    const address = path.slice(base.length - 1);
    const file = byAddress.get(address);
    if (!file) return byAddress.has(`${address}/`) ? 'lacks its trailing slash' : 'no such file';
    const id = decodeURIComponent(target.hash.slice(1));
    if (id === '' || !read.has(file) || read.get(file)?.ids.has(id)) return undefined;
    return `no id "${id}" on that page`;
  }
}

const HERE = 'http://site.invalid';

function linksOf(tree: Root): PageLinks {
  const ids = new Set<string>();
  const links = new Set<string>();
  visit(tree, 'element', ({ tagName, properties }) => {
    if (properties['id']) ids.add(String(properties['id']));
    for (const name of LINKING) {
      const value = properties[name];
      if (typeof value === 'string' && !(tagName === 'link' && isForeign(properties['rel']))) links.add(value);
    }
  });
  return { ids, links: [...links] };
}

/** Whether a `<link>` names an address of the published site, which need not be where the build is looked at. */
const isForeign = (rel: unknown): boolean => Array.isArray(rel) && rel.includes('canonical');
