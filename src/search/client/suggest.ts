import { nameIn } from '../../notice/names.ts';
import { readTyped } from '../asked-in-address.ts';
import type { HitKind } from '../model.ts';
import { aMoment, element } from './dom.ts';
import { siteAddresses } from './hit-addresses.ts';
import { loadIndex, loadSearch } from './load-search.ts';
import { quoted } from './quoted.ts';

interface Suggestion {
  kind: HitKind | 'all';
  title: string;
  note: string;
  /** Place in the notice; the same place stays chosen when more is found. */
  url: string;
  address: string;
}

const MOST = 6;
const KIND_NAMES: Record<Suggestion['kind'], string> = {
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
      kind,
      title,
      note: facts[0] ?? '',
      url,
      address: siteAddresses.hit(url, []),
    }));
}

/** What all texts hold, the cards among it. */
async function fromSearch(query: string): Promise<Suggestion[]> {
  const [{ index }, { search, showSummary }] = await Promise.all([loadIndex(), loadSearch()]);
  const result = await search.run(query, { most: MOST });
  const { hits, unopened } = result;
  const address = siteAddresses.search(new URLSearchParams({ q: query }));
  if (hits.length === 0) {
    return [{ kind: 'all', title: `通知里没有${quoted(query)}`, note: '看看相近的内容', url: '', address }];
  }
  const several = index.notices.length > 1;
  const shown = hits.slice(0, MOST).map(({ kind, title, facts, record, url, phrases, notice }) => ({
    kind,
    title,
    note: several && notice ? nameIn(index.notices, notice) : (facts?.[0] ?? record?.section?.title ?? ''),
    url,
    address: siteAddresses.hit(url, phrases),
  }));
  const all = unopened.length > 0 ? '查看全部结果' : `查看全部 ${hits.length} 条结果`;
  const note = result.loosened ? showSummary(result, hits.length) : '';
  return [...shown, { kind: 'all', title: all, note, url: '', address }];
}

/**
 * Turns a search box into a combobox: suggestions while typing, arrows and Enter choose, Escape closes. Letters that
 * an input method is still composing are left alone.
 */
export function suggest(input: HTMLInputElement): void {
  const list = element('ul', { role: 'listbox', id: 'suggestions', 'aria-label': '搜索建议', hidden: '' });
  const status = element('p', { role: 'status', class: 'unseen' });
  input.form?.append(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  let shown: Suggestion[] = [];
  let active = -1;
  let asked = '';
  /** Whether full text has been asked for. */
  let awake = false;

  const mark = (index: number) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (suggestions: Suggestion[]) => {
    const chosen = shown[active]?.url;
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map(({ kind, title, note }, index) =>
        element(
          'li',
          { role: 'option', id: `suggestion-${index}`, 'data-kind': kind },
          element('span', { class: 'kind' }, KIND_NAMES[kind]),
          element('b', {}, title),
          element('span', { class: 'count' }, note),
        ),
      ),
    );
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent = list.hidden ? '' : `${suggestions.length} 条建议，按上下键选择`;
    mark(suggestions.findIndex(({ url }) => url === chosen));
  };
  const close = () => {
    asked = '';
    show([]);
  };
  const update = async () => {
    const query = readTyped(input.value.trim());
    if (query === '') {
      close();
      return;
    }
    asked = query;
    mark(-1);
    const answers = await fromIndex(query).catch(() => []);
    if (asked !== query) return;
    if (answers.length > 0) show(answers);
    // Full text starts to load when the typing rests, so that it does not get in the way of the answers.
    if (!awake) await aMoment();
    if (asked !== query) return;
    awake = true;
    const found = await fromSearch(query).catch(() => []);
    if (asked === query && found.length > 0) show(found);
  };
  const go = (index: number) => {
    const chosen = shown[index];
    if (chosen) location.assign(chosen.address);
  };

  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) update();
  });
  input.addEventListener('compositionend', update);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const { length } = shown;
    if (event.key === 'ArrowDown') mark(active + 1 >= length ? -1 : active + 1);
    else if (event.key === 'ArrowUp') mark(active < 0 ? length - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) go(active);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  // The box keeps the focus while a suggestion is pressed, else the list would close under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('li') : null;
    if (option) go([...list.children].indexOf(option));
  });
  show([]);
  loadIndex().catch(() => undefined);
  if (input.value !== '') update();
}
