/** A single file stands for pages of the site: where in it stands what the site has a page for, and the way back. */

/** The places of units in a file, ids by slugs: units are many and often linked, so their places have short names. */
export type UnitPlaces = ReadonlyMap<string, string>;

/**
 * Reads them off the document of a file.
 *
 * @param slugOf tells the slug of a unit by its name, where the file's own script has not written it to the place
 */
export const unitPlaces = (
  file: ParentNode,
  slugOf: (name: string) => string | undefined = () => undefined,
): UnitPlaces =>
  new Map(
    [...file.querySelectorAll('.all-units dt')].flatMap((place): [string, string][] => {
      const slug = place.getAttribute('data-unit') ?? slugOf(place.textContent?.trim() ?? '');
      return slug === undefined ? [] : [[slug, place.id]];
    }),
  );

/** Places that stand for what has a page of its own, by the beginning of their ids. */
const PAGES = [
  { prefix: 't-', page: 'task/' },
  { prefix: 'section-', page: 'section/' },
] as const;

/** Places that stand on one page of the site under the same id. */
const ON_PAGE: readonly [id: RegExp, page: (id: string) => string][] = [
  [/^c-(\d+)-/u, (id) => `section/${/^c-(\d+)-/u.exec(id)?.[1]}/`],
  [/^L\d/u, () => 'source/'],
  [/^s-\d/u, () => 'annex/'],
  [/^m-\d/u, () => 'deadlines/'],
];

/**
 * The place in a notice's single file that stands for an address of the site; whether the file has it is for the file
 * to say.
 *
 * @param path under the base path, without a leading slash: `yfbf-2022-34/task/13-8/`
 * @param notice id of the file's notice
 * @param units the places of units in the file
 * @returns `#t-13-8`, or nothing for a page that no file stands for, such as a filtered view or another notice's page
 */
export function anchorOf(path: string, notice: string, units: UnitPlaces): string | undefined {
  const [, address = '', query, id] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/u.exec(path) ?? [];
  const [first, kind = '', name = ''] = address.split('/');
  if (query) return undefined;
  if (first === 'units' && kind) {
    if (name && name !== notice) return undefined;
    const place = units.get(kind);
    return place && `#${place}`;
  }
  if (first === 'units') return `#${id || 'units'}`;
  if (first !== notice) return undefined;
  if (kind === 'task') return `#t-${name}`;
  if (id) return `#${id}`;
  return kind === 'section' ? `#section-${name}` : `#${kind || 'main'}`;
}

/**
 * The place that a hit of the search leads to: a filtered view as the whole of it, the head of the file for what it has
 * no place for.
 */
export const hitAnchor = (url: string, notice: string, units: UnitPlaces): string =>
  anchorOf(url.replace(/\?[^#]*/u, ''), notice, units) ?? '#main';

/**
 * The page of the site that a place in a notice's single file stands for, as `anchorOf` reads it.
 *
 * @param anchor `#t-13-8`
 * @returns nothing for a place that no page has
 */
export function pathOf(anchor: string, notice: string, units: UnitPlaces): string | undefined {
  const id = anchor.slice(1);
  const unit = [...units].find(([, place]) => place === id)?.[0];
  if (unit !== undefined) return `units/${unit}/`;
  if (id.startsWith('kind-')) return `units/#${id}`;
  const own = PAGES.find(({ prefix }) => id.startsWith(prefix));
  if (own) return `${notice}/${own.page}${id.slice(own.prefix.length)}/`;
  const page = ON_PAGE.find(([pattern]) => pattern.test(id))?.[1](id);
  return page === undefined ? undefined : `${notice}/${page}#${id}`;
}
