import { sortRows } from '../../notice/annex-match.ts';
import { type AnnexView, readView } from '../../notice/annex-view.ts';
import type { NoticeData, Task } from '../../notice/model.ts';
import { dueKeys } from '../../notice/months.ts';
import type { Briefing } from '../briefing.ts';
import { groupsOf } from '../groups.ts';
import { annexDrafts, tasksIn, tasksNumbered } from '../selection.ts';
import { viewInWords, viewTitle } from '../words.ts';
import type { Row } from './rows.ts';

/** What a page shows at the moment, as a briefing could hold it. */
export interface Shown {
  title: string;
  /** The tasks and the sentences shown, in printed order. */
  tasks: Row[];
  clauses: Row[];
  /** The briefing, of those that were picked, by their ids. */
  briefing(tasks: readonly string[], clauses: readonly string[]): Omit<Briefing, 'title'>;
}

/** The rows of the annex that the view in the address leaves. */
function annexShown(data: NoticeData, search: string): Shown {
  const view: AnnexView = readView(new URLSearchParams(search));
  const { sure, maybe } = tasksIn(data, view);
  const listed = view.maybe ? [...sure, ...maybe] : sure;
  const order = (tasks: readonly Task[]) =>
    sortRows(tasks, view.sort, (task) => ({ due: dueKeys(task.deadline.reading), leadText: task.lead.text ?? '' }));
  return {
    title: viewTitle(view, data),
    tasks: data.tasks.filter((task) => listed.includes(task)),
    clauses: [],
    briefing: (picked) => {
      const among = (tasks: readonly Task[]) => order(tasks).filter(({ id }) => picked.includes(id));
      const leftOut =
        view.maybe || maybe.length === 0 ? [] : [`另有 ${maybe.length} 行原件待查或可能漏录，可能符合，未列入`];
      return {
        under: [...viewInWords(view, data), ...leftOut],
        groups: groupsOf(annexDrafts(among(sure), among(maybe))),
        page: `${data.notice.id}/annex/${search}`,
      };
    },
  };
}

/** The filters that are chosen on the search page, in its own words. */
const filtersInWords = (): string[] =>
  [...document.querySelectorAll<HTMLSelectElement>('#filters select')]
    .filter(({ value }) => value !== '')
    .map(({ selectedOptions: [option], labels: [label] }) => {
      const name = label?.firstElementChild?.textContent ?? '';
      return `${name}：${option?.textContent.replace(/（\d+[^）]*）$/u, '') ?? ''}`;
    });

/** Whether a hit was found by words that stand, among its own, only in cells that are open or may be missing. */
function isMaybe(link: HTMLAnchorElement): boolean {
  const marks = [...(link.closest('article')?.querySelectorAll('mark') ?? [])];
  const isOpen = (mark: Element) => mark.closest('p')?.querySelector('.mark:is(.open, .unsure)') != null;
  const sure = new Set(marks.filter((mark) => !isOpen(mark)).map(({ textContent }) => textContent));
  return marks.some((mark) => isOpen(mark) && !sure.has(mark.textContent));
}

/** What the results leave out, in words, so that nobody takes the file for all there is. */
function leftOutOf(data: NoticeData, params: URLSearchParams, listed: readonly string[], foreign: number): string[] {
  const { unit, role, section, due } = readView(params);
  const narrowed = Object.entries({ unit, role, section, due }).filter(([, value]) => value !== undefined);
  const { maybe } = tasksIn(data, Object.fromEntries(narrowed));
  return [
    ...(maybe.some(({ id }) => !listed.includes(id)) ? ['原件待查而可能符合的任务未列入'] : []),
    ...(document.getElementById('more')?.hidden === false ? ['只列入页面上已列出的结果，其余的未列入'] : []),
    ...(foreign > 0 ? [`另有 ${foreign} 条结果属于其他通知，未列入`] : []),
  ];
}

/** The results that the search page shows. */
function resultsShown(data: NoticeData, search: string): Shown {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#results article h2 a')];
  const inNotice = links.filter(
    ({ pathname }) => pathname.includes(`/${data.notice.id}/`) || /\/units\//.test(pathname),
  );
  const taskOf = ({ pathname }: HTMLAnchorElement) => /\/task\/([^/]+)\//.exec(pathname)?.[1];
  const clauseOf = ({ hash }: HTMLAnchorElement) => /^#c-(.+)$/.exec(hash)?.[1];
  const found = new Set(inNotice.map(clauseOf));
  const maybe = new Set(inNotice.filter(isMaybe).map(taskOf));
  const params = new URLSearchParams(search);
  const query = params.get('q') ?? '';
  const chosen = (ids: readonly string[]) => tasksNumbered(ids, data);
  const listed = inNotice.flatMap((link) => taskOf(link) ?? []);
  const leftOut = leftOutOf(data, params, listed, links.length - inNotice.length);
  return {
    title: query === '' ? '筛选结果' : `搜索“${query}”的结果`,
    tasks: chosen(listed),
    clauses: data.sections.flatMap((section) => section.clauses).filter(({ id }) => found.has(id)),
    briefing: (picked, clauses) => ({
      under: [...(query === '' ? [] : [`搜索：${query}`]), ...filtersInWords(), ...leftOut],
      groups: groupsOf(
        annexDrafts(
          chosen(picked).filter(({ id }) => !maybe.has(id)),
          chosen(picked).filter(({ id }) => maybe.has(id)),
        ),
      ),
      clauses,
      others: inNotice.filter((link) => !taskOf(link) && !clauseOf(link)).map(({ textContent }) => textContent),
      page: `search/${search}`,
    }),
  };
}

/** What the annex or the search page shows. */
export const shownOn = (data: NoticeData): Shown =>
  document.getElementById('results') ? resultsShown(data, location.search) : annexShown(data, location.search);
