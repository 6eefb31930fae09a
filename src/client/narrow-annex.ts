import { factsOf, matchRow, type RowFacts, sortRows } from '../notice/annex-match.ts';
import { type AnnexView, readView, writeView } from '../notice/annex-view.ts';
import type { Task } from '../notice/model.ts';
import { dueKeys } from '../notice/months.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';
import { kindAnchor } from '../notice/units.ts';
import { copyText } from './copy-text.ts';
import { download } from './download.ts';
import { fetched, fetchedData } from './fetched.ts';
import { csvOf, rowsAsText } from './rows-as-text.ts';
import { unitBox } from './unit-box.ts';

interface AnnexRow {
  element: HTMLTableRowElement;
  task: Task;
  facts: RowFacts;
}

/** The tools over the annex, once there is what they ask. */
export interface AnnexTools {
  /** Shows the view that the tools stand at. */
  changed(): void;
  /** Shows the view that the address asks for. */
  fromAddress(): void;
  /** Does what a button is for. @returns what to say of it; nothing of what is no business of the table's */
  act(name: string): Promise<string | undefined>;
}

const say = (id: string, text: string) => document.getElementById(id)?.replaceChildren(text);

/**
 * Wires the tools over the annex: the view stands in the address, and every way out takes the rows shown.
 *
 * @param bar carries the addresses of the notice's data
 * @throws when the data is not to be had
 */
export async function annexTools(bar: HTMLElement): Promise<AnnexTools> {
  const data = await fetchedData(bar.dataset['json']);
  const rows = data.tasks.flatMap((task): AnnexRow[] => {
    const element = document.getElementById(`t-${task.id}`);
    return element instanceof HTMLTableRowElement ? [{ element, task, facts: factsOf(task) }] : [];
  });
  const kinds = new Map(data.units.map(({ slug, kind }) => [slug, kindAnchor(kind)]));
  const controls = [...bar.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, [name=maybe]')];
  const reasons = [...document.querySelectorAll<HTMLElement>('.reasons li')].reverse();
  const out = bar.querySelector<HTMLElement>('.out');
  const unit = unitBox(bar.querySelector('[name=unit]'), data.units, changed);
  let shown: AnnexRow[] = rows;

  function show(view: AnnexView) {
    const matches = rows.map((row) => ({ row, match: matchRow(row.facts, view, (slug) => kinds.get(slug)) }));
    const listed = matches.filter(({ match }) => match === 'yes' || (view.maybe && match === 'maybe'));
    shown = sorted(
      listed.map(({ row }) => row),
      view.sort,
    );
    const visible = new Set(shown);
    for (const { row, match } of matches) {
      row.element.hidden = !visible.has(row);
      row.element.classList.toggle('may-match', match === 'maybe');
    }
    for (const row of sorted(rows, view.sort)) row.element.parentElement?.append(row.element);
    for (const body of document.querySelectorAll<HTMLTableSectionElement>('.annex tbody')) {
      body.hidden = !body.querySelector('tr[id^="t-"]:not([hidden])');
    }
    if (out) out.hidden = shown.length === 0;
    showReasons();
    const maybe = matches.filter(({ match }) => match === 'maybe').length;
    say('annex-count', counted(rows.length, shown.length, maybe, view));
    say('tools-said', '');
  }

  /** Of the reasons only those of the rows shown; a group of them where one of its own is. */
  function showReasons() {
    const led = new Set(
      shown.flatMap(({ element }) =>
        [...element.querySelectorAll<HTMLAnchorElement>('a.mark')].map(({ hash }) => hash),
      ),
    );
    for (const reason of reasons) {
      reason.hidden = !led.has(`#${reason.id}`) && !reason.querySelector('li:not([hidden])');
    }
  }

  function fill(view: AnnexView) {
    unit.fill(view.unit);
    for (const control of controls) {
      if (control instanceof HTMLInputElement) control.checked = view.maybe === true;
      else control.value = String(view[control.name as keyof AnnexView] ?? '');
    }
  }

  /** A view without what this notice's lists do not offer. */
  function offered(view: AnnexView): AnnexView {
    const known = (name: string, value: unknown) => {
      if (name === 'unit') return unit.has(String(value));
      const list = controls.find((control) => control.name === name);
      return !(list instanceof HTMLSelectElement) || [...list.options].some((option) => option.value === String(value));
    };
    return Object.fromEntries(Object.entries(view).filter(([name, value]) => known(name, value)));
  }

  function fromAddress() {
    const view = offered(readView(new URLSearchParams(location.search)));
    fill(view);
    show(view);
    // A link to a row outranks the filter that would hide it.
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden) {
      change({});
      target.scrollIntoView();
    } else if (view.section !== undefined || location.hash) target?.scrollIntoView();
  }

  function change(view: AnnexView) {
    history.pushState(null, '', location.pathname + writeView(view));
    fill(view);
    show(view);
  }

  /** What the tools stand at. */
  function changed() {
    const params = new URLSearchParams({ unit: unit.chosen() });
    for (const control of controls) {
      if (!(control instanceof HTMLInputElement) || control.checked) params.set(control.name, control.value);
    }
    change(readView(params));
  }

  const tasks = () => shown.map(({ task }) => task);
  const acts: Record<string, () => Promise<string>> = {
    rows: async () =>
      (await copyText(rowsAsText(tasks()))) ? `已复制 ${shown.length} 行` : '未能复制，请选中表格后复制',
    csv: async () => {
      const response = await fetched(bar.dataset['csv']);
      // Not `text()`, which drops the byte order mark that Excel needs.
      const published = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
      download(`${data.notice.id}.csv`, csvOf(published, tasks()), 'text/csv');
      return `已下载 ${shown.length} 行`;
    },
    clear: async () => {
      change({});
      return '';
    },
  };
  return { changed, fromAddress, act: async (name) => acts[name]?.() };
}

const sorted = (rows: readonly AnnexRow[], by: AnnexView['sort']): AnnexRow[] =>
  sortRows(rows, by, ({ task }) => ({ due: dueKeys(task.deadline.reading), leadText: task.lead.text ?? '' }));

function counted(all: number, shown: number, maybe: number, view: AnnexView): string {
  if (shown === all) return `显示全部 ${all} 行。`;
  const words = `显示 ${shown} 行，筛选后隐藏 ${all - shown} 行。`;
  if (maybe === 0) return words;
  const why = `相应的格${STATUS_NAMES.open}或可能漏录。`;
  return words + (view.maybe ? `其中 ${maybe} 行只是可能符合：${why}` : `另有 ${maybe} 行可能符合，未列出：${why}`);
}
