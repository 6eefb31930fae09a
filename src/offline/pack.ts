import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { having } from '../having.ts';
import { arrivedSounds } from '../search/carried-sounds.ts';
import { createSpell } from '../search/spelling.ts';
import { smallClassicScript } from './classic.ts';
import type { Embedded } from './embedded.ts';
import { LETTERED, lettersOf, packedPairs } from './letters.ts';
import { SAME_ROW, SENTENCE } from './lines.ts';
import { anchorOf, type UnitPlaces } from './places.ts';
import { usedStyle } from './used-style.ts';

/** The built site that a page is packed out of. */
export interface Site {
  /** Its folder. */
  dist: string;
  /** The path that it was built for, with a slash at both ends. */
  base: string;
  /** Its public address under that path, with a slash at the end, where it is known. */
  address: string | undefined;
}

const element = (tagName: string, properties: Element['properties'], text?: string): Element => ({
  type: 'element',
  tagName,
  properties,
  children: text === undefined ? [] : [{ type: 'text', value: text }],
});

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts in the place of elements of a tree what `instead` has for them, where it has something. */
function turn(
  tree: Root | Element,
  instead: (node: Element, parent: Root | Element) => Element['children'] | undefined,
): void {
  const { children } = tree;
  for (let at = 0; at < children.length; at++) {
    const node = children[at];
    if (node?.type !== 'element') continue;
    const other = instead(node, tree);
    if (other) children.splice(at--, 1, ...other);
    else turn(node, instead);
  }
}

/** Takes elements out of a tree. @returns them, in order */
function taken(tree: Root, wanted: (node: Element) => boolean): Element[] {
  const found: Element[] = [];
  turn(tree, (node) => {
    if (!wanted(node)) return undefined;
    found.push(node);
    return [];
  });
  return found;
}

const isStyle = ({ tagName, properties: { rel } }: Element) =>
  tagName === 'link' && Array.isArray(rel) && rel.includes('stylesheet');
const isInline = ({ tagName }: Element) => tagName === 'style';
const isModule = ({ tagName, properties: { type } }: Element) => tagName === 'script' && type === 'module';

/** What a packed page has places for. */
interface Places {
  notice: string;
  ids: ReadonlySet<unknown>;
  units: UnitPlaces;
}

/** Where a link of a packed page leads: to a place in it, to the public site, or nowhere. */
function leads(href: string, { notice, ids, units }: Places, { base, address }: Site): string | undefined {
  if (!href.startsWith(base) || href.startsWith('//')) return href;
  const path = href.slice(base.length);
  const anchor = anchorOf(path, notice, units);
  if (anchor !== undefined && ids.has(anchor.slice(1))) return anchor;
  return address === undefined ? undefined : address + path;
}

/** What HTML allows and the checker's rules of style do not; the scope of a table's heads, which their place tells. */
const ALLOWED =
  '<!-- [html-validate-disable no-implicit-close, attr-quotes, attr-spacing, no-raw-characters, wcag/h63] -->';

/** Turns links to pages into places of the file, the rest into addresses of the site; where it has none, into words. */
function turnLinks(tree: Root, notice: string, site: Site): void {
  const ids = new Set(having(tree, 'id').map(({ properties }) => properties['id']));
  const units = new Map(
    having(tree, 'dataUnit').map(({ properties: { dataUnit, id } }) => [String(dataUnit), String(id)]),
  );
  const places = { notice, ids, units };
  turn(tree, (node, parent) => {
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string') return undefined;
    const to = leads(href, places, site);
    // The file's script makes these again, of the words alone.
    const isUnder = parent.type === 'element' && parent.tagName === 'small';
    const isSame = textOf(node) === SAME_ROW + to?.slice(3);
    const told = to?.startsWith('#L') === true || (isUnder && textOf(node) === SENTENCE + to?.slice(3)) || isSame;
    if (to !== undefined && !told) {
      node.properties['href'] = to;
      return undefined;
    }
    // What a link looks like beside being one stays, and the spaces of a line of the source.
    if (node.properties['className'] || isSame) {
      node.tagName = 'span';
      delete node.properties['href'];
      return undefined;
    }
    return node.children;
  });
}

/** Data as a script element holds them: nothing in them ends it. */
const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** Leaves out of a page and the data of its script what the script can tell by the rest. */
function shorten(tree: Root): void {
  for (const { properties, children } of having(tree, 'className')) {
    if (!(properties['className'] as string[]).includes('brief')) continue;
    for (const line of children) if (line.type === 'element') delete line.properties['id'];
  }
  const place = having(tree, 'id').find(({ properties }) => properties['id'] === 'embedded');
  if (!place) return;
  const { letters, ...rest } = JSON.parse(textOf(place)) as Embedded;
  const spell = createSpell(arrivedSounds(letters.sounds));
  for (const head of having(tree, 'dataUnit')) {
    if (spell(textOf(head).trim()).join('-') === head.properties['dataUnit']) delete head.properties['dataUnit'];
  }
  const told = lettersOf([...selectAll(LETTERED, tree).map(textOf), rest.words.everyday]);
  const short = { sounds: letters.sounds, simplified: packedPairs(letters.simplified, told) };
  place.children = [{ type: 'text', value: inScript(rest) }];
  // Letters of the alphabet are best compressed beside scripts.
  select('body', tree)?.children.push(element('script', { type: 'application/json', id: 'letters' }, inScript(short)));
}

/**
 * A built page as one file that asks for nothing: its styles and scripts stand in it, and its policy allows these and
 * no request at all.
 *
 * @param html the page; its body names the notice in `data-notice`, and its scripts are modules of the source
 * @throws when the page lacks what a single file has, or there is no style or script as the page names it
 */
export async function pack(html: string, site: Site): Promise<string> {
  const tree = fromHtml(html);
  const [head, body] = [select('head', tree), select('body', tree)];
  const notice = body?.properties['dataNotice'];
  if (!head || !body || typeof notice !== 'string') throw new Error('A page to be packed names its notice');
  const file = (address: unknown) => join(site.dist, String(address).slice(site.base.length));
  const styles = taken(tree, isStyle).map(({ properties: { href } }) => readFileSync(file(href), 'utf8').trim());
  const modules = taken(tree, isModule).map(({ properties: { src } }) => String(src).slice(1));
  const scripts = modules.length > 0 ? [await smallClassicScript(modules)] : [];
  const own = taken(tree, isInline).flatMap(({ children: [text] }) => (text?.type === 'text' ? text.value : []));
  turnLinks(tree, notice, site);
  shorten(tree);
  for (const { properties } of having(tree, 'scope')) delete properties['scope'];
  const style = usedStyle([styles.join('\n'), ...own], tree, scripts);
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${scripts.map(hashOf).join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const charset = head.children.findIndex((node) => node.type === 'element' && 'charSet' in node.properties);
  head.children.splice(
    charset + 1,
    0,
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('style', {}, style),
  );
  body.children.push(...scripts.map((script) => element('script', {}, script)));
  const text = toHtml(tree, {
    omitOptionalTags: true,
    preferUnquoted: true,
    tightAttributes: true,
    closeEmptyElements: true,
    upperDoctype: true,
  });
  return text.replace('<html', `${ALLOWED}<html`);
}
