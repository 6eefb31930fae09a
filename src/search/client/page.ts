/** The results page: the address holds the query and the filters, typing updates the results in place. */
import { filtersFrom, toParams } from '../filters.ts';
import type { AnswerIndex, Filters, SearchResult } from '../model.ts';
import { searchAddress } from './address.ts';
import { aMoment, element } from './dom.ts';
import type { FullText } from './full-text.ts';
import { loadAnswers, loadFullText } from './load.ts';
import { showHit } from './show-hit.ts';

/** Typing changes the address only after a pause: browsers limit how often a page may. */
const PAUSE = 400;

/** Where the filters do not push the results off the screen. */
const ROOMY = window.matchMedia('(min-width: 48em)');

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the results page has no ${selector}`);
  return found;
};
const input = find<HTMLInputElement>('form.search input');
const results = find<HTMLElement>('#results');
const count = find<HTMLElement>('#results-count');
const filterLists = find<HTMLElement>('#filters');
const filterBox = find<HTMLDetailsElement>('#filter-box');
const also = find<HTMLElement>('#also');
const nearby = find<HTMLElement>('#nearby');
const nearbyList = find<HTMLElement>('#nearby-list');
const ways = find<HTMLElement>('#ways');

let filters: Filters = {};
/** Until full text has loaded. */
let cold = true;
let turn = 0;
let pause: number | undefined;

function summary({ query, exact, hits, nearby: near }: SearchResult): string {
  const found = `找到 ${hits.length} 条结果`;
  if (!exact) return `${found}：通知里没有“${query}”${near?.unnamed.length ? '，也没有点名这个单位' : ''}`;
  return found;
}

function show(result: SearchResult, index: AnswerIndex, text: FullText): void {
  const idle = result.query === '' && Object.keys(filters).length === 0;
  results.replaceChildren(...(idle ? [] : result.hits.map(showHit)));
  results.dataset['exact'] = String(result.exact);
  results.dataset['state'] = idle ? 'idle' : 'done';
  count.textContent = idle ? '' : summary(result);
  also.replaceChildren(...text.showExpansions(result.expansions));
  nearbyList.replaceChildren(...text.showNearby(result));
  nearby.hidden = idle || result.exact || nearbyList.childElementCount === 0;
  ways.hidden = !idle && result.exact;
  const focused = filterLists.querySelector<HTMLSelectElement>('select:focus')?.name;
  filterLists.replaceChildren(...(idle ? [] : text.showFilters(result, filters, index)));
  if (focused) filterLists.querySelector<HTMLSelectElement>(`select[name=${focused}]`)?.focus();
  if (Object.keys(filters).length > 0) {
    const clear = searchAddress(toParams(input.value.trim(), {}));
    filterLists.append(element('a', { href: clear }, '清除筛选'));
  }
  filterBox.hidden = filterLists.childElementCount === 0;
}

async function update(): Promise<void> {
  const query = input.value.trim();
  const mine = ++turn;
  results.dataset['state'] = 'busy';
  try {
    const { index, knowledge } = await loadAnswers();
    const cards = knowledge.answers(query).map((card) => ({ ...card, excerpts: [], phrases: [] }));
    if (mine === turn && cards.length > 0 && results.childElementCount === 0) {
      results.append(...cards.map(showHit));
      if (cold) await aMoment();
    }
    const text = await loadFullText();
    cold = false;
    const result = await text.search.run(query, filters);
    if (mine === turn) show(result, index, text);
  } catch {
    if (mine !== turn) return;
    results.replaceChildren();
    results.dataset['state'] = 'done';
    count.textContent = '搜索数据没有加载成功，请检查网络后再试。';
  }
}

const remember = (how: 'pushState' | 'replaceState') => {
  window.clearTimeout(pause);
  pause = undefined;
  const address = searchAddress(toParams(input.value.trim(), filters));
  if (address !== location.pathname + location.search + location.hash) history[how](null, '', address);
};

function fromAddress(): void {
  const params = new URLSearchParams(location.search);
  input.value = params.get('q') ?? '';
  filters = filtersFrom(params);
  update();
}

function typed(): void {
  window.clearTimeout(pause);
  pause = window.setTimeout(remember, PAUSE, 'replaceState');
  update();
}

input.addEventListener('input', (event) => {
  if (!(event instanceof InputEvent && event.isComposing)) typed();
});
input.addEventListener('compositionend', typed);
input.addEventListener('keydown', (event) => {
  if (event.isComposing || event.key !== 'ArrowDown') return;
  event.preventDefault();
  results.querySelector('a')?.focus();
});
results.addEventListener('keydown', (event) => {
  const links = [...results.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  if (at < 0) return;
  if (event.key === 'ArrowDown') links[at + 1]?.focus();
  else if (event.key === 'ArrowUp') (links[at - 1] ?? input).focus();
  else if (event.key === 'Escape') input.focus();
  else return;
  event.preventDefault();
});
// Whoever follows a link finds the results again on the way back, however quickly it was followed.
document.addEventListener('click', () => pause === undefined || remember('replaceState'));
input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  remember('pushState');
  update();
});
filterLists.addEventListener('change', () => {
  const chosen = new URLSearchParams();
  for (const { name, value } of filterLists.querySelectorAll('select')) chosen.set(name, value);
  filters = filtersFrom(chosen);
  remember('pushState');
  update();
});
window.addEventListener('popstate', fromAddress);
filterBox.open = ROOMY.matches || new URLSearchParams(location.search).size > 1;
fromAddress();
