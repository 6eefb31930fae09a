import { expect, test } from 'vitest';
import { unitWith } from '../../notice/fixture.ts';
import { findWords } from './find-words.ts';

test('spells short names too, and leaves out what the whole name holds', () => {
  const health = unitWith({
    slug: 'shi-wei-sheng-jian-kang-wei',
    name: '市卫生健康委',
    kind: '市政府部门',
    aliases: ['重庆市卫生健康委员会', '卫健委', '卫生健康委'],
    initials: 'swsjkw',
  });
  expect(findWords(health)).toEqual([
    '重庆市卫生健康委员会',
    '卫健委',
    'shiweishengjiankangwei',
    'swsjkw',
    'weijianwei',
    'wjw',
  ]);
});
