import type { Clause, NoticeData, Section, Task } from '../notice/model.ts';
import { firstWords } from '../views/first-words.ts';
import { dayName } from '../views/months.ts';
import { numberReasons } from '../views/reasons.ts';
import { type CellContext, legend } from './cells.ts';
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
  /** Path of the page on the published site that shows the same, without a leading slash. */
  page: string;
}

/** Tasks by number and first words, without their cells. */
const briefly = (tasks: readonly Task[], { links }: CellContext): Html =>
  html`<ul class="brief">${tasks.map(({ id, text }) => html`<li>${link(links.task(id), id)} ${firstWords(text)}</li>`)}</ul>`;

function groupHtml(
  { heading, note, tasks, elsewhere, brief }: Group,
  sections: readonly Section[],
  context: CellContext,
  id: string,
): Html {
  const table = () => taskTable(tasks, sections, { heading: id }, context);
  return html`<section class="${!brief && tasks.length > 0 ? 'tasks' : ''}"><h2 id="${id}">${heading}<span class="count">${tasks.length + elsewhere.length} 项</span></h2>${note && html`<p class="note">${note}</p>`}${
    elsewhere.length > 0 &&
    html`<p class="note">已列于上文：${elsewhere.map(({ id }) => html`${link(context.links.task(id), id)} `)}</p>`
  }${tasks.length > 0 && (brief ? briefly(tasks, context) : table())}</section>`;
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

/** The tasks that have a row in the file. */
const rowsOf = (groups: readonly Group[]): Task[] => groups.filter(({ brief }) => !brief).flatMap(({ tasks }) => tasks);

/**
 * A single file with a part of a notice: rows of the annex with their grades, reasons and sources, sentences of the
 * text, and where it all comes from. It needs no script and asks for nothing.
 */
export function briefingFile(data: NoticeData, briefing: Briefing, edition: Edition): string {
  const { notice, sections } = data;
  const { title, under, groups, clauses = [], others = [], page } = briefing;
  const tasks = rowsOf(groups);
  const links = toSite(edition.site, notice.id, new Set(tasks.map(({ id }) => id)));
  const context = { links, reasons: numberReasons(tasks) };
  const counted = [
    tasks.length > 0 && `附件任务 ${tasks.length} 项`,
    clauses.length > 0 && `条文 ${clauses.length} 句`,
  ];
  const included = [...under, ...counted.filter((words) => words !== false)].join('；');
  return singleFile({
    title,
    description: `${notice.number}：${included}`,
    style: edition.style,
    layout: 'sheet',
    bar: html`<b>${notice.number}</b>`,
    main: html`<header class="title"><h1>${title}</h1><p>《${notice.planTitle}》（${notice.number}），${dayName(notice.dated)}成文</p>${under.map(
      (line) => html`<p class="note">${line}</p>`,
    )}</header>${groups.map((group, index) => groupHtml(group, sections, context, `g${index + 1}`))}${clausesHtml(clauses, sections, context)}${others.length > 0 && html`<section><h2>其他结果</h2><ul>${others.map((title) => html`<li>${title}</li>`)}</ul></section>`}<section><h2>标记</h2>${legend}</section>${reasonList(context.reasons)}${provenance({ notice, edition, included, tasks, links, page })}`,
  });
}
