import { type Section, type Task, UNIT_KINDS, type UnitEntry } from '../../notice/model.ts';
import { toNumeral } from '../../notice/numerals.ts';
import { type MatrixCell, matrixOf } from '../../views/matrix.ts';
import { type Html, html } from '../html.ts';

/** The darkest of the shades that the style sheet has. */
const DARKEST = 4;

/** `3/2` is three tasks led and two supported; the shade follows the larger figure. */
function cellHtml({ lead, support }: MatrixCell): Html {
  const level = Math.min(DARKEST, Math.ceil(Math.max(lead, support) / 3));
  return level === 0 ? html`<td></td>` : html`<td class="m${level}">${lead}/${support}</td>`;
}

/** Sections against kinds of unit, shaded by how many tasks each kind leads and supports. */
export function matrixPicture(
  sections: readonly Section[],
  tasks: readonly Task[],
  authority: readonly UnitEntry[],
): Html {
  const rows = matrixOf(sections, tasks, new Map(authority.map((unit) => [unit.slug, unit])));
  return html`<table class="matrix"><caption>各部分由哪类单位牵头/配合的任务数（推定·可能漏录和待核的不计）</caption><thead><tr><th scope="col">部分</th>${UNIT_KINDS.map(
    (kind) => html`<th scope="col">${kind}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ section, cells }) =>
      html`<tr><th scope="row"><a href="#s-${section}">${toNumeral(section)}</a></th>${cells.map(cellHtml)}</tr>`,
  )}</tbody></table>`;
}
