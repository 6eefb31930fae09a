import type { NoticeHead, Task, Unit } from '../notice/model.ts';
import { toNumeral } from '../notice/numerals.ts';

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

/** Cites what the annex gives a unit by name; nothing that reaches it through a collective is counted. */
export function citeUnit(notice: Cited, { name, leads, supports }: Pick<Unit, 'name' | 'leads' | 'supports'>): string {
  const counts = [leads.length > 0 && `牵头${leads.length}项`, supports.length > 0 && `配合${supports.length}项`];
  const words = counts.filter(Boolean).join('，');
  return `${documentOf(notice)}附件所列${name}的任务${words && `（${words}）`}`;
}
