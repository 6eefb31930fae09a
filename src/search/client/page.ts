import { nameIn } from '../../notice/names.ts';
import { askedIn, readTyped } from '../asked-in-address.ts';
import { filtersFrom, toParams } from '../filters.ts';
import type { AnswerIndex, Filters, SearchResult } from '../model.ts';
import { aMoment, element } from './dom.ts';
import type { FullSearch } from './full-search.ts';
import type { Addresses, Loaded } from './host.ts';
import { showHit } from './show-hit.ts';
import { isHere, visit } from './visit.ts';

/** What the results page asks of where it stands. */
interface Place {
  addresses: Addresses;
  loadIndex(): Promise<Loaded>;
  loadSearch(): Promise<FullSearch>;
  /** Is told each question that is asked; an empty one as well. */
  asked?(query: string): void;
}

/** So many hits are shown at a time. */
const STEP = 20;

/** So few hits are seen at a glance and need no filters. */
const FEW = 8;

/** Typing changes the address only after a pause: browsers limit how often a page may. */
const PAUSE = 400;

/** Who waits longer is told so. */
const PATIENCE = 10_000;

/** Where the filters do not push the results off the screen. */
const ROOMY = window.matchMedia('(min-width: 48em)');

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the results page has no ${selector}`);
  return found;
};

/** The name of a hit's notice, where there are several. */
function ofNotice({ notices }: AnswerIndex, id: string | undefined): string | undefined {
  return notices.length > 1 ? nameIn(notices, id) : undefined;
}

/**
 * Wires the results page: the address holds the query and the filters, typing updates the results in place.
 *
 * @throws when the page lacks one of its parts
 */
export function searchPage({ addresses, loadIndex, loadSearch, asked }: Place): void {
  const input = find<HTMLInputElement>('form.search input');
  const results = find<HTMLElement>('#results');
  const count = find<HTMLElement>('#results-count');
  const filterLists = find<HTMLElement>('#filters');
  const filterBox = find<HTMLDetailsElement>('#filter-box');
  const understood = find<HTMLElement>('#understood');
  const more = find<HTMLButtonElement>('#more');
  const also = find<HTMLElement>('#also');
  const nearby = find<HTMLElement>('#nearby');
  const nearbyList = find<HTMLElement>('#nearby-list');
  const ways = find<HTMLElement>('#ways');

  // From here on scripts are at work.
  document.querySelector('.without-scripts')?.remove();

  let filters: Filters = {};
  /** Until full text has loaded. */
  let cold = true;
  let turn = 0;
  let pause: number | undefined;

  /** What to say of an address whose query is in no coding that is known. */
  let unread = '';
  /** How many hits are asked for. */
  let most = STEP;
  /** Little is to load for them; as much as it takes once more is asked for. */
  let sparing = true;

  /** @param near what comes near; nothing while the rest of the library is still being asked */
  function show(result: SearchResult, index: AnswerIndex, full: FullSearch, near?: HTMLElement[]): void {
    const narrowed = Object.keys(filters).length > 0;
    const idle = result.query === '' && !narrowed;
    const shown = idle ? [] : result.hits.slice(0, most);
    const articles = shown.map((hit) => showHit(hit, addresses, ofNotice(index, hit.notice)));
    const maybe = shown.findIndex(({ possible }) => possible);
    if (maybe >= 0) articles.splice(maybe, 0, element('h2', {}, '以下只是可能'));
    results.replaceChildren(...articles);
    results.dataset['exact'] = String(result.exact);
    results.dataset['state'] = idle ? 'idle' : near ? 'done' : 'busy';
    count.textContent = idle ? unread : full.showSummary(result, shown.length, ofNotice(index, index.notices[0]?.id));
    understood.replaceChildren(...full.showChips(result, addresses));
    also.replaceChildren(...full.showExpansions(result.expansions, addresses));
    nearbyList.replaceChildren(...(near ?? []));
    nearby.hidden = idle || result.exact || nearbyList.childElementCount === 0;
    ways.hidden = !idle && result.hits.length > 0;
    const isAll = result.unopened.length === 0 && !result.unasked;
    more.hidden = idle || (shown.length === result.hits.length && isAll);
    const focused = filterLists.querySelector<HTMLSelectElement>('select:focus')?.name;
    const few = result.hits.length < FEW && isAll && !narrowed;
    filterLists.replaceChildren(...(few ? [] : full.showFilters(result, filters, index)));
    if (focused) filterLists.querySelector<HTMLSelectElement>(`select[name=${focused}]`)?.focus();
    if (narrowed) filterLists.append(element('button', { type: 'button' }, '清除筛选'));
    const none = filterLists.childElementCount === 0;
    // Only now is it known how wide a frame is that was laid out after its script had run.
    if (filterBox.hidden && !none) filterBox.open ||= narrowed || ROOMY.matches;
    filterBox.hidden = none;
  }

  /** Says what is the matter with the search data, and offers to begin anew. */
  function tell(trouble: string): void {
    const again = element('button', { type: 'button' }, '再试一次');
    again.addEventListener('click', () => location.reload());
    count.replaceChildren(trouble, ' ', again);
  }

  async function update(): Promise<void> {
    const query = readTyped(input.value.trim());
    const mine = ++turn;
    asked?.(query);
    results.dataset['state'] = 'busy';
    // What comes later still is shown: a slow network is no failure.
    const late = window.setTimeout(() => mine === turn && tell('搜索数据还没有取到，可能是网络慢。'), PATIENCE);
    try {
      const { index, cards } = await loadIndex();
      const first = cards(query).map((card) => ({ ...card, excerpts: [], phrases: [] }));
      if (mine === turn && first.length > 0 && results.childElementCount === 0) {
        results.append(...first.map((hit) => showHit(hit, addresses)));
        if (cold) await aMoment();
      }
      const full = await loadSearch();
      cold = false;
      const early = (result: SearchResult) => {
        if (mine === turn) show(result, index, full);
      };
      const result = await full.search.run(query, { filters, most, sparing, early });
      const near = result.nearby
        ? (await full.nearby())(result.nearby, result, addresses, index.notices.length > 1)
        : [];
      if (mine === turn) show(result, index, full, near);
    } catch {
      if (mine !== turn) return;
      results.replaceChildren();
      results.dataset['state'] = 'done';
      tell('搜索数据没有取到，请检查网络。');
    } finally {
      window.clearTimeout(late);
    }
  }

  /** A new question begins with the first hits. */
  function ask(): void {
    most = STEP;
    sparing = true;
    update();
  }

  const remember = (how: 'pushState' | 'replaceState') => {
    window.clearTimeout(pause);
    pause = undefined;
    const address = addresses.search(toParams(input.value.trim(), filters));
    if (!isHere(address)) visit(how, address);
  };

  function fromAddress(): void {
    const { query, filters: narrowed } = askedIn(location.search);
    input.value = query ?? '';
    filters = narrowed;
    unread = query === undefined ? '地址里的搜索词没有读出来，请重新输入。' : '';
    ask();
  }

  function typed(): void {
    window.clearTimeout(pause);
    pause = window.setTimeout(remember, PAUSE, 'replaceState');
    ask();
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
    ask();
  });
  filterLists.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    for (const list of filterLists.querySelectorAll('select')) list.value = '';
    filterLists.dispatchEvent(new Event('change'));
  });
  // A query that is offered is asked here: no page need load again, and in a preview of a file an address leads nowhere.
  for (const offers of [understood, also, nearbyList]) {
    offers.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-query]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      input.value = link.dataset['query'] ?? '';
      filters = {};
      remember('pushState');
      ask();
    });
  }
  filterLists.addEventListener('change', () => {
    const chosen = new URLSearchParams();
    for (const { name, value } of filterLists.querySelectorAll('select')) chosen.set(name, value);
    filters = filtersFrom(chosen);
    remember('pushState');
    ask();
  });
  more.addEventListener('click', async () => {
    const before = results.querySelectorAll('article').length;
    most = before + STEP;
    sparing = false;
    await update();
    (results.querySelectorAll('article')[before]?.querySelector('a') ?? input).focus();
  });
  window.addEventListener('popstate', fromAddress);
  fromAddress();
}
