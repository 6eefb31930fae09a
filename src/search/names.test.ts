import { describe, expect, test } from 'vitest';
import { createFold } from './fold.ts';
import { simplifiedPairs } from './index/simplified.ts';
import { soundsOf } from './index/sounds.ts';
import { bareForms, neededAliases } from './names.ts';
import { isFileNumber, readMonth, readSectionNumber, readTaskNumber } from './numbers.ts';
import { createSpell } from './spelling.ts';

describe('names', () => {
  test('a full name leads back to the short one', () => {
    expect(bareForms('重庆市涪陵区人民政府', '区县政府')).toContain('涪陵区');
    expect(bareForms('涪陵区管委会', '区县政府')).toEqual(['涪陵区管委会']);
  });

  test('aliases that lead back to another are left out, the others kept', () => {
    expect(neededAliases('市民政局', ['重庆市民政局', '民政局', '民政', '婚姻登记处'], '市政府部门')).toEqual([
      '民政',
      '民政局',
      '婚姻登记处',
    ]);
  });

  test('a character with two readings is spelled in both', () => {
    const spell = createSpell(soundsOf(['人行重庆营管部', '行政局']));
    expect(spell('行政局').map(({ whole }) => whole)).toContain('xingzhengju');
    expect(spell('人行').map(({ initials }) => initials)).toContain('rx');
  });

  test('traditional characters fold to the printed ones, printed ones to themselves', () => {
    const fold = createFold(simplifiedPairs('办后著'));
    expect(fold('辦後著').text).toBe('办后著');
  });
});

describe('numbers', () => {
  test.each(['13-8', '13–8', '任务13-8', '第十三部分第8行', '第13部分第八项'])('%s is a task', (text) => {
    expect(readTaskNumber(text)).toEqual({ section: 13, row: 8 });
  });

  test.each([
    ['第十三部分', false],
    ['13', true],
    ['十三', true],
  ])('%s is a section', (text, bare) => {
    expect(readSectionNumber(text)).toEqual({ section: 13, bare });
  });

  test.each(['10月', '十月', '10月份', '10月底前', '10月前完成'])('%s is October of any year', (text) => {
    expect(readMonth(text)).toEqual({ year: '', month: '10' });
  });

  test.each(['2022年10月前', '2022-10'])('%s is October 2022', (text) => {
    expect(readMonth(text)).toEqual({ year: '2022', month: '10' });
  });

  test.each(['办不成事', '2022', '三个', '13-'])('%s is no number of anything', (text) => {
    expect([readTaskNumber(text), readSectionNumber(text), readMonth(text)]).toEqual([undefined, undefined, undefined]);
  });

  test('a file number is known without its brackets, and by its end; not by a part of its digits', () => {
    const number = '渝府办发〔2022〕34号';
    for (const text of [number, '渝府办发202234号', '渝府办发[2022]34号', '34号', '202234号']) {
      expect(isFileNumber(text, number)).toBe(true);
    }
    for (const text of ['4号', '2022', '34']) expect(isFileNumber(text, number)).toBe(false);
  });
});
