import { type PartnerBar, partnerBars } from '../../notice/partner-bars.ts';
import { relationsOf } from '../../notice/relations.ts';
import { element } from '../../search/client/dom.ts';
import type { Searchable } from '../../search/model.ts';

interface Unit {
  slug: string;
  name: string;
}

const placeOf = (slug: string) => document.querySelector<HTMLElement>(`[data-unit="${slug}"]`);

const set = (node: Element, values: Record<string, string | number>) => {
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, String(value));
};

const copyOf = (node: Element, values: Record<string, string | number>, text?: string) => {
  const copy = node.cloneNode(true) as Element;
  set(copy, values);
  if (text !== undefined) copy.textContent = text;
  return copy;
};

/** A partner's line after the line of the template, which has a bar of each shade. */
function lineOf(line: Element, { partner, title, baseline, top, parts }: PartnerBar): Element {
  const find = (selector: string) => {
    const found = line.querySelector(selector);
    if (!found) throw new Error(`the picture of partners has no ${selector}`);
    return found;
  };
  const made = line.cloneNode(false) as Element;
  set(made, { href: `#${placeOf(partner.slug)?.id}` });
  made.append(
    copyOf(find('title'), {}, title),
    copyOf(find('text'), { y: baseline }, partner.name),
    ...parts.flatMap(({ shade, count, x, width, middle }) => [
      copyOf(find(`rect.${shade}`), { x, y: top, width }),
      copyOf(find('.number'), { x: middle, y: baseline }, String(count)),
    ]),
  );
  return made;
}

/** With whom a unit works, as the site draws it; in words where there is nothing to draw. */
function pictureOf(
  template: HTMLTemplateElement,
  unit: Unit,
  units: readonly Unit[],
  tasks: Searchable['tasks'],
): Node {
  const partners = new Map(units.map(({ slug, name }) => [slug, { slug, name, pinyin: slug }]));
  const { width, height, rows } = partnerBars(relationsOf(unit, tasks, partners));
  const figure = template.content.cloneNode(true) as DocumentFragment;
  const picture = figure.querySelector('svg');
  const line = picture?.querySelector('a');
  if (rows.length === 0 || !picture || !line) return document.createTextNode('没有能确定的协作单位。');
  set(picture, { viewBox: `0 0 ${width} ${height}` });
  for (const named of figure.querySelectorAll('[aria-label]')) {
    set(named, { 'aria-label': unit.name + named.getAttribute('aria-label') });
  }
  // The calendar strip has the pattern for the whole file.
  picture.querySelector('defs')?.remove();
  line.replaceWith(...rows.map((row) => lineOf(line, row)));
  for (const key of figure.querySelectorAll('.key')) {
    if (!picture.querySelector(`.${key.querySelector('rect')?.classList}`)) key.remove();
  }
  return figure;
}

/** Offers each unit that the notice names its picture, which is drawn when it is asked for. */
export function offerPartners(units: readonly (Unit & { named: boolean })[], tasks: Searchable['tasks']): void {
  const template = document.querySelector<HTMLTemplateElement>('template#partners');
  if (!template) return;
  for (const unit of units) {
    let last = placeOf(unit.slug);
    if (!unit.named || !last) continue;
    while (last.nextElementSibling?.localName === 'dd') last = last.nextElementSibling as HTMLElement;
    const box = element('details', {}, element('summary', {}, '协作单位'));
    box.addEventListener('toggle', () => box.append(pictureOf(template, unit, units, tasks)), { once: true });
    last.after(element('dd', {}, box));
  }
}
