import { nameIn } from '../../notice/names.ts';
import { readTyped } from '../asked-in-address.ts';
import type { HitKind } from '../model.ts';
import { type Choice, combobox } from './combobox.ts';
import { aMoment } from './dom.ts';
import { siteAddresses } from './hit-addresses.ts';
import { loadIndex, loadSearch } from './load-search.ts';
import { quoted } from './quoted.ts';

/** Its key is its place in the notice. */
interface Suggestion extends Choice {
  address: string;
}

const MOST = 6;
const KIND_NAMES: Record<HitKind | 'all', string> = {
  topic: '事项',
  unit: '单位',
  task: '任务',
  section: '章节',
  page: '页面',
  all: '全部',
};

/** What the small index knows at once. */
async function fromIndex(query: string): Promise<Suggestion[]> {
  const { cards } = await loadIndex();
  return cards(query)
    .slice(0, MOST)
    .map(({ kind, title, facts, url }) => ({
      key: url,
      kind: KIND_NAMES[kind],
      title,
      note: facts[0] ?? '',
      address: siteAddresses.hit(url, []),
    }));
}

/** What all texts hold, the cards among it. */
async function fromSearch(query: string): Promise<Suggestion[]> {
  const [{ index }, { search, showSummary }] = await Promise.all([loadIndex(), loadSearch()]);
  const result = await search.run(query, { most: MOST, sparing: true });
  const { hits, unopened, unasked } = result;
  const all = { key: '', kind: KIND_NAMES.all, address: siteAddresses.search(new URLSearchParams({ q: query })) };
  if (hits.length === 0) {
    const where = unasked ? '最新的通知里' : '通知里';
    return [{ ...all, title: `${where}没有${quoted(query)}`, note: unasked ? '再查较早的通知' : '看看相近的内容' }];
  }
  const several = index.notices.length > 1;
  const shown = hits.slice(0, MOST).map(({ kind, title, facts, record, url, phrases, notice }) => ({
    key: url,
    kind: KIND_NAMES[kind],
    title,
    note: several && notice ? nameIn(index.notices, notice) : (facts?.[0] ?? record?.section?.title ?? ''),
    address: siteAddresses.hit(url, phrases),
  }));
  const title = unopened.length > 0 || unasked ? '查看全部结果' : `查看全部 ${hits.length} 条结果`;
  const note = result.loosened ? showSummary(result, hits.length) : '';
  return [...shown, { ...all, title, note }];
}

/** Turns the search box into a combobox that suggests while one types. */
export function suggest(input: HTMLInputElement): void {
  let asked = '';
  /** Whether full text has been asked for. */
  let awake = false;
  const forget = () => {
    asked = '';
  };
  const update = async () => {
    const query = readTyped(input.value.trim());
    if (query === '') {
      forget();
      offer.show([]);
      return;
    }
    asked = query;
    offer.unmark();
    const answers = await fromIndex(query).catch(() => []);
    if (asked !== query) return;
    if (answers.length > 0) offer.show(answers);
    // Full text starts to load when the typing rests, so that it does not get in the way of the answers.
    if (!awake) await aMoment();
    if (asked !== query) return;
    awake = true;
    const found = await fromSearch(query).catch(() => []);
    if (asked === query && found.length > 0) offer.show(found);
  };
  const offer = combobox<Suggestion>(input, {
    id: 'suggestions',
    label: '搜索建议',
    typed: update,
    choose: ({ address }) => location.assign(address),
    left: forget,
  });
  loadIndex().catch(() => undefined);
  if (input.value !== '') update();
}
