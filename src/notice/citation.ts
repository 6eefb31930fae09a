import type { Graded } from './grades.ts';
import type { NoticeHead, Task } from './model.ts';
import { toNumeral } from './numerals.ts';
import { counted } from './statuses.ts';

type Cited = Pick<NoticeHead, 'planTitle' | 'number'>;

/** The document as a citation names it: 《…》（渝府办发〔2022〕34号）. */
const documentOf = ({ planTitle, number }: Cited): string => `《${planTitle}》（${number}）`;

/**
 * Cites one sentence of the text.
 *
 * @param clauseId `13-3`: section 13, its third sentence
 */
export function citeClause(notice: Cited, clauseId: string): string {
  const [section, sentence] = clauseId.split('-').map(Number);
  return `${documentOf(notice)}第${toNumeral(section ?? 0)}部分第${sentence}句`;
}

/**
 * Cites one row of the annex, by its place in its section and in the whole table.
 *
 * @param tasks all tasks of the notice, in printed order
 */
export function citeTask(notice: Cited, tasks: readonly Task[], { id, section }: Task): string {
  const row = tasks.findIndex((task) => task.id === id) + 1;
  const place = `附件第${toNumeral(section)}部分第${id.split('-')[1]}行`;
  return `${documentOf(notice)}${place}（任务${id}，附件全表第${row}行）`;
}

/**
 * Cites what the annex gives a unit by name; nothing that reaches it through a collective is counted.
 *
 * @param unit its name, and the cells that name it, by role
 */
export function citeUnit(
  notice: Cited,
  { name, leads, supports }: { name: string; leads: Graded[]; supports: Graded[] },
): string {
  const words = (role: string, cells: Graded[]) => cells.length > 0 && role + counted(cells, '项').replaceAll(' ', '');
  const counts = [words('牵头', leads), words('配合', supports)];
  const parted = counts.filter((count) => count !== false);
  const said = parted.join(parted.some((count) => count.includes('，')) ? '；' : '，');
  return `${documentOf(notice)}附件所列${name}的任务${said && `（${said}）`}`;
}
