import { gradeOf } from '../../notice/grades.ts';
import type { Task } from '../../notice/model.ts';
import { maybeDue } from '../../views/maybe-due.ts';
import { calendarOf, type Due, monthName } from '../../views/months.ts';
import { counted } from '../../views/statuses.ts';
import { type Html, html } from '../html.ts';
import { gradedIds } from './task-ids.ts';

const graded = (tasks: readonly Task[]): Html =>
  gradedIds(tasks.map((task) => ({ task, status: gradeOf(task.deadline) })));

/** Those due at one level of government apart from those due as a whole. */
function levels(due: readonly Due[]): Html {
  const names = [...new Set(due.map(({ who }) => who))];
  return html`${names.map((name) => html`<p>${name && `${name}：`}${graded(due.filter(({ who }) => who === name).map(({ task }) => task))}</p>`)}`;
}

/** Tasks due, and apart from them the open ones that only may be due then. */
const group = (id: string, name: string, due: readonly Due[], maybe: readonly Task[] = []): Html | false =>
  due.length + maybe.length > 0 &&
  html`<h3 id="${id}">${name}<span class="count">${counted(
    due.map(({ task }) => task.deadline),
    '项',
  )}${maybe.length > 0 && `，另有 ${maybe.length} 项可能`}</span></h3>${levels(due)}${
    maybe.length > 0 && html`<p>可能：${graded(maybe)}</p>`
  }`;

/** The calendar strip, then the numbers of the tasks by month, then those that go on, and those without a date. */
export function deadlinesOf(tasks: readonly Task[], strip: Html): Html {
  const { months, ongoing, open, undated } = calendarOf(tasks);
  const maybe = maybeDue(tasks);
  const due = new Map(months.map((entry) => [entry.month, entry.due]));
  const named = [...new Set([...due.keys(), ...maybe.months.keys()])].sort();
  const plain = (list: readonly Task[]) => list.map((task) => ({ task }));
  return html`<section class="deadlines"><h2 id="deadlines">时限</h2><p class="note">日期照原文。<span id="open">时限待核的 ${open.length} 项</span>列在各自可能的每个月份下，不与确定的合计。</p><figure>${strip}<figcaption>各月的项数：实心为原文可定，斜纹为推定，细点为推定·可能漏录，空心为待核、可能在此。</figcaption></figure>${named.map(
    (month) => group(`m-${month}`, monthName(month), due.get(month) ?? [], maybe.months.get(month)),
  )}${group('ongoing', '持续推进', plain(ongoing), maybe.ongoing)}${group('unknown', '时限待核，没有可列的值', plain(maybe.unknown))}${group('undated', '未载明时限', plain(undated))}</section>`;
}
