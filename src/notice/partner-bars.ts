import type { UnitEntry } from './model.ts';
import { certain, type Relation } from './relations.ts';

/** The three ways of working together, each with the shade of its bars. */
export const SIDES = [
  { side: 'together', label: '共同牵头', shade: 'solid' },
  { side: 'helped', label: '对方配合', shade: 'hatched' },
  { side: 'helps', label: '配合对方', shade: 'outlined' },
] as const;

type Side = (typeof SIDES)[number];

/** A piece of a partner's bar, in units of the picture. */
export interface BarPart extends Pick<Side, 'label' | 'shade'> {
  count: number;
  x: number;
  width: number;
  /** Of the count, which stands in the middle of the bar. */
  middle: number;
}

/** A partner's line of the picture: its name ends at `NAME_END`, its bar stands right of it. */
export interface PartnerBar {
  partner: Pick<UnitEntry, 'slug' | 'name'>;
  /** The line in words: 市公安局：共同牵头 2 项. */
  title: string;
  /** Base line of the name, and top of the bar. */
  baseline: number;
  top: number;
  parts: BarPart[];
}

export interface PartnerBars {
  width: number;
  height: number;
  rows: PartnerBar[];
}

export const NAME_END = 156;
export const BAR_HEIGHT = 20;

const [ROW, LEFT, WIDTH, WIDEST, MOST] = [44, 164, 400, 44, 6];

const round = (value: number) => Math.round(value * 10) / 10;
const sum = (parts: readonly { count: number }[]) => parts.reduce((total, { count }) => total + count, 0);

/** Lays out the partners with whom a unit shares most tasks for certain, as bars; what may be missing and open cells are left out. */
export function partnerBars(relations: readonly Relation<unknown>[]): PartnerBars {
  const partners = relations
    .map((relation) => ({
      partner: relation.partner,
      parts: SIDES.map(({ side, ...look }) => ({ ...look, count: certain(relation[side]).length })).filter(
        ({ count }) => count > 0,
      ),
    }))
    .filter(({ parts }) => parts.length > 0)
    .slice(0, MOST);
  const step = Math.min(WIDEST, (WIDTH - LEFT) / Math.max(1, ...partners.map(({ parts }) => sum(parts))));
  const rows = partners.map(({ partner, parts }, index) => ({
    partner,
    title: `${partner.name}：${parts.map(({ label, count }) => `${label} ${count} 项`).join('，')}`,
    baseline: index * ROW + 27,
    top: index * ROW + 12,
    parts: parts.map((part, at) => {
      const x = LEFT + sum(parts.slice(0, at)) * step;
      return { ...part, x: round(x), width: round(part.count * step), middle: round(x + (part.count * step) / 2) };
    }),
  }));
  return { width: WIDTH, height: rows.length * ROW, rows };
}
