import { type Html, html } from './html.ts';

/**
 * Where a file's names and numbers lead. A file that holds everything links within itself; a briefing links to
 * the published site where its address is known; else the words stand unlinked.
 */
export interface Links {
  task(id: string): string | undefined;
  clause(id: string): string | undefined;
  unit(slug: string): string | undefined;
  line(line: number): string | undefined;
}

/** The id of a unit's place in the file that holds everything: units are many and often linked, so it is short. */
export const unitAnchor = (position: number): string => `u${position}`;

/**
 * Within the one file that holds the whole notice.
 *
 * @param units slugs of the units in the order of the authority file
 */
export function inFile(units: readonly string[]): Links {
  const positions = new Map(units.map((slug, index) => [slug, index]));
  return {
    task: (id) => `#t-${id}`,
    clause: (id) => `#c-${id}`,
    unit: (slug) => {
      const position = positions.get(slug);
      return position === undefined ? undefined : `#${unitAnchor(position)}`;
    },
    line: (line) => `#L${line}`,
  };
}

/**
 * From a file that holds some rows to the published site.
 *
 * @param site the site's address under its base path, with a slash at the end; undefined where it is not known
 * @param rows ids of the tasks that the file holds, which are linked within it
 */
export function toSite(site: string | undefined, notice: string, rows: ReadonlySet<string>): Links {
  const published = (path: string) => (site === undefined ? undefined : site + path);
  return {
    task: (id) => (rows.has(id) ? `#t-${id}` : published(`${notice}/task/${id}/`)),
    clause: (id) => published(`${notice}/section/${Number.parseInt(id, 10)}/#c-${id}`),
    unit: (slug) => published(`units/${slug}/`),
    line: (line) => published(`${notice}/source/#L${line}`),
  };
}

/** A link, or its words alone where there is nowhere to go. */
export const link = (address: string | undefined, words: string | Html): Html =>
  address === undefined ? html`${words}` : html`<a href="${address}">${words}</a>`;
