import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteAddress } from '../../scripts/lib/address.ts';
import { addressOf, builtFiles, readPage } from '../../scripts/lib/built-pages.ts';
import type { NoticeData, Task, Unit } from '../../src/notice/model.ts';

const { dist, base } = siteAddress(process.env);
if (!existsSync(join(dist, 'index.html'))) {
  throw new Error(`No built site in ${dist}/. Build it first: npm run build`);
}

export { base, dist };

const files = builtFiles(dist);

/** The published data of every notice. */
export const notices: NoticeData[] = files
  .filter((file) => /^\/data\/[^./]+\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(join(dist, file), 'utf8')) as NoticeData);

/** The addresses of all pages, without the base path; the single files under `/offline/` are no pages of the site. */
export const addresses: string[] = files
  .filter((file) => file.endsWith('/index.html'))
  .map(addressOf)
  .filter((address) => !address.startsWith('/offline/'));

/** An address as Playwright's `goto` wants it, to stay under the base path. */
export const at = (address: string): string => `.${address}`;

/** The tree of the page at an address. */
export const treeAt = (address: string) => readPage(dist, `${address}index.html`);

/** The bytes of a file of the build, by its address. */
export const bytesAt = (address: string): Buffer =>
  readFileSync(join(dist, address.endsWith('/') ? `${address}index.html` : address));

const largest = <T>(items: readonly T[], size: (item: T) => number): T => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('The build holds no notice to test');
  return rest.reduce((most, item) => (size(item) > size(most) ? item : most), first);
};

const data = largest(notices, ({ tasks }) => tasks.length);
const notice = `/${data.notice.id}/`;

const openColumns = ({ support, deadline }: Task) =>
  [support, deadline].filter(({ status }) => status === 'open').length;
const duties = ({ leads, supports }: Unit) => leads.length + supports.length;

/** One page of each kind: where there are many, the one with most to show. */
export const KINDS = {
  home: '/',
  cover: notice,
  section: `${notice}section/${largest(data.sections, ({ clauses }) => clauses.length).number}/`,
  annex: `${notice}annex/`,
  task: `${notice}task/${largest(data.tasks, openColumns).id}/`,
  deadlines: `${notice}deadlines/`,
  full: `${notice}full/`,
  source: `${notice}source/`,
  units: '/units/',
  unit: `/units/${
    largest(
      data.units.filter(({ covers }) => !covers),
      duties,
    ).slug
  }/`,
  collective: `/units/${
    largest(
      data.units.filter(({ covers }) => covers),
      duties,
    ).slug
  }/`,
  search: '/search/',
  data: '/data/',
  about: '/about/',
  'not found': '/404.html',
};

/** The notice that `KINDS` shows. */
export { data };
