/** Addresses of the site. They never change once published; every link on a page goes through here. */

/** An address under the base path: `/units/` becomes `/zwgk/yaodian/units/`. */
export const href = (path: `/${string}`): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;

export const noticePath = (notice: string) => href(`/${notice}/`);
export const sectionPath = (notice: string, section: number) => href(`/${notice}/section/${section}/`);
export const annexPath = (notice: string) => href(`/${notice}/annex/`);
export const taskPath = (notice: string, task: string) => href(`/${notice}/task/${task}/`);
export const deadlinesPath = (notice: string) => href(`/${notice}/deadlines/`);
export const fullPath = (notice: string) => href(`/${notice}/full/`);
export const sourcePath = (notice: string) => href(`/${notice}/source/`);
export const unitPath = (slug: string) => href(`/units/${slug}/`);

/** A clause on its section's page; its id is `<section>-<n>`. */
export const clausePath = (notice: string, clause: string) =>
  `${sectionPath(notice, Number.parseInt(clause, 10))}#c-${clause}`;

/** A line of the seed. */
export const linePath = (notice: string, line: number) => `${sourcePath(notice)}#L${line}`;
