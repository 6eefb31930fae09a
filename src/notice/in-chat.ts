import { cellOf, columnsIn } from './absent.ts';
import { citeCell, citeUnit } from './citation.ts';
import { brief } from './cut.ts';
import type { OwnDuties } from './duties.ts';
import { firstWords } from './first-words.ts';
import { yearOf } from './following-years.ts';
import type { NoticeHead, Section, Task } from './model.ts';
import { nameOfNotice } from './names.ts';

type Named = Pick<NoticeHead, 'title' | 'planTitle' | 'number' | 'dated' | 'place'>;

/** A longer name says no more in a title than the number behind it. */
const LONGEST_PLACE = 10;

/** A province's or a city's name as people say it: 重庆市 is 重庆. */
const spoken = (place: string): string => place.replace(/(?<=..)[省市]$/u, '');

/**
 * What tells in a chat, a tab or a list of hits which notice a page is of: 重庆2022 渝府办发〔2022〕34号; of a notice
 * without a number, which has its place and year in its name, the name.
 *
 * @param sitePlace the place of a notice that names none
 */
export function tagOf(notice: Named, sitePlace: string): string {
  if (notice.number === null) return brief(nameOfNotice(notice), 30);
  const place = spoken(notice.place ?? sitePlace);
  const planned = `${place.length > LONGEST_PLACE ? '' : place}${yearOf(notice) ?? ''}`;
  return [planned, brief(notice.number, 20)].filter(Boolean).join(' ');
}

/** What a task is called where only one line of it is seen: its words, and its number. */
export const taskInChat = ({ id, text }: Pick<Task, 'id' | 'text'>): string =>
  `${firstWords(text, 24).replace(/。$/u, '')}（任务${id}）`;

/** Who leads a task and by when, each cell that is not printed with its mark; its words first where `taskInChat` cuts them. */
export function quoteTask(task: Task): string {
  const cells = columnsIn([task])
    .filter(({ column }) => column !== 'support')
    .map(({ column, name }) => `${name}：${citeCell(cellOf(task, column), 30)}`);
  const isCut = !taskInChat(task).startsWith(task.text.replace(/。$/u, ''));
  return (isCut ? `“${brief(task.text, 60)}”` : '') + cells.join('；');
}

/** The beginning of a section, as printed. */
export const quoteSection = ({ clauses }: Pick<Section, 'clauses'>): string =>
  brief(clauses.map(({ text }) => text).join(''), 80);

/** What a notice gives a unit by name, and the first of it in its words. */
export function quoteUnit(notice: Named, name: string, own: OwnDuties): string {
  const [first] = [...own.leads, ...own.answersFor, ...own.supports];
  return citeUnit(notice, name, own) + (first ? `：“${brief(first.text, 40)}”` : '');
}
