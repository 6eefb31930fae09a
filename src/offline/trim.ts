import { cellOf } from '../notice/absent.ts';
import { taskGroups } from '../notice/by-section.ts';
import { firstWords } from '../notice/first-words.ts';
import { gradeOf } from '../notice/grades.ts';
import type { NoticeData, Task } from '../notice/model.ts';
import { dayName } from '../notice/months.ts';
import { citedAs, sectionKey } from '../notice/names.ts';
import { counted, STATUS_NAMES } from '../notice/statuses.ts';
import { unsureInWords } from '../notice/unsure.ts';
import { type Briefing, countsInWords } from './briefing.ts';
import type { Group } from './groups.ts';
import { linkLines } from './lines.ts';
import { pathOf, type UnitPlaces, unitPlaces } from './places.ts';

/** When a file is made, and the address of the published site, with a slash at the end, where it is known. */
export interface Making {
  built: string;
  site?: string | undefined;
}

/** Makes elements of a document that need not be the one that runs. */
const maker =
  (file: Document) =>
  (name: string, attributes: Record<string, string>, ...children: (Node | string)[]): Element => {
    const made = file.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

function find(within: ParentNode, selector: string): Element {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`The file of the whole notice has no ${selector}. Build the site again.`);
  return found;
}

/**
 * Takes out of the file of a whole notice what a briefing does not ask for: the rows that it asks for stand under its
 * headings, with their grades, reasons and sources, and the file says what it holds and what of that is open. Nothing
 * of the official text is written anew.
 *
 * @param file the document of the packed page, in a browser or in Node; it is changed
 * @throws when the file lacks one of its parts
 */
export function trim(file: Document, data: NoticeData, briefing: Briefing, { built, site }: Making): void {
  const { notice, sections } = data;
  const { title, under, groups, clauses = [], others = [], page } = briefing;
  const make = maker(file);
  linkLines(file);
  const units = unitPlaces(file, (name) => data.units.find((unit) => unit.name === name)?.slug);
  const main = find(file, 'main');
  const annex = file.querySelector('table.annex');
  const rows = new Map([...(annex?.querySelectorAll('tr[id]') ?? [])].map((row) => [row.id.slice(2), row]));
  const sentences = new Map(clauses.map((id) => [id, find(file, `[id="c-${id}"]`).textContent ?? '']));
  const note = (...words: (Node | string)[]) => make('p', { class: 'note' }, ...words);
  const count = (words: string) => make('span', { class: 'count' }, words);
  const toRow = ({ id }: Task) => make('a', { href: `#t-${id}` }, id);

  const copy = (element: Element) => {
    const copied = element.cloneNode(true) as Element;
    for (const each of [copied, ...copied.querySelectorAll('[id]')]) each.removeAttribute('id');
    return copied;
  };

  function table(tasks: readonly Task[], heading: string): Element {
    if (!annex) throw new Error('The file of the whole notice has no table of tasks. Build the site again.');
    const bodies = taskGroups(tasks, sections).map((group) => {
      const [first] = group.rows;
      const head = rows
        .get(first?.id ?? '')
        ?.closest('tbody')
        ?.querySelector('.group');
      return make('tbody', {}, ...(head ? [copy(head)] : []), ...group.rows.flatMap(({ id }) => rows.get(id) ?? []));
    });
    return make('table', { class: 'annex', 'aria-labelledby': heading }, copy(find(annex, 'thead')), ...bodies);
  }

  function list({ tasks, role }: Group): Element {
    const mark = (task: Task) => {
      const status = role && gradeOf(cellOf(task, role));
      const marked = status !== undefined && status !== 'printed';
      return marked ? [' ', make('span', { class: `mark ${status}` }, STATUS_NAMES[status])] : [];
    };
    const items = tasks.map((task) => make('li', {}, toRow(task), ` ${firstWords(task.text)}`, ...mark(task)));
    return make('ul', { class: 'brief' }, ...items);
  }

  function section(group: Group, index: number): Element {
    const { heading, note: said, tasks, elsewhere, brief, role } = group;
    const all = [...tasks, ...elsewhere];
    const size = role
      ? counted(
          all.map((task) => cellOf(task, role)),
          '项',
        )
      : `${all.length} 项`;
    const id = `g${index + 1}`;
    const above =
      elsewhere.length > 0 ? [note('已列于上文：', ...elsewhere.flatMap((task) => [toRow(task), ' ']))] : [];
    const held = tasks.length === 0 ? [] : [brief ? list(group) : table(tasks, id)];
    const head = make('h2', { id }, heading, count(size));
    return make('section', { class: 'group' }, head, ...(said ? [note(said)] : []), ...above, ...held);
  }

  function text(): Element[] {
    if (sentences.size === 0) return [];
    const parts = sections
      .map((section) => ({ key: sectionKey(section), own: section.clauses.filter(({ id }) => sentences.has(id)) }))
      .filter(({ own }) => own.length > 0)
      .flatMap(({ key, own }) => [
        make('h3', {}, find(file, `[id="section-${key}"]`).firstChild?.textContent?.trim() ?? ''),
        ...own.map(({ id }) =>
          make('p', { class: 'sentence' }, make('a', { href: `#c-${id}` }, id), ` ${sentences.get(id)}`),
        ),
      ]);
    return [make('section', { class: 'group' }, make('h2', {}, '条文', count(`${sentences.size} 句`)), ...parts)];
  }

  const rest = (words: readonly string[]) =>
    words.length === 0
      ? []
      : [
          make(
            'section',
            { class: 'group' },
            make('h2', {}, '其他结果'),
            make('ul', {}, ...words.map((word) => make('li', {}, word))),
          ),
        ];

  const head = make(
    'header',
    { class: 'title' },
    make('h1', {}, title),
    make('p', {}, `${citedAs(notice)}，${dayName(notice.dated)}成文`),
    ...under.map((line) => note(line)),
  );
  const legend = make('section', { class: 'group' }, make('h2', {}, '标记'), find(file, '.meanings'));
  const reasons = file.querySelectorAll('.reasons');
  const provenance = find(file, '.provenance');
  main.className = 'sheet';
  main.replaceChildren(head, ...groups.map(section), ...text(), ...rest(others), legend, ...reasons, provenance);
  find(file, 'title').textContent = title;
  for (const gone of file.querySelectorAll('script, header.site nav, form.search')) gone.remove();
  const policy = find(file, 'meta[http-equiv]');
  policy.setAttribute(
    'content',
    (policy.getAttribute('content') ?? '').replace(/script-src [^;]+/u, "script-src 'none'"),
  );
  keepReasons(main);
  keepOpenCells(provenance, main);
  find(provenance, '[data-fact=included] dd').textContent = [...under, ...countsInWords(briefing)].join('；');
  find(provenance, '[data-fact=unsure] dd').textContent = unsureInWords(
    data.tasks.filter(({ id }) => main.querySelector(`tr[id="t-${id}"]`)),
  );
  find(provenance, 'time').textContent = dayName(built);
  find(provenance, '[data-fact=page] dd').replaceChildren(
    ...(site === undefined
      ? [`网站内地址：${page}（网站域名未设定）`]
      : [make('a', { href: site + page }, site + page)]),
  );
  turnAnchors(file, notice.id, units, site);
}

/** Of the reasons those that a cell leads to; a shared sentence where one of its own is left. */
function keepReasons(main: Element): void {
  const led = new Set([...main.querySelectorAll('td a.mark')].map((mark) => mark.getAttribute('href')));
  // The inner ones first.
  for (const reason of [...main.querySelectorAll('.reasons li')].reverse()) {
    if (!led.has(`#${reason.id}`) && !reason.querySelector('li')) reason.remove();
  }
  for (const list of main.querySelectorAll('.reasons')) if (!list.querySelector('li')) list.remove();
}

/** Of the cells said to be open those whose rows are left. */
function keepOpenCells(provenance: Element, main: Element): void {
  const said = find(provenance, '[data-fact=open] dd');
  for (const link of said.querySelectorAll('a')) {
    if (!main.querySelector(`tr[id="${link.getAttribute('href')?.slice(1)}"]`)) link.remove();
  }
  for (const column of said.querySelectorAll('span')) {
    const left = column.querySelectorAll('a').length;
    if (left === 0) column.remove();
    else find(column, 'b').textContent = String(left);
  }
  const total = said.querySelectorAll('a').length;
  if (total > 0) find(said, 'b').textContent = String(total);
  else said.textContent = main.querySelector('tr[id]') ? '无' : '本文件没有列出任务的各格';
}

/** Links to places that were taken out lead to the site's pages; where its address is not known their words stay. */
function turnAnchors(file: Document, notice: string, units: UnitPlaces, site: string | undefined): void {
  for (const link of [...file.querySelectorAll('a[href^="#"]')]) {
    const anchor = link.getAttribute('href') ?? '';
    if (file.getElementById(anchor.slice(1))) continue;
    const path = pathOf(anchor, notice, units);
    if (site !== undefined && path !== undefined) link.setAttribute('href', site + path);
    else if (link.hasAttribute('class')) {
      const words = file.createElement('span');
      words.className = link.className;
      words.append(...link.childNodes);
      link.replaceWith(words);
    } else link.replaceWith(...link.childNodes);
  }
}
