import { GRADES, type Grade, gradeOf } from '../notice/grades.ts';
import type { Cell } from '../notice/model.ts';
import { cellPieces } from '../views/cell-pieces.ts';
import { type Reasons, reasonAnchor, reasonOf } from '../views/reasons.ts';
import { STATUS_MEANINGS, STATUS_NAMES } from '../views/statuses.ts';
import { type Html, html } from './html.ts';
import { type Links, link } from './links.ts';

/** What the cells of a file have in common. */
export interface CellContext {
  links: Links;
  reasons: Reasons;
}

/** The name of a grade, in the look it has everywhere. */
export const mark = (status: Grade): Html => html`<i class="${status}">${STATUS_NAMES[status]}</i>`;

/** The marks and what each means. */
export const legend: Html = html`<dl class="meanings">${GRADES.map(
  (status) => html`<div><dt>${mark(status)}</dt><dd>${STATUS_MEANINGS[status]}</dd></div>`,
)}<div><dt>——</dt><dd>原文所印，表示没有。</dd></div><div><dt>对照正文</dt><dd><del>删除线</del>为仅正文有的字，<ins>波浪线</ins>为仅附件有的字。</dd></div></dl>`;

/** `[62, 63, 70]` as `62-63行、70行`, each run a link to its first line where there is one to lead to. */
export function lineRuns(lines: readonly number[], links: Links): Html {
  const runs: [first: number, last: number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  const named = runs.map(([first, last]) => ({ first, name: first === last ? `${first}行` : `${first}-${last}行` }));
  if (named[0] && links.line(named[0].first) === undefined) {
    return html`<span class="lines">${named.map(({ name }) => name).join('、')}</span>`;
  }
  return html`${named.map(({ first, name }, index) => [index > 0 && '、', link(links.line(first), name)])}`;
}

/** Printed words with the units in them linked. */
function words(text: string, units: readonly string[], links: Links): Html {
  return html`${cellPieces(text, units).map((piece) => (piece.unit ? link(links.unit(piece.unit), piece.text) : piece.text))}`;
}

function said({ text, units = [], candidates = [], candidateUnits = [] }: Cell, links: Links): Html {
  if (text !== null) return words(text, units, links);
  if (candidates.length === 0) return html`原件此格未能录出`;
  return html`可能是<ul>${candidates.map((candidate, index) => html`<li>${words(candidate, candidateUnits[index] ?? [], links)}</li>`)}</ul>`;
}

/** A cell's grade: a printed one leads to its line, another to its reason, with its lines beside it. */
function graded(cell: Cell, reason: string | undefined, links: Links): Html {
  const { lines } = cell;
  const [line] = lines;
  const grade = gradeOf(cell);
  const name = STATUS_NAMES[grade];
  if (reason !== undefined) {
    const where = lines.length > 0 && html` ${lineRuns(lines, links)}`;
    return html`<a class="${grade}" href="#${reasonAnchor(reason)}">${name}${reason}</a>${where}`;
  }
  const address = line === undefined ? undefined : links.line(line);
  return address === undefined ? mark(grade) : html`<a href="${address}">${name}</a>`;
}

/** A cell: its words or, while it is open, every value it may have; its grade, the number of its reason, its lines. */
export const cellHtml = (cell: Cell, { links, reasons }: CellContext): Html =>
  html`${said(cell, links)} ${graded(cell, reasons.get(reasonOf(cell) ?? ''), links)}`;
