import { countGrades } from '../notice/grades.ts';
import type { NoticeHead, Task } from '../notice/model.ts';
import { COLUMN_NAMES, COLUMNS } from '../views/columns.ts';
import { dayName } from '../views/months.ts';
import { STATUS_NAMES } from '../views/statuses.ts';
import type { Edition } from './edition.ts';
import { type Html, html } from './html.ts';
import { type Links, link } from './links.ts';

/** What a file says of where it comes from. */
export interface Provenance {
  notice: NoticeHead;
  edition: Omit<Edition, 'style'>;
  /** What the file holds, in words. */
  included: string;
  /** The tasks whose rows the file holds. */
  tasks: readonly Task[];
  links: Links;
  /** Path of the page on the published site that shows the same or more. */
  page: string;
}

/** How many cells of a column show a value that may not be their own; each bears its mark in its row. */
function unsureCells(tasks: readonly Task[]): string {
  const counts = COLUMNS.map((column) => [COLUMN_NAMES[column], countGrades(tasks.map((task) => task[column])).unsure]);
  const named = counts.filter(([, count]) => count !== 0).map(([name, count]) => `${name}${count}格`);
  return named.join('，') || '无';
}

/** The cells that cannot be told from the text, by column, each a link to its row. */
function openCells(tasks: readonly Task[], links: Links): Html {
  const columns = COLUMNS.map((column) => ({ column, open: tasks.filter((task) => task[column].status === 'open') }));
  const total = columns.reduce((sum, { open }) => sum + open.length, 0);
  if (tasks.length === 0) return html`本文件没有列出任务的各格`;
  if (total === 0) return html`无`;
  return html`共${total}格，使用前须查阅原件。${columns
    .filter(({ open }) => open.length > 0)
    .map(
      ({ column, open }) =>
        html`${COLUMN_NAMES[column]}${open.length}格：${open.map(({ id }) => html`${link(links.task(id), id)} `)}`,
    )}`;
}

/** Where the published site shows the same; its path alone while the site's own address is not known. */
const address = (site: string | undefined, page: string): Html =>
  site === undefined ? html`网站内地址：${page}（网站域名未设定）` : link(site + page, site + page);

/** The block that every file carries: document, source, edition, contents, and which cells are open. */
export function provenance({ notice, edition, included, tasks, links, page }: Provenance): Html {
  const facts: [name: string, value: string | Html][] = [
    ['文件', `《${notice.title}》`],
    ['文号', notice.number],
    ['成文日期', dayName(notice.dated)],
    ['所含内容', included],
    [`${STATUS_NAMES.unsure}的格`, unsureCells(tasks)],
    ['待核的格', openCells(tasks, links)],
    ['来源文本', html`${notice.source.file}，SHA-256 <code class="hash">${notice.source.sha256}</code>`],
    ['生成', `${dayName(edition.built)}，版本 ${edition.version}`],
    ['网上页面', address(edition.site, page)],
  ];
  return html`<section class="provenance"><h2 id="file">文件说明</h2><dl>${facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl><p>文字以印发机关发布的原文为准。标有“推定”“推定·可能漏录”“待核”的内容，使用前请核对原件。</p></section>`;
}
