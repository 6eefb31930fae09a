import type { Section, Task } from '../notice/model.ts';
import { toNumeral } from '../notice/numerals.ts';
import { bySection } from '../views/by-section.ts';
import { COLUMN_NAMES, COLUMNS } from '../views/columns.ts';
import { readDifference } from '../views/difference.ts';
import { type CellContext, cellHtml, lineRuns } from './cells.ts';
import { type Html, html } from './html.ts';
import { link } from './links.ts';

export const sectionName = ({ number, title }: Pick<Section, 'number' | 'title'>): string =>
  `${toNumeral(number)}、${title}`;

/** Where the body's words differ from the annex's: what only the one has, what only the other. */
function difference({ differsFromClause }: Task): Html | false {
  if (!differsFromClause) return false;
  const runs = readDifference(differsFromClause).map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'body' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
  });
  return html`<p class="note">对照正文：${runs}</p>`;
}

function place({ clauseIds, lines }: Task, { links }: CellContext): Html {
  const clauses = clauseIds.map((id) => html`${link(links.clause(id), `条文${id}`)} `);
  const all = lines.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  return html`<small>${clauseIds.length > 0 ? clauses : '仅见于附件 '}${lineRuns(all, links)}</small>`;
}

const row = (task: Task, context: CellContext): Html =>
  html`<tr id="t-${task.id}"><th scope="row">${task.id}</th><td>${task.text}${difference(task)}${place(task, context)}</td>${COLUMNS.map(
    (column) => html`<td>${cellHtml(task[column], context)}</td>`,
  )}</tr>`;

/** What a table is called: by a caption of its own, or by the heading over it; the one with a caption is the annex. */
export type TableName = { caption: string } | { heading: string };

/**
 * Tasks as the annex has them: a row a task, grouped by section. The sections of the annex itself carry ids, which a
 * page may hold only once.
 */
export function taskTable(
  tasks: readonly Task[],
  sections: readonly Section[],
  name: TableName,
  context: CellContext,
): Html {
  const isAnnex = 'caption' in name;
  const head = ['任务', '具体工作', ...COLUMNS.map((column) => COLUMN_NAMES[column])];
  const labelled = !isAnnex && html` aria-labelledby="${name.heading}"`;
  const caption = isAnnex && html`<caption>${name.caption}</caption>`;
  return html`<table class="annex"${labelled}>${caption}<thead><tr>${head.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead>${bySection(tasks, sections, (task) => task).map(
    ({ section, items }) =>
      html`<tbody><tr class="group"><th colspan="5" scope="rowgroup"${isAnnex && html` id="s-${section.number}"`}>${sectionName(section)}</th></tr>${items.map(
        (task) => row(task, context),
      )}</tbody>`,
  )}</table>`;
}
