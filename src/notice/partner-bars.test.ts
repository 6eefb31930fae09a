import { expect, test } from 'vitest';
import { unitWith } from './fixture.ts';
import { partnerBars } from './partner-bars.ts';
import type { Relation } from './relations.ts';

const partner = (slug: string) => unitWith({ slug, name: slug, kind: '市政府部门' });
const shared = (count: number, status: 'printed' | 'open' = 'printed') =>
  Array.from({ length: count }, () => ({ task: null, status }));
const relation = (slug: string, together: number, helps: number): Relation<null> => ({
  partner: partner(slug),
  together: shared(together),
  helped: shared(2, 'open'),
  helps: shared(helps),
});

test('a line a partner, a bar each way of working together, side by side, open cells left out', () => {
  const { rows } = partnerBars([relation('甲', 2, 1), relation('乙', 0, 0)]);
  expect(rows.map(({ title }) => title)).toEqual(['甲：共同牵头 2 项，配合对方 1 项']);
  const [first, second] = rows[0]?.parts ?? [];
  expect(second?.x).toBe((first?.x ?? 0) + (first?.width ?? 0));
  expect(first?.width).toBe(2 * (second?.width ?? 0));
});

test('the longest bar stays within the picture, and the picture is as high as its lines', () => {
  const { rows, width, height } = partnerBars(['甲', '乙', '丙'].map((slug, at) => relation(slug, 30 - at, 5)));
  const ends = rows.flatMap(({ parts }) => parts.map((part) => part.x + part.width));
  expect(Math.max(...ends)).toBeLessThanOrEqual(width);
  expect(height / rows.length).toBeGreaterThan(rows[0]?.top ?? 0);
});

test('there is nothing to draw where all is open', () => {
  expect(partnerBars([relation('甲', 0, 0)]).rows).toEqual([]);
});
