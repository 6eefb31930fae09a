import { expect, test } from 'vitest';
import { readingsOf, syllablesOfAlias } from './readings.ts';

const fengdu = { name: '丰都县政府', pinyin: 'fengduxianzhengfu' };

test('a unit is read as the authority file says, and only what a dictionary has otherwise is told', () => {
  expect(readingsOf([fengdu, { name: '市民政局', pinyin: 'shiminzhengju' }])).toEqual({ 丰都: 'feng du' });
});

test('its other names are read alike', () => {
  expect(syllablesOfAlias(fengdu, '丰都县').join(' ')).toBe('feng du xian');
  expect(syllablesOfAlias({ name: '人行重庆营管部', pinyin: 'renhangchongqingyingguanbu' }, '人行').join(' ')).toBe(
    'ren hang',
  );
});
