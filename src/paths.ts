import { sectionOfClause } from './notice/names.ts';
import { paths } from './search/record-places.ts';

/** Addresses of the site. They never change once published; every link on a page goes through here. */

/** An address under the base path: `/units/` becomes `/zwgk/yaodian/units/`. */
export const href = (path: `/${string}`): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;

/** Where there are several notices: all of them, and the deadlines of all. */
export const noticesPath = () => href('/notices/');
export const allDeadlinesPath = () => href('/deadlines/');
/** Those of a year before that of the newest notice. */
export const yearDeadlinesPath = (year: string) => href(`/deadlines/${year}/`);
export const noticePath = (notice: string) => href(`/${paths.cover(notice)}`);
/** @param section what stands for it in addresses: `3`, `l-3` */
export const sectionPath = (notice: string, section: number | string) => href(`/${paths.section(notice, section)}`);
export const annexPath = (notice: string) => href(`/${paths.annex(notice)}`);
/** An annex behind the first. */
export const furtherAnnexPath = (notice: string, annex: number) => href(`/${notice}/annex/${annex}/`);
export const taskPath = (notice: string, task: string) => href(`/${paths.task(notice, task)}`);
export const deadlinesPath = (notice: string) => href(`/${paths.deadlines(notice)}`);
export const fullPath = (notice: string) => href(`/${notice}/full/`);
export const sourcePath = (notice: string) => href(`/${notice}/source/`);
export const unitPath = (slug: string) => href(`/${paths.unit(slug)}`);
/** What a unit has to do by a notice that its own page does not show in full. */
export const unitNoticePath = (slug: string, notice: string) => href(`/units/${slug}/${notice}/`);

/** A clause on its section's page; its id is `<section>-<n>`. */
export const clausePath = (notice: string, clause: string) =>
  href(`/${paths.clause(notice, sectionOfClause(clause), clause)}`);

/** A line of the seed. */
export const linePath = (notice: string, line: number) => `${sourcePath(notice)}#L${line}`;

/** Two years of one plan, the earlier first. */
export const comparePath = (was: string, is: string) => href(`/compare/${was}/${is}/`);

/** The picture of a page's own address, beside the page. */
export const ADDRESS_PICTURE = 'qr.svg';
