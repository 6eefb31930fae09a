import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { type Selector, type SelectorComponent, transform } from 'lightningcss';
import { having } from '../having.ts';

/** What scripts write as a class: `class: cond ? "a" : "b"` of what they make, and what they add to what is there. */
const CLASSES_OF_SCRIPTS = /\bclass:([^,}]*)|\bclassList\.\w+\(([^,)]*)/gu;

const wordsOf = (text: string): string[] => text.match(/[\w-]+/gu) ?? [];

/** The classes of a page's elements, and those that its scripts and `data-made` give to others. */
function classesOf(tree: Root, scripts: readonly string[]): Set<string> {
  const own = having(tree, 'className').flatMap(({ properties: { className } }) => className as string[]);
  const made = having(tree, 'dataMade').map(({ properties: { dataMade } }) => String(dataMade));
  const written = scripts.flatMap((script) => [...script.matchAll(CLASSES_OF_SCRIPTS)].map((match) => match.join(' ')));
  return new Set([...own, ...[...made, ...written].flatMap(wordsOf)]);
}

/** Names that a part of a selector asks for, `.` before a class; what may also be another way (`:is`, `:not`) is none. */
function asked(part: SelectorComponent): string[] {
  if (part.type === 'class') return [`.${part.name}`];
  if (part.type === 'id' || part.type === 'type') return [part.name];
  if (part.type !== 'attribute') return [];
  return [part.name, ...(part.operation?.operator === 'equal' ? [part.operation.value] : [])];
}

/** Whether all that a selector asks for is there. */
const holds = (selector: Selector, has: (name: string) => boolean): boolean =>
  selector.every((part) =>
    part.type === 'pseudo-class' && part.kind === 'has'
      ? part.selectors.some((inner) => holds(inner, has))
      : asked(part).every(has),
  );

/** A sheet's rules of which all names are there, minified. */
const rulesWith = (style: string, has: (name: string) => boolean): string =>
  transform({
    filename: 'style.css',
    code: Buffer.from(style),
    minify: true,
    visitor: { Selector: (selector) => (holds(selector, has) ? selector : []) },
  }).code.toString();

/** What of a sheet is used, by the names of its own that are there: hundreds of files have the same. */
interface Known {
  names: string[];
  used: Map<string, string>;
}
const knownSheets = new Map<string, Known>();

function knownOf(style: string): Known {
  let known = knownSheets.get(style);
  if (!known) {
    const names = new Set<string>();
    rulesWith(style, (name) => names.add(name).has(name));
    known = { names: [...names], used: new Map() };
    knownSheets.set(style, known);
  }
  return known;
}

/**
 * The rules of a page's sheets that ask for nothing but what it has or its scripts name, minified.
 *
 * @param sheets in their order, each a whole
 * @param tree the page as it will be
 * @param scripts the page's scripts
 */
export function usedStyle(sheets: readonly string[], tree: Root, scripts: readonly string[]): string {
  const words = new Set([toHtml(tree), ...scripts].flatMap(wordsOf));
  const classes = classesOf(tree, scripts);
  const isThere = (name: string) => (name.startsWith('.') ? classes.has(name.slice(1)) : words.has(name));
  const usedOf = (sheet: string): string => {
    const { names, used } = knownOf(sheet);
    const there = new Set(names.filter(isThere));
    const key = [...there].join(' ');
    const rules = used.get(key) ?? rulesWith(sheet, (name) => there.has(name));
    used.set(key, rules);
    return rules;
  };
  return sheets.map(usedOf).join('');
}
