import { factsOf, matchRow, type RowFacts, sortRows } from '../notice/annex-match.ts';
import { type AnnexView, readView, writeView } from '../notice/annex-view.ts';
import { dueKeys } from '../notice/months.ts';
import { copyText } from './copy-text.ts';
import { download } from './download.ts';
import { readRow, type ShownTask } from './read-row.ts';
import { csvOf, rowsAsText } from './rows-as-text.ts';

interface AnnexRow {
  element: HTMLTableRowElement;
  task: ShownTask;
  facts: RowFacts;
}

function rowOf(element: HTMLTableRowElement): AnnexRow {
  const task = readRow(element);
  return { element, task, facts: factsOf(task) };
}

/** Wires the tools over the annex table: the view stands in the address, and every way out takes the rows shown. */
function wire(tools: HTMLFieldSetElement) {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr[id^="t-"]')].map(rowOf);
  const kinds = new Map(
    [...tools.querySelectorAll('optgroup')].flatMap((group) => {
      const [kind, ...units] = [...group.children].map((option) => (option as HTMLOptionElement).value);
      return units.map((slug) => [slug, kind]);
    }),
  );
  const say = (id: string, text: string) => document.getElementById(id)?.replaceChildren(text);
  const reasons = [...document.querySelectorAll<HTMLElement>('.reasons li')].reverse();
  const menu = tools.querySelector<HTMLElement>('.menu');
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
    if (menu) menu.hidden = shown.length === 0;
    showReasons();
    say(
      'annex-count',
      counted(rows.length, shown.length, matches.filter(({ match }) => match === 'maybe').length, view),
    );
    say('annex-said', '');
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
    for (const control of tools.elements) {
      if (control instanceof HTMLSelectElement) control.value = String(view[control.name as keyof AnnexView] ?? '');
      else if (control instanceof HTMLInputElement) control.checked = view.maybe === true;
    }
  }

  /** A view without what this notice's lists do not offer. */
  const offered = (view: AnnexView): AnnexView => {
    const unknown = [...tools.elements].filter(
      (control) =>
        control instanceof HTMLSelectElement &&
        ![...control.options].some(({ value }) => value === String(view[control.name as keyof AnnexView] ?? '')),
    ) as HTMLSelectElement[];
    return Object.fromEntries(
      Object.entries(view).filter(([name]) => !unknown.some((control) => control.name === name)),
    );
  };

  const fromAddress = () => {
    const view = offered(readView(new URLSearchParams(location.search)));
    fill(view);
    show(view);
    // A link to a row outranks the filter that would hide it.
    const target = document.getElementById(location.hash.slice(1));
    if (target?.hidden) {
      change({});
      target.scrollIntoView();
    } else if (view.section !== undefined || location.hash) target?.scrollIntoView();
  };
  function change(view: AnnexView) {
    history.pushState(null, '', location.pathname + writeView(view));
    fill(view);
    show(view);
  }

  const tasks = () => shown.map(({ task }) => task);
  const ways: Record<string, () => Promise<string>> = {
    link: async () => told(await copyText(location.href), '已复制此视图的链接'),
    rows: async () => told(await copyText(rowsAsText(tasks())), `已复制 ${shown.length} 行`),
    csv: async () => {
      const response = await fetch(tools.dataset['csv'] ?? '');
      if (!response.ok) return '表格文件未能取到，请稍后再试';
      // Not `text()`, which drops the byte order mark that Excel needs.
      const published = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
      download(`${location.pathname.split('/').at(-3)}.csv`, csvOf(published, tasks()), 'text/csv');
      return `已下载 ${shown.length} 行`;
    },
    print: async () => {
      print();
      return '';
    },
    clear: async () => {
      change({});
      return '';
    },
  };

  tools.addEventListener('change', () => change(asked(tools)));
  tools.addEventListener('click', async ({ target }) => {
    const act = target instanceof HTMLElement ? ways[target.dataset['act'] ?? ''] : undefined;
    if (act) say('annex-said', await act().catch(() => '未能完成，请检查网络后再试'));
  });
  addEventListener('popstate', fromAddress);
  fromAddress();
}

/** The view that the tools stand at. */
function asked(tools: HTMLFieldSetElement): AnnexView {
  const params = new URLSearchParams();
  for (const control of tools.elements) {
    if (control instanceof HTMLSelectElement) params.set(control.name, control.value);
    else if (control instanceof HTMLInputElement && control.checked) params.set(control.name, control.value);
  }
  return readView(params);
}

const told = (done: boolean, words: string) => (done ? words : '未能复制，请使用浏览器自带的复制');

const sorted = (rows: readonly AnnexRow[], by: AnnexView['sort']): AnnexRow[] =>
  sortRows(rows, by, ({ task }) => ({ due: dueKeys(task.deadline.reading), leadText: task.lead.text ?? '' }));

function counted(all: number, shown: number, maybe: number, view: AnnexView): string {
  if (shown === all) return `显示全部 ${all} 行。`;
  const words = `显示 ${shown} 行，筛选后隐藏 ${all - shown} 行。`;
  if (maybe === 0) return words;
  return (
    words +
    (view.maybe
      ? `其中 ${maybe} 行只是可能符合：相应的格待核或可能漏录。`
      : `另有 ${maybe} 行可能符合，未列出：相应的格待核或可能漏录。`)
  );
}

const tools = document.querySelector<HTMLFieldSetElement>('#annex-tools');
if (tools) wire(tools);
