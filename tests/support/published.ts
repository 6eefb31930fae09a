import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { addressOf, builtFiles, readPage } from '../../scripts/lib/built-pages.ts';
import { siteAddress } from '../../scripts/lib/environment.ts';
import { CONTENT } from '../../src/folders.ts';
import { readPublished } from '../../src/notice/absent.ts';
import type { NoticeData, Task, Unit, UnitEntry } from '../../src/notice/model.ts';
import { once } from './once.ts';

const { dist, base } = siteAddress(process.env);
if (!existsSync(join(dist, 'index.html'))) {
  throw new Error(`No built site in ${dist}/. Build it first: npm run build`);
}

export { base, dist };

const files = builtFiles(dist);

/** The published data of every notice, by id. */
export const notices: NoticeData[] = files
  .filter((file) => /^\/data\/[^./]+\.json$/.test(file))
  .map((file) => readPublished(JSON.parse(readFileSync(join(dist, file), 'utf8'))));

/** The addresses of all pages, without the base path; the single files under `/offline/` are no pages of the site. */
export const addresses: string[] = files
  .filter((file) => file.endsWith('/index.html'))
  .map(addressOf)
  .filter((address) => !address.startsWith('/offline/'));

/** An address as Playwright's `goto` wants it, to stay under the base path. */
export const at = (address: string): string => `.${address}`;

const trees = new Map<string, Root>();

/** The tree of the page at an address, read once for all who ask: nobody changes it. */
export function treeAt(address: string): Root {
  const tree = trees.get(address) ?? readPage(dist, address.replace(/\/$/, '/index.html'));
  trees.set(address, tree);
  return tree;
}

/** The text of the first element that a selector finds; none where it finds nothing. */
export function textIn(tree: Nodes, selector: string): string {
  const found = select(selector, tree);
  return found ? textOf(found) : '';
}

/** The bytes of a file of the build, by its address. */
export const bytesAt = (address: string): Buffer =>
  readFileSync(join(dist, address.endsWith('/') ? `${address}index.html` : address));

const largest = <T>(items: readonly T[], size: (item: T) => number): T => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('The build holds no notice to test');
  return rest.reduce((most, item) => (size(item) > size(most) ? item : most), first);
};

// Questions and rows that tests name are those of the notice as received, also where others are made of it.
const received = notices.filter(({ notice }) => readdirSync('seeds').includes(notice.id));
/** The notices that are not: of other offices, or made of the one received. */
export const others = notices.filter((each) => !received.includes(each));
const data = largest(received, ({ tasks }) => tasks.length);
const notice = `/${data.notice.id}/`;

/** Whether the site holds several notices, and so lists them. */
export const several = notices.length > 1;

/** Every unit that is known. */
export const authority = JSON.parse(readFileSync(join(CONTENT, 'units.json'), 'utf8')) as UnitEntry[];

/** Of which notice a page of a unit says that it stands on it; of none where nothing is the unit's. */
function saidBy(address: string): string | undefined {
  const link = select('.from a', treeAt(address));
  return /\/([^/]+)\/$/.exec(String(link?.properties['href'] ?? ''))?.[1];
}

const sheets = once(
  () =>
    new Map(
      addresses
        .filter((address) => /^\/units\/[^/]+\//.test(address))
        .map((address) => [`${address.split('/')[2]} ${saidBy(address)}`, address]),
    ),
);

/** The page that shows what a unit has to do by a notice; there is none where the notice says nothing of the unit. */
export const unitSheet = (slug: string, notice: string): string | undefined => sheets().get(`${slug} ${notice}`);

/** The notice that a unit's own page shows in full, and that its files hold. */
export const shownFor = (slug: string): NoticeData | undefined =>
  notices.find((each) => unitSheet(slug, each.notice.id) === `/units/${slug}/`);

/** The notice that the page at an address is about, alone. */
export const noticeAt = (address: string): NoticeData | undefined =>
  notices.find(
    ({ notice }) =>
      address.startsWith(`/${notice.id}/`) || unitSheet(address.split('/')[2] ?? '', notice.id) === address,
  );

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
  ...(several ? ofSeveral() : {}),
};

/** The pages that only a site of several notices has: their lists, and what is not the newest or is text alone. */
function ofSeveral(): Record<string, string> {
  const alone = notices.find(({ tasks }) => tasks.length === 0);
  const compared = addresses.find((address) => address.startsWith('/compare/'));
  const year = addresses.find((address) => /^\/deadlines\/./u.test(address));
  const further = addresses.find((address) => /^\/units\/[^/]+\/[^/]+\/$/.test(address));
  return {
    'all notices': '/notices/',
    'all deadlines': '/deadlines/',
    ...(year ? { 'deadlines of a year': year } : {}),
    ...(compared ? { 'two years': compared } : {}),
    ...(further ? { 'unit by a further notice': further } : {}),
    ...(alone
      ? Object.fromEntries(
          ['', 'section/1/', 'full/', 'source/'].map((page) => [
            `text alone, ${page || 'cover'}`,
            `/${alone.notice.id}/${page}`,
          ]),
        )
      : {}),
  };
}

/** The notice that `KINDS` shows. */
export { data };
