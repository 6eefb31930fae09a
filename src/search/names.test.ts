import { describe, expect, test, vi } from 'vitest';
import { bareForms, neededAliases } from './bare-names.ts';
import { createFold } from './fold.ts';
import { simplifiedPairs } from './index/simplified.ts';
import { soundsOf } from './index/sounds.ts';
import { bareSection, dayAt, isFileNumber, numbersAt } from './numbers.ts';
import { createSpell, plainPinyin } from './spelling.ts';

describe('names', () => {
  test('a full name leads back to the short one', () => {
    expect(bareForms('重庆市涪陵区人民政府', '区县政府')).toContain('涪陵区');
    expect(bareForms('涪陵区管委会', '区县政府')).toEqual(['涪陵区管委会']);
  });

  test('aliases that lead back to another are left out, the others kept', () => {
    expect(neededAliases('市民政局', ['重庆市民政局', '民政局', '民政', '婚姻登记处'], '市政府部门', true)).toEqual([
      '民政',
      '婚姻登记处',
    ]);
    expect(neededAliases('市教委', ['教育委', '教育委员会', '教委'], '市政府部门', true)).toEqual(['教育委']);
    expect(neededAliases('市档案局', ['档案处', '档案管理处'], '市政府部门', false)).toEqual(['档案处']);
  });

  test('a letter with two readings is spelled by its place', () => {
    const spell = createSpell(soundsOf(['人行重庆营管部', '行政局', '重点', '行政局'], { 人行: 'rén háng' }));
    expect(spell('行政局').join('')).toBe('xingzhengju');
    expect(spell('人行').join('')).toBe('renhang');
    expect(spell('重庆').join('')).toBe('chongqing');
    expect(spell('重点').join('')).toBe('zhongdian');
  });

  test.each([
    ['yíng yè', 'yingye'],
    ['nǚ', 'nv'],
    ['lü4 you2', 'lvyou'],
    ['YING-YE', 'yingye'],
  ])('%s is pinyin %s', (typed, letters) => {
    expect(plainPinyin(typed)?.letters).toBe(letters);
  });

  test('traditional characters fold to the printed ones, printed ones to themselves', () => {
    const fold = createFold(simplifiedPairs('办后著'));
    expect(fold('辦後著').text).toBe('办后著');
  });
});

describe('variant forms', () => {
  test('what looks like a printed letter is that letter, unless it is another that everybody writes', () => {
    const fold = createFold(simplifiedPairs('窗口绝土'));
    expect(fold('窗囗').text).toBe('窗口');
    expect(fold('窗ロ').text).toBe('窗口');
    expect(fold('絶').text).toBe('绝');
    expect(fold('士').text).toBe('士');
  });

  test('every form that OpenCC knows of a printed letter is that letter', () => {
    const fold = createFold(simplifiedPairs('反馈卫说线户为'));
    for (const [form, plain] of [
      ['反饋', '反馈'],
      ['衞', '卫'],
      ['衛', '卫'],
      ['説', '说'],
      ['說', '说'],
      ['綫', '线'],
      ['線', '线'],
      ['戶', '户'],
      ['爲', '为'],
    ] as const) {
      expect(fold(form).text).toBe(plain);
    }
  });
});

describe('numbers', () => {
  const read = (text: string) => {
    const { end: _end, ...named } = numbersAt(text, 0).find((each) => each.end === text.length) ?? {
      end: 0,
      kind: 'none',
    };
    return named;
  };

  test.each([
    '13-8',
    '13–8',
    '13—8',
    '13−8',
    '13~8',
    '13.8',
    '13杠8',
    '13之8',
    '任务13-8',
    '13-8任务',
    '(13-8)',
    '【13-8】',
    '13-8.',
    '13-8。',
    '附件13-8',
    '第13-8行',
    '第十三部分第8行',
    '第13部分第八项',
  ])('%s is a row of its section', (text) => {
    expect(read(text)).toEqual({ kind: 'task', section: 13, row: 8 });
  });

  test.each(['附件第82行', '附件全表第82行', '第82行', '附件第八十二行'])('%s is a row of the annex', (text) => {
    expect(read(text)).toEqual({ kind: 'row', row: 82 });
  });

  test.each(['第十三部分', '第13部分', '十三部分', '第13章'])('%s is a section', (text) => {
    expect(read(text)).toEqual({ kind: 'section', section: 13 });
  });

  test.each(['条文13-3', '第十三部分第3句', '第13部分第三句', '十三部分第3句话'])('%s is a sentence', (text) => {
    expect(read(text)).toEqual({ kind: 'clause', section: 13, sentence: 3 });
  });

  test.each(['13', '十三', '十三、', '第十三', '第13'])('%s may be a section, by nothing but its number', (text) => {
    expect(bareSection(text)).toBe(13);
  });

  test.each(['10月', '十月', '10月份', '10月底前', '10月前完成', '今年10月'])('%s is October of any year', (text) => {
    expect(read(text)).toEqual({ kind: 'month', year: '', month: '10' });
  });

  test.each(['2022年10月前', '2022-10', '2022年10月30日前'])('%s is October 2022', (text) => {
    expect(read(text)).toEqual({ kind: 'month', year: '2022', month: '10' });
  });

  test.each(['7月至9月', '7-9月', '七月到九月前完成', '三季度'])('%s are July to September', (text) => {
    expect(read(text)).toEqual({ kind: 'month', year: '', month: '07', until: '09' });
  });

  test.each(['7、8月', '七八月', '七、八月份'])('%s are July and August', (text) => {
    expect(read(text)).toEqual({ kind: 'month', year: '', month: '07', until: '08' });
  });

  test.each(['年底', '年底前', '今年底', '年内完成'])('%s is December of any year', (text) => {
    expect(read(text)).toEqual({ kind: 'month', year: '', month: '12' });
  });

  test.each([
    ['本月', '2022', '12'],
    ['这个月要完成的', '2022', '12'],
    ['下个月', '2023', '01'],
    ['上月底', '2022', '11'],
  ])('%s is told by today', (text, year, month) => {
    vi.useFakeTimers({ now: new Date(2022, 11, 31) });
    expect(read(text)).toEqual({ kind: 'month', year, month });
    vi.useRealTimers();
  });

  test.each([
    ['2022年3月2日', ['2022年3月2日', '2022-03-02']],
    ['3月2日', ['3月2日', '-03-02']],
  ])('%s is a day, however a notice prints it', (text, printed) => {
    expect(dayAt(text, 0)).toEqual({ end: text.length, printed });
  });

  test('a day that something is due before is no day to look for', () => {
    expect(dayAt('10月30日前', 0)).toBeUndefined();
  });

  test.each([
    '办不成事',
    '2022',
    '13月',
    '七九月',
    '9月至7月',
    '0-99月',
    '三个',
    '13-',
    '第三批',
    '100%',
    '2022年3月12日',
  ])('%s is no number of anything', (text) => {
    expect([read(text), bareSection(text)]).toEqual([{ kind: 'none' }, undefined]);
  });

  test('a file number is known without its brackets, and by its end; not by a part of its digits', () => {
    const number = '渝府办发〔2022〕34号';
    for (const text of [number, '渝府办发202234号', '渝府办发[2022]34号', '34号', '202234号']) {
      expect(isFileNumber(text, number)).toBe(true);
    }
    for (const text of ['4号', '2022', '34']) expect(isFileNumber(text, number)).toBe(false);
  });
});
