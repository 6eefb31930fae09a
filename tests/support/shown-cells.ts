import type { Element, ElementContent, Root } from 'hast';
import { matches, select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { separatorBehind } from '../../src/notice/candidates.ts';
import type { Cell, Task } from '../../src/notice/model.ts';

export type Column = 'lead' | 'support' | 'deadline';

/** A cell of the annex as a reader of some page sees it. */
export interface ShownCell {
  task: string;
  column: Column;
  /** The words of its mark. */
  mark: string;
  /** What it is said to be; nothing for an open cell. */
  value?: string;
  /** What it may be. */
  candidates: string[];
}

/** The words that mark each grade of certainty on the pages. */
export const MARKS = { printed: '原文可定', inferred: '推定', unsure: '推定·可能漏录', open: '原件待查' };

/** The grade that the data give a cell: an inferred one that may be missing is none of the certain ones. */
export const gradeIn = ({ status, mayBeMissing }: Pick<Cell, 'status' | 'mayBeMissing'>): keyof typeof MARKS =>
  status === 'inferred' && mayBeMissing ? 'unsure' : status;

/** What stands for an open cell whose values the extraction dropped. */
const NOTHING_LEFT = '原件此格未能录出';
/** What stands before the values that an open cell may have. */
const BEFORE_CANDIDATES = '可能是';

/** Values that an open cell may have. */
const CANDIDATES = '.maybe > li';
/** What stands behind a cell's value. */
const ENDS = '.maybe, .mark, details, a[href^="#L"]';

/** A cell as the data say that it must be shown. */
export function expectedCell(task: Task, column: Column): ShownCell {
  const { status, text, candidates = [] } = task[column];
  return {
    task: task.id,
    column,
    mark: MARKS[gradeIn(task[column])],
    ...(text === null ? {} : { value: text }),
    candidates: status === 'open' ? [...candidates].sort() : [],
  };
}

/**
 * Reads every cell of the annex that a page shows, whose task is told by the row, list item or page that holds it, or by
 * each of the items that it is said of at once.
 */
export function shownCells(page: Root, address: string): ShownCell[] {
  const rows = selectAll('tr[id^=t-]', page).flatMap((row) =>
    selectAll('td[data-label]', row).flatMap((cell) =>
      readCell(cell, String(row.properties['id']).slice(2), String(cell.properties['dataLabel'])),
    ),
  );
  const holders = selectAll('section, li, .alike', page).filter((holder) => select(':scope > dl.cells', holder));
  const listed = holders.flatMap((holder) => {
    const tasks = matches('.alike', holder) ? tasksLinked(holder) : [taskLinked(holder)];
    return selectAll(':scope > dl.cells > div', holder).flatMap((line) =>
      tasks.flatMap((task) => readCell(line, task, textOf(select('dt', line) ?? line))),
    );
  });
  // By a further notice a unit's page shows the deadline alone, and does not say that it is one.
  const brief = /\/units\/[^/]+\/[^/]+\/$/.test(address)
    ? selectAll('ul.tasks > li', page).flatMap((item) => {
        const deadline = select(':scope > .cell', item);
        return deadline ? readCell(deadline, taskLinked(item), '时限') : [];
      })
    : [];
  const own = /\/task\/([a-z\d-]+)\/$/.exec(address)?.[1];
  const columns = own
    ? selectAll('section:has(> .cell)', page).flatMap((column) =>
        readCell(column, own, textOf(select('h2', column) ?? column)),
      )
    : [];
  return [...rows, ...listed, ...brief, ...columns];
}

/** The three cells of a task as a single file shows them: of a row of the annex, or of an item of a list. */
export function fileCells(place: Element): ShownCell[] {
  const id = String(place.properties['id']).slice(2);
  const cells = place.tagName === 'tr' ? selectAll('td', place).slice(1) : selectAll('dl.cells > div', place);
  const labels = ['牵头单位', '配合单位', '完成时限'];
  return cells.flatMap((cell, index) => readCell(cell, id, labels[index] ?? ''));
}

/** Every place where a page shows a candidate outside a cell marked open; none may. */
export function unmarkedCandidates(page: Root): string[] {
  const marked = new Set(
    selectAll('td, dd, .cell', page)
      .filter((cell) => selectAll('.mark', cell).some((mark) => markName(mark) === MARKS.open))
      .flatMap((cell) => selectAll(CANDIDATES, cell)),
  );
  return selectAll(CANDIDATES, page)
    .filter((candidate) => !marked.has(candidate))
    .map((candidate) => textOf(candidate));
}

/** The ids of the tasks listed in a part of a page, in order. */
export const listedTasks = (part: Element | undefined): string[] =>
  part ? selectAll('ul.tasks > li', part).map(taskLinked) : [];

/** The ids of the tasks whose pages a part of a page links to. */
export const tasksLinked = (holder: Element): string[] =>
  selectAll('a[href*="/task/"]', holder).map(
    ({ properties: { href } }) => /\/task\/([a-z\d-]+)\//.exec(String(href))?.[1] ?? '',
  );

/** The id of the task whose page a part of a page links to first. */
export const taskLinked = (holder: Element): string => tasksLinked(holder)[0] ?? 'no link to a task';

/** The name on a mark, without the number of the cell's reason. */
const markName = (mark: Element): string => textOf(mark).replace(/\[[\d.]+\]$/u, '');

function readCell(cell: Element, task: string, label: string): ShownCell[] {
  const column = columnOf(label);
  if (!column) return [];
  // A value that was reasoned stands in an element of its own.
  const { children } = select('u', cell) ?? select('dd, .cell > div, .fold-away > div', cell) ?? cell;
  const end = children.findIndex((child) => child.type === 'element' && matches(ENDS, child));
  const lists = select('.maybe.lists', cell) !== undefined;
  // In a file without the source its lines are no links.
  const text = spoken(children.slice(0, end === -1 ? undefined : end)).replace(/ (?:\d+(?:-\d+)?行、?)+$/u, '');
  return [
    {
      task,
      column,
      // Silence is certainty: what bears no mark is said to be printed.
      mark: selectAll('.mark', cell).map(markName).join(' ') || MARKS.printed,
      ...(text === NOTHING_LEFT || text === BEFORE_CANDIDATES ? {} : { value: text }),
      candidates: selectAll(CANDIDATES, cell)
        .map(({ children }, at, all) => withoutEnd(spoken(children), separatorBehind(at, all.length, lists)))
        .sort(),
    },
  ];
}

/** A text without what must be its end. */
const withoutEnd = (text: string, end: string): string =>
  text.endsWith(end) ? text.slice(0, text.length - end.length) : `${text}, not followed by ${end}`;

function columnOf(label: string): Column | undefined {
  if (label.includes('牵头')) return 'lead';
  if (label.includes('配合')) return 'support';
  return label.includes('时限') ? 'deadline' : undefined;
}

/** The printed text of a value, without what is added for screen readers (`——` is read out as 无). */
function spoken(nodes: readonly ElementContent[]): string {
  const printed = nodes.filter((node) => node.type !== 'element' || !matches('.unseen', node));
  return printed
    .map((node) => textOf(node))
    .join('')
    .trim();
}
