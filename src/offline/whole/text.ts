import type { Clause, NoticeData, NoticeHead, Section } from '../../notice/model.ts';
import { dayName } from '../../views/months.ts';
import { titleParts } from '../../views/official-title.ts';
import { type Html, html } from '../html.ts';
import { sectionName } from '../table.ts';

/** The head of the document: title, number, what is known of its issue. */
export const cover = ({ title, issuer, number, dated, published, disclosure }: NoticeHead): Html =>
  html`<header class="title official"><h1>${titleParts({ title, issuer }).map((part) => html`<span class="phrase">${part}</span>`)}</h1><p>${number}</p><p class="note">${issuer}　成文 ${dayName(dated)}　发布 ${dayName(published)}${disclosure && `　${disclosure}`}</p></header>`;

/** The list of sections, each a link to its place in the text and to its rows. */
export const contents = ({ notice, sections, tasks }: NoticeData): Html =>
  html`<nav aria-labelledby="contents"><h2 id="contents">目录</h2><ol class="contents">${sections.map((section) => {
    const rows = tasks.filter((task) => task.section === section.number).length;
    return html`<li><a href="#section-${section.number}">${sectionName(section)}</a>${rows > 0 && html` <a href="#s-${section.number}">任务 ${rows} 项</a>`}</li>`;
  })}${notice.annexTitle && html`<li><a href="#annex">附件：${notice.annexTitle}</a></li>`}</ol></nav>`;

const lineLink = (line: number): Html => html` <a href="#L${line}">${line}行</a>`;

/** A section with its sentences, and the line of the source where each begins, once where they share it. */
function sectionHtml({ clauses, ...section }: Section): Html {
  const [line, ...more] = new Set(clauses.map(({ lines: [from] }) => from));
  const shared = more.length === 0 && line !== undefined && lineLink(line);
  const sentence = ({ id, text, taskIds, lines: [from] }: Clause) =>
    html`<p id="c-${id}">${text}</p><small>${id}${taskIds.length > 0 ? taskIds.map((task) => html` <a href="#t-${task}">任务${task}</a>`) : ' 附件中没有对应的任务'}${!shared && lineLink(from)}</small>`;
  return html`<section><h3 id="section-${section.number}">${sectionName(section)}${shared}</h3>${clauses.map(sentence)}</section>`;
}

/** The notice and its work plan, a paragraph a sentence, each with links to its rows. */
export const textOf = ({ notice, sections }: NoticeData): Html =>
  html`<section class="text"><h2 id="text">印发通知</h2><p>${notice.addressees.text}：</p><p class="indent">${notice.opening.text}</p><p class="signed">${notice.issuer}<br>${dayName(notice.dated)}</p>${notice.disclosure && html`<p>（${notice.disclosure}）</p>`}<h2>${notice.planTitle}</h2><p class="indent">${notice.preamble.text}</p>${sections.map(sectionHtml)}${notice.annexLine && html`<p>${notice.annexLine.text}</p>`}</section>`;
