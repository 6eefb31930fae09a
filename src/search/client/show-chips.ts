import type { SearchResult, Understood } from '../model.ts';
import { element } from './dom.ts';
import type { Addresses } from './host.ts';
import { quoted } from './quoted.ts';

const KIND_NAMES: Record<Understood['kind'], string> = {
  unit: '单位',
  role: '职责',
  due: '时限',
  section: '章节',
  status: '确定程度',
  task: '任务',
  annex: '附件',
  topic: '事项',
  notice: '通知',
};

/** What was understood of the query, each as a link to the query without it. */
export const showChips = ({ understood }: SearchResult, { search }: Addresses): HTMLElement[] =>
  understood.map(({ kind, label, without }) =>
    element(
      'a',
      {
        class: 'chip',
        'data-understood': kind,
        href: search(new URLSearchParams(without === '' ? {} : { q: without })),
        'data-query': without,
        'aria-label': `${KIND_NAMES[kind]}：${label}，去掉这个条件`,
      },
      `${KIND_NAMES[kind]}：${label}`,
      element('span', { 'aria-hidden': 'true' }, ' ×'),
    ),
  );

const MOST_NAMED = 4;
const listed = (words: readonly string[]) =>
  words.slice(0, MOST_NAMED).map(quoted).join('、') + (words.length > MOST_NAMED ? '等' : '');

/** How many hits there are, and how they were found where the query as typed has none. */
export function showSummary(result: SearchResult, shown: number, newest?: string): string {
  const said = summaryOf(result, shown, newest === undefined ? '没有' : '最新的通知里没有');
  return result.partial && newest ? `${said}。全文索引没有加载成功，只搜了《${newest}》` : said;
}

function summaryOf(
  { query, exact, hits, unopened, unasked, loosened, nearby, understood }: SearchResult,
  shown: number,
  lacks: string,
): string {
  const certain = hits.filter(({ possible }) => !possible).length;
  const possible = hits.length - certain;
  const first = shown < hits.length ? `，先列出 ${shown} 条` : '';
  const others = unopened.length > 0 ? [`另有 ${unopened.length} 份较早的通知可能也有`] : [];
  const waiting = [...others, ...(unasked ? ['较早的通知还没有查全'] : [])];
  const more = waiting.length > 0 ? `，${waiting.join('，')}，点“更多”再查` : '';
  const maybe = possible > 0 ? `，其中 ${possible} 条原件待查或可能漏录、只是可能` : '';
  const found = `找到 ${hits.length} 条结果${maybe}${first}`;
  if (loosened) {
    const { dropped, kept, left = [], each, unknown } = loosened;
    const together = (words: readonly string[]) => `同时说到${listed(words)}的内容`;
    const also = left.length > 0 ? `，也没有${together([...kept, ...left])}` : '';
    const missing = lacks + (unknown ? listed(dropped) + also : together([...kept, ...dropped]));
    return `${missing}，按${listed(kept)}${each ? '分别' : ''}${found}${more}`;
  }
  const onlyCard = understood.length > 1 && hits.every(({ record }) => !record);
  if (exact) return (onlyCard ? `没有同时符合这些条件的任务，${found}` : found) + more;
  const none = (more === '' ? '通知里没有' : lacks) + quoted(query);
  return `${found}：${none}${nearby?.unnamed.length ? '，也没有点名这个单位' : ''}${more}`;
}
