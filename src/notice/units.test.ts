import { expect, test } from 'vitest';
import { unitWith } from './fixture.ts';
import { dutyCounts, fullNames, unitsByKind } from './units.ts';

test('sorts units by kind, then by pinyin, and leaves empty kinds out', () => {
  const education = unitWith({ slug: 'shi-jiao-wei', name: '市教委', kind: '市政府部门' });
  const affairs = unitWith({ slug: 'shi-min-zheng-ju', name: '市民政局', kind: '市政府部门' });
  const district = unitWith({ slug: 'fu-ling-qu-zheng-fu', name: '涪陵区政府', kind: '区县政府' });
  expect(unitsByKind([affairs, district, education])).toEqual([
    { kind: '市政府部门', units: [education, affairs] },
    { kind: '区县政府', units: [district] },
  ]);
});

test('names the two roles apart, and what may be missing apart from both', () => {
  expect([
    dutyCounts({ leads: ['1-1'], supports: [] }),
    dutyCounts({ leads: ['1-1'], supports: ['1-2', '1-3'] }),
    dutyCounts({ leads: ['1-1'], supports: ['1-2', '1-3'], unsure: { leads: [], supports: ['1-3'] } }),
    dutyCounts({ leads: [], supports: ['1-3'], unsure: { leads: [], supports: ['1-3'] } }),
  ]).toEqual([
    '牵头 1 项',
    '牵头 1 项，配合 2 项',
    '牵头 1 项，配合 1 项，另有推定·可能漏录 1 项',
    '推定·可能漏录 1 项',
  ]);
});

test('full names are not the ends of others', () => {
  const official = ['重庆市民政局', '民政局', '市民政局', '重庆市老龄办'];
  expect(fullNames({ name: '市民政局', official })).toEqual(['重庆市民政局', '重庆市老龄办']);
});
