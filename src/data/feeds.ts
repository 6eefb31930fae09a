import { x } from 'xastscript';
import { cellOf } from '../notice/absent.ts';
import { COLUMN_NAMES } from '../notice/columns.ts';
import { covers, dutiesOf, ROLE_LISTS, ROLE_NAMES, ROLES } from '../notice/duties.ts';
import { isCertain, isUnsure } from '../notice/grades.ts';
import type { Change, Task, UnitEntry } from '../notice/model.ts';
import { citedAs, markOf } from '../notice/names.ts';
import { STATUS_NAMES } from '../notice/statuses.ts';
import { href, noticePath, taskPath, unitPath } from '../paths.ts';
import { SITE } from '../site.ts';
import type { Changing } from './calendar.ts';
import type { Address } from './file-address.ts';
import { taskName } from './table-columns.ts';
import { xmlOf } from './xml.ts';

/** An entry of a feed; what it tells stands in it whole. */
interface Entry {
  id: string;
  title: string;
  /** ISO date. */
  on: string;
  path: string;
  /** Paragraphs. */
  says: string[];
}

const ALSO: Record<string, string> = { ...COLUMN_NAMES, text: '具体工作', row: '任务', ruling: '裁定' };
const nameOf = (column: string) => ALSO[column] ?? column;

/** What changed, in words; `task` is absent where its row is gone. */
function changeEntry(data: Changing, change: Change, index: number): Entry {
  const { id } = data.notice;
  const { row, column, ruling, on, was, is, reason } = change;
  const task = data.tasks.find((each) => each.id === row);
  const what =
    column === 'ruling'
      ? `${nameOf(ruling ?? '')}的裁定`
      : `${nameOf(column)}${was === undefined ? '新录入' : is === undefined ? '不再列出' : '有变化'}`;
  return {
    id: `tag:policy-reader,${on}:${id}/${row}/${column}/${index + 1}`,
    title: `${markOf(data.notice)} ${taskName(row)}：${what}`,
    on,
    path: task ? taskPath(id, row) : noticePath(id),
    says: [
      ...(was === undefined ? [] : [`原为：${was}`]),
      ...(is === undefined ? [] : [`现为：${is}`]),
      ...(reason ? [`理由：${reason}`] : []),
      ...(task && column !== 'text' && column !== 'row' ? [`具体工作：${task.text}`] : []),
    ],
  };
}

/** So many entries a feed holds, the newest: who follows it asks often, and it must not grow with the years. */
const MOST = 100;

function feedOf(
  naming: { id: string; title: string; path: string; feed: string },
  entries: Entry[],
  addressOf: Address,
) {
  const { id, title, path, feed: own } = naming;
  const newest = entries.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, MOST);
  const stamp = (on: string) => `${on}T00:00:00Z`;
  const paragraphs = (says: string[]) =>
    says.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('');
  const tree = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
    x('id', id),
    x('title', title),
    x('updated', stamp(newest[0]?.on ?? '1970-01-01')),
    x('author', [x('name', SITE.name)]),
    x('link', { rel: 'self', href: addressOf(own) }),
    x('link', { rel: 'alternate', href: addressOf(path) }),
    ...newest.map((entry) =>
      x('entry', [
        x('id', entry.id),
        x('title', entry.title),
        x('updated', stamp(entry.on)),
        x('link', { rel: 'alternate', href: addressOf(entry.path) }),
        x('content', { type: 'html' }, paragraphs(entry.says)),
      ]),
    ),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(tree)}\n`;
}

/** The day that a notice came out, as far as it is known. */
const dayOf = ({ notice }: Changing) => notice.published ?? notice.dated ?? '1970-01-01';

const listed = (tasks: readonly Task[]) => tasks.map(({ id, text }) => `${taskName(id)} ${text}`);

/** The notices, and what was changed or ruled in them since, as an Atom feed (RFC 4287). */
export function siteFeed(name: string, notices: readonly Changing[], addressOf: Address): string {
  const entries = notices.flatMap((data) => {
    const { id, title, number, issuer } = data.notice;
    const published = dayOf(data);
    return [
      {
        id: `tag:policy-reader,${published}:${id}`,
        title: number === null ? title : `${title}（${number}）`,
        on: published,
        path: noticePath(id),
        says: [`${issuer}印发，${data.sections.length}部分，${data.tasks.length}项任务。`],
      },
      ...(data.changes ?? []).map((change, index) => changeEntry(data, change, index)),
    ];
  });
  return feedOf(
    { id: 'tag:policy-reader,2022:feed', title: name, path: href('/'), feed: href('/feed.xml') },
    entries,
    addressOf,
  );
}

/**
 * What one unit has to do, and what was changed since in the rows that name it, may name it, or name a collective that
 * covers it, as an Atom feed.
 */
export function unitFeed(unit: UnitEntry, notices: readonly Changing[], addressOf: Address): string {
  const entries = notices.flatMap((data) => {
    const { id } = data.notice;
    const published = dayOf(data);
    const duties = dutiesOf(unit, data.tasks, data.units);
    const named = ROLES.map((role) => ({ role, tasks: duties[ROLE_LISTS[role]] }));
    const lists = [
      ...named.map(({ role, tasks }) => ({
        name: ROLE_NAMES[role],
        tasks: tasks.filter((task) => isCertain(cellOf(task, role))),
      })),
      {
        name: STATUS_NAMES.unsure,
        tasks: named.flatMap(({ role, tasks }) => tasks.filter((task) => isUnsure(cellOf(task, role)))),
      },
    ];
    const own = new Set([unit.slug, ...data.units.filter((entry) => covers(entry, unit)).map(({ slug }) => slug)]);
    const changes = (data.changes ?? []).map((change, index) => ({ change, index }));
    return [
      {
        id: `tag:policy-reader,${published}:${id}/${unit.slug}`,
        title: `${citedAs(data.notice)}中${unit.name}的任务`,
        on: published,
        path: unitPath(unit.slug),
        says: [
          ...lists.flatMap(({ name, tasks }) => (tasks.length > 0 ? `${name}：${listed(tasks).join('；')}` : [])),
          ...(named.every(({ tasks }) => tasks.length === 0) ? ['没有点名的任务；经统称分到或可能涉及的见网页。'] : []),
        ],
      },
      ...changes
        .filter(({ change }) => change.units.some((slug) => own.has(slug)))
        .map(({ change, index }) => changeEntry(data, change, index)),
    ];
  });
  const path = unitPath(unit.slug);
  const naming = {
    id: `tag:policy-reader,2022:${unit.slug}`,
    title: `${unit.name}的任务`,
    path,
    feed: `${path}feed.xml`,
  };
  return feedOf(naming, entries, addressOf);
}
