import type { NoticeData } from '../../notice/model.ts';
import { type AnnexView, readView } from '../../views/annex-view.ts';
import type { Briefing } from '../briefing.ts';
import { groupsOf } from '../groups.ts';
import { tasksIn, tasksNumbered } from '../selection.ts';
import { viewInWords, viewTitle } from '../words.ts';

/** What a page shows at the moment, as a briefing could hold it. */
export interface Shown {
  title: string;
  /** Ids of the tasks shown, in their order. */
  tasks: string[];
  /** The briefing, of those of its tasks that were picked. */
  briefing(picked: readonly string[]): Omit<Briefing, 'title'>;
}

/** The rows of the annex that the view in the address leaves. */
function annexShown(data: NoticeData, search: string): Shown {
  const view: AnnexView = readView(new URLSearchParams(search));
  const { sure, maybe } = tasksIn(data, view);
  const listed = view.maybe ? [...sure, ...maybe] : sure;
  return {
    title: viewTitle(view, data),
    tasks: data.tasks.filter((task) => listed.includes(task)).map(({ id }) => id),
    briefing: (picked) => ({
      under: viewInWords(view, data),
      groups: groupsOf([
        { heading: '任务', tasks: sure.filter(({ id }) => picked.includes(id)) },
        {
          heading: '可能符合的待核任务',
          note: '下列各行的相应内容待核，不能据此认定。',
          tasks: maybe.filter(({ id }) => picked.includes(id)),
        },
      ]),
      page: `${data.notice.id}/annex/${search}`,
    }),
  };
}

/** The filters that are chosen on the search page, in its own words. */
const filtersInWords = (): string[] =>
  [...document.querySelectorAll<HTMLSelectElement>('#filters select')]
    .filter(({ value }) => value !== '')
    .map(({ selectedOptions: [option], labels: [label] }) => {
      const name = label?.firstElementChild?.textContent ?? '';
      return `${name}：${option?.textContent.replace(/（\d+）$/u, '') ?? ''}`;
    });

/** The results that the search page shows. */
function resultsShown(data: NoticeData, search: string): Shown {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#results article h2 a')];
  const inNotice = links.filter(
    ({ pathname }) => pathname.includes(`/${data.notice.id}/`) || /\/units\//.test(pathname),
  );
  const taskOf = ({ pathname }: HTMLAnchorElement) => /\/task\/([^/]+)\//.exec(pathname)?.[1];
  const clauseOf = ({ hash }: HTMLAnchorElement) => /^#c-(.+)$/.exec(hash)?.[1];
  const query = new URLSearchParams(search).get('q') ?? '';
  return {
    title: query === '' ? '筛选结果' : `搜索“${query}”的结果`,
    tasks: inNotice.flatMap((link) => taskOf(link) ?? []),
    briefing: (picked) => ({
      under: [...(query === '' ? [] : [`搜索：${query}`]), ...filtersInWords()],
      groups: groupsOf([{ heading: '任务', tasks: tasksNumbered(picked, data) }]),
      clauses: inNotice.flatMap((link) => clauseOf(link) ?? []),
      others: inNotice.filter((link) => !taskOf(link) && !clauseOf(link)).map(({ textContent }) => textContent),
      page: `search/${search}`,
    }),
  };
}

/** What the annex or the search page shows. */
export const shownOn = (data: NoticeData): Shown =>
  document.getElementById('results') ? resultsShown(data, location.search) : annexShown(data, location.search);
