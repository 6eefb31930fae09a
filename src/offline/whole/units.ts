import { gradeOf } from '../../notice/grades.ts';
import type { Task, UnitEntry, UnitKind } from '../../notice/model.ts';
import { neededAliases } from '../../search/names.ts';
import { dutiesOf, ROLE_NAMES, ROLES } from '../../views/duties.ts';
import { counted } from '../../views/statuses.ts';
import { unitsByKind } from '../../views/units.ts';
import { type Html, html } from '../html.ts';
import { type Links, link, unitAnchor } from '../links.ts';
import { gradedIds } from './task-ids.ts';

/** What of a unit the notice says by name, and what open cells may add. */
function unitHtml(unit: UnitEntry, id: string, tasks: readonly Task[], authority: readonly UnitEntry[]): Html {
  const { leads, supports, open } = dutiesOf(unit, tasks, authority);
  const own = { lead: leads, support: supports };
  const aliases = neededAliases(unit.name, unit.aliases, unit.kind);
  const unnamed = leads.length + supports.length + open.length === 0;
  return html`<dt id="${id}">${unit.name}</dt>${aliases.length > 0 && html`<dd class="also">${aliases.join('、')}</dd>`}${ROLES.map(
    (role) =>
      own[role].length > 0 &&
      html`<dd>${ROLE_NAMES[role]} ${counted(
        own[role].map((task) => task[role]),
        '项',
      )}：${gradedIds(own[role].map((task) => ({ task, status: gradeOf(task[role]) })))}</dd>`,
  )}${
    open.length > 0 &&
    html`<dd>可能配合：${gradedIds(open.map(({ task }) => ({ task, status: 'open' as const })))}</dd>`
  }${unnamed && aliases.length === 0 && html`<dd>通知未点名</dd>`}`;
}

/** The collectives that may bring tasks to the units of a kind, said once for all of them. */
function collectivesOf(kind: UnitKind, authority: readonly UnitEntry[], links: Links): Html | false {
  const over = authority.filter(({ covers }) => covers?.kind === kind);
  const named = over.map(({ slug, name, covers }) => {
    const whom = covers?.suffix ? `名称以“${covers.suffix}”结尾的${kind}` : kind;
    return html`${link(links.unit(slug), name)}：${covers?.all ? `包括全部${whom}` : `指部分${whom}，原文未指明是哪些`}`;
  });
  return (
    named.length > 0 &&
    html`<p class="note">另有任务只经集合称谓分到，不与点名的任务合计。${named.map((each, at) => [at > 0 && '；', each])}。</p>`
  );
}

/** Every unit that is known, by kind, with the numbers of its tasks; what is not its own by name stands apart. */
export function unitsOf(tasks: readonly Task[], authority: readonly UnitEntry[], links: Links): Html {
  const positions = new Map(authority.map((unit, index) => [unit, unitAnchor(index)]));
  return html`<section class="units"><h2 id="units">单位</h2><p class="note">没有列出任务的，通知未点名其牵头或配合。</p>${unitsByKind(
    authority,
  ).map(
    ({ kind, units }) =>
      html`<h3>${kind}</h3>${collectivesOf(kind, authority, links)}<dl>${units.map((unit) =>
        unitHtml(unit, positions.get(unit) ?? '', tasks, authority),
      )}</dl>`,
  )}</section>`;
}
