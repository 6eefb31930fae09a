import { gradeOf, isUnsure } from '../notice/grades.ts';
import type { Clause, NoticeData, Section, Task } from '../notice/model.ts';
import { firstWords } from '../views/first-words.ts';
import { dayName } from '../views/months.ts';
import { numberReasons } from '../views/reasons.ts';
import { counted, STATUS_NAMES } from '../views/statuses.ts';
import { type CellContext, legend, mark } from './cells.ts';
import { singleFile } from './document.ts';
import type { Edition } from './edition.ts';
import type { Group } from './groups.ts';
import { type Html, html } from './html.ts';
import { link, toSite } from './links.ts';
import { provenance } from './provenance.ts';
import { reasonList } from './reasons.ts';
import { sectionName, taskTable } from './table.ts';

/** What a briefing holds. */
export interface Briefing {
  title: string;
  /** Lines under the title: other names of a unit, the filters in words. */
  under: string[];
  groups: readonly Group[];
  /** Ids of sentences of the text. */
  clauses?: readonly string[];
  /** Titles of what else was found: units, sections, pages. */
  others?: readonly string[];
  /** Path of the page on the published site that shows the same or more, without a leading slash. */
  page: string;
}

/** Tasks by number and first words, without their cells; how sure the role is that they are here by, unless printed. */
function briefly({ tasks, role }: Group, { links }: CellContext): Html {
  const graded = (task: Task) => {
    const status = role && gradeOf(task[role]);
    return status && status !== 'printed' && html` ${mark(status)}`;
  };
  return html`<ul class="brief">${tasks.map(
    (task) => html`<li>${link(links.task(task.id), task.id)} ${firstWords(task.text)}${graded(task)}</li>`,
  )}</ul>`;
}

function groupHtml(group: Group, sections: readonly Section[], context: CellContext, id: string): Html {
  const { heading, note, tasks, elsewhere, brief, role } = group;
  const table = () => taskTable(tasks, sections, { heading: id }, context);
  return html`<section class="${!brief && tasks.length > 0 ? 'tasks' : ''}"><h2 id="${id}">${heading}<span class="count">${
    role
      ? counted(
          [...tasks, ...elsewhere].map((task) => task[role]),
          '项',
        )
      : `${tasks.length + elsewhere.length} 项`
  }</span></h2>${note && html`<p class="note">${note}</p>`}${
    elsewhere.length > 0 &&
    html`<p class="note">已列于上文：${elsewhere.map(({ id }) => html`${link(context.links.task(id), id)} `)}</p>`
  }${tasks.length > 0 && (brief ? briefly(group, context) : table())}</section>`;
}

function clausesHtml(ids: readonly string[], sections: readonly Section[], { links }: CellContext): Html | false {
  const wanted = new Set(ids);
  const chosen = sections
    .map((section) => ({ section, clauses: section.clauses.filter(({ id }) => wanted.has(id)) }))
    .filter(({ clauses }) => clauses.length > 0);
  const sentence = ({ id, text }: Clause) => html`<p class="clause">${link(links.clause(id), id)} ${text}</p>`;
  return (
    chosen.length > 0 &&
    html`<section><h2>条文<span class="count">${wanted.size} 句</span></h2>${chosen.map(
      ({ section, clauses }) => html`<h3>${sectionName(section)}</h3>${clauses.map(sentence)}`,
    )}</section>`
  );
}

/** The tasks that have a row in the file, in printed order. */
function rowsOf(groups: readonly Group[], { tasks }: NoticeData): Task[] {
  const rows = new Set(groups.filter(({ brief }) => !brief).flatMap((group) => group.tasks));
  return tasks.filter((task) => rows.has(task));
}

/** How much a file holds; what an open cell may bring into it, or one that may be missing, is counted apart. */
function contents(groups: readonly Group[], clauses: readonly string[], others: readonly string[]): string[] {
  const unsureIn = ({ role, tasks }: Group) => (role ? tasks.filter((task) => isUnsure(task[role])).length : 0);
  const count = (wanted: (group: Group) => boolean) =>
    groups.filter(wanted).reduce((sum, group) => sum + group.tasks.length - unsureIn(group), 0);
  const counts: [number, string][] = [
    [count(({ brief, maybe, through }) => !brief && !maybe && !through), '附件任务 # 项'],
    [count(({ brief, maybe, through }) => !brief && !maybe && through === true), '经集合称谓的任务 # 项'],
    [groups.reduce((sum, group) => sum + unsureIn(group), 0), `${STATUS_NAMES.unsure}的任务 # 项`],
    [count(({ brief, maybe }) => !brief && maybe === true), '可能涉及的任务 # 项'],
    [count(({ brief, maybe }) => brief === true && !maybe), '只列编号和开头的任务 # 项'],
    [count(({ brief, maybe }) => brief === true && maybe === true), '只列编号和开头的可能任务 # 项'],
    [clauses.length, '条文 # 句'],
    [others.length, '其他结果 # 条'],
  ];
  return counts.filter(([number]) => number > 0).map(([number, words]) => words.replace('#', String(number)));
}

/**
 * A single file with a part of a notice: rows of the annex with their grades, reasons and sources, sentences of the
 * text, and where it all comes from. It needs no script and asks for nothing.
 */
export function briefingFile(data: NoticeData, briefing: Briefing, edition: Edition): string {
  const { notice, sections } = data;
  const { title, under, groups, clauses = [], others = [], page } = briefing;
  const tasks = rowsOf(groups, data);
  const links = toSite(edition.site, notice.id, new Set(tasks.map(({ id }) => id)));
  const context = { links, reasons: numberReasons(tasks) };
  const included = [...under, ...contents(groups, clauses, others)].join('；');
  return singleFile({
    title,
    style: edition.style,
    layout: 'sheet',
    bar: html`<b>${notice.number}</b>`,
    main: html`<header class="title"><h1>${title}</h1><p>《${notice.planTitle}》（${notice.number}），${dayName(notice.dated)}成文</p>${under.map(
      (line) => html`<p class="note">${line}</p>`,
    )}</header>${groups.map((group, index) => groupHtml(group, sections, context, `g${index + 1}`))}${clausesHtml(clauses, sections, context)}${others.length > 0 && html`<section><h2>其他结果</h2><ul>${others.map((title) => html`<li>${title}</li>`)}</ul></section>`}<section><h2>标记</h2>${legend}</section>${reasonList(context.reasons)}${provenance({ notice, edition, included, tasks, links, page })}`,
  });
}
