import { cellOf, columnsIn } from './absent.ts';
import { brief } from './cut.ts';
import { cellsNaming, type OwnDuties, ROLE_NAMES, ROLES } from './duties.ts';
import { gradeOf } from './grades.ts';
import type { Cell, NoticeHead, Task } from './model.ts';
import { citedAs, placeOfClause, placeOfTask } from './names.ts';
import { counted, inBrackets } from './statuses.ts';

type Cited = Pick<NoticeHead, 'title' | 'planTitle' | 'number'>;

/**
 * Cites one sentence of the text.
 *
 * @param clauseId `13-3`: section 13, its third sentence
 */
export function citeClause(notice: Cited, clauseId: string): string {
  return citedAs(notice) + placeOfClause(clauseId);
}

/**
 * Cites one row of the annex, by its place in its section and in the whole table.
 *
 * @param tasks all tasks of the notice, in printed order
 */
export function citeTask(notice: Cited, tasks: readonly Task[], { id, origin }: Task): string {
  if (origin === 'text') return `${citedAs(notice)}${placeOfTask(id)}（任务${id}）`;
  const row = tasks.filter((task) => task.origin !== 'text').findIndex((task) => task.id === id) + 1;
  return `${citedAs(notice)}${placeOfTask(id)}（任务${id}，附件全表第${row}行）`;
}

/**
 * Cites what the notice gives a unit by name, in its annex where all of it stands there, how many cells of each role are
 * inferred; nothing that reaches it through a collective is counted.
 */
export function citeUnit(notice: Cited, name: string, own: OwnDuties): string {
  const counts = ROLES.map((role) => ({ role, cells: cellsNaming(own, role) }))
    .filter(({ cells }) => cells.length > 0)
    .map(({ role, cells }) => {
      const inferred = cells.filter((cell) => gradeOf(cell) === 'inferred').length;
      const [sure = '', ...unsure] = counted(cells, '项').replaceAll(' ', '').split('，');
      const marked = inferred > 0 ? `${sure}（${inferred}项${inBrackets('inferred')}）` : sure;
      return [ROLE_NAMES[role] + marked, ...unsure].join('，');
    });
  const said = counts.join(counts.some((count) => count.includes('，')) ? '；' : '，');
  const inAnnex = [own.leads, own.supports, own.answersFor].flat().every(({ origin }) => origin !== 'text');
  return `${citedAs(notice)}${inAnnex ? '附件' : ''}所列${name}的任务${said && `（${said}）`}`;
}

/**
 * What a cell says, with its mark where it is not printed; an open one with all that it may be.
 *
 * @param most how many characters there is room for, before the mark
 */
export function citeCell(cell: Cell, most = Number.POSITIVE_INFINITY): string {
  const { text, candidates = [] } = cell;
  const says = text ?? (candidates.length > 0 ? `可能是${candidates.join('；或')}` : '未能录出');
  return brief(says, most) + (cell.status === 'printed' ? '' : inBrackets(gradeOf(cell)));
}

/** What the cells of a task say, each that is not printed with its mark; an open one with all that it may be. */
export const citeCells = (task: Task): string =>
  columnsIn([task])
    .map(({ column, name }) => `${name}：${citeCell(cellOf(task, column))}`)
    .join('；');

/**
 * A notice on the web as a list of references names it, after GB/T 7714; its address follows. The day on
 * which it was looked up is filled in when somebody copies it.
 */
export function citeReference({
  title,
  number,
  issuer,
  published,
  dated,
}: Pick<NoticeHead, 'title' | 'number' | 'issuer' | 'published' | 'dated'>): string {
  const day = published ?? dated;
  return `${issuer.replaceAll(' ', '，')}. ${title}${number === null ? '' : `：${number}`}[EB/OL]. ${day === null ? '' : `(${day})`}[引用日期].`;
}
