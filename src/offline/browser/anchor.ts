import { unitAnchor } from '../links.ts';

/**
 * Where in the one file stands what the site has a page for.
 *
 * @param url an address of the site under its base path, without a leading slash
 * @param slugs of all units, in the order of their places in the file
 */
export function anchorOf(url: string, slugs: readonly string[]): string {
  const [, anchor] = url.split('#');
  if (anchor) return `#${anchor}`;
  const [first = '', kind = '', id = ''] = url.split('/');
  if (first === 'units') return kind ? `#${unitAnchor(slugs.indexOf(kind))}` : '#units';
  if (kind === 'task') return `#t-${id}`;
  if (kind === 'section') return `#section-${id}`;
  return `#${kind || 'main'}`;
}
