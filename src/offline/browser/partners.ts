import { element } from '../../search/client/dom.ts';
import type { Searchable } from '../../search/model.ts';
import { BAR_HEIGHT, NAME_END, partnerBars } from '../../views/partner-bars.ts';
import { relationsOf } from '../../views/relations.ts';
import { html } from '../html.ts';
import { unitAnchor } from '../links.ts';

interface Unit {
  slug: string;
  name: string;
}

/** With whom a unit works, as the site draws it; in words where there is nothing to draw. */
function pictureOf(unit: Unit, units: readonly Unit[], tasks: Searchable['tasks']): string {
  const partners = new Map(units.map(({ slug, name }) => [slug, { slug, name, pinyin: slug }]));
  const anchors = new Map(units.map(({ slug }, position) => [slug, unitAnchor(position)]));
  const { width, height, rows } = partnerBars(relationsOf(unit, tasks, partners));
  if (rows.length === 0) return '没有能确定的协作单位。';
  return html`<svg class="strip partners" viewBox="0 0 ${width} ${height}" role="group" aria-label="${unit.name}的协作单位">${rows.map(
    ({ partner, title, baseline, top, parts }) =>
      html`<a href="#${anchors.get(partner.slug)}"><title>${title}</title><text class="name" x="${NAME_END}" y="${baseline}">${partner.name}</text>${parts.map(
        ({ shade, count, x, width, middle }) =>
          html`<rect class="${shade}"${shade === 'hatched' && html` fill="url(#hatch)"`} x="${x}" y="${top}" width="${width}" height="${BAR_HEIGHT}"/><text x="${middle}" y="${baseline}">${count}</text>`,
      )}</a>`,
  )}</svg><p class="note">共同任务最多的单位：实心为共同牵头，斜纹为对方配合，空心为配合对方，推定·可能漏录和待核的不计。</p>`
    .html;
}

/** Offers each unit that the notice names its picture, which is drawn when it is asked for. */
export function offerPartners(units: readonly (Unit & { named: boolean })[], tasks: Searchable['tasks']): void {
  units.forEach((unit, position) => {
    let last = document.getElementById(unitAnchor(position));
    if (!unit.named || !last) return;
    while (last.nextElementSibling?.localName === 'dd') last = last.nextElementSibling as HTMLElement;
    const box = element('details', {}, element('summary', {}, '协作单位'));
    box.addEventListener('toggle', () => box.insertAdjacentHTML('beforeend', pictureOf(unit, units, tasks)), {
      once: true,
    });
    last.after(element('dd', {}, box));
  });
}
