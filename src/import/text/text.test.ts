import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate } from './dates.ts';
import { labelOf } from './labels.ts';
import { isAddressees, isDisclosure, isNavigation, isNumber, isTitle } from './line-kinds.ts';
import { numberOf } from './numbers.ts';
import { sentencesOf } from './sentences.ts';

const texts = fc.string({ unit: fc.constantFrom(...'市局。；，、（）〔〕“”()一1'), maxLength: 60 });

describe('sentences', () => {
  test('lose and double no character, whatever the signs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(
          sentencesOf(text)
            .map(([from, to]) => text.slice(from, to))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test.each([
    ['做好甲。（市甲局牵头）再做乙。', ['做好甲。（市甲局牵头）', '再做乙。']],
    ['做好甲〔市甲局牵头〕。再做乙。', ['做好甲〔市甲局牵头〕。', '再做乙。']],
    ['问“谁负责。”答乙。', ['问“谁负责。”答乙。']],
    ['缺一半“引号。再做乙。', ['缺一半“引号。', '再做乙。']],
    ['做好甲。（一）再做乙。', ['做好甲。', '（一）再做乙。']],
  ])('of %s', (text, sentences) => {
    expect(sentencesOf(text).map(([from, to]) => text.slice(from, to))).toEqual(sentences);
  });
});

test.each([
  ['第十二条违反本办法', { kind: 'article', text: '第十二条', value: 12 }],
  ['第十二条第二款规定的', undefined],
  ['第三章供水', { kind: 'chapter', text: '第三章', value: 3 }],
  ['二十一、改善', { kind: 'han', text: '二十一、', value: 21 }],
  ['（十）其他', { kind: 'hanBracket', text: '（十）', value: 10 }],
  ['(三)其他', { kind: 'hanBracket', text: '(三)', value: 3 }],
  ['3.发展', { kind: 'digit', text: '3.', value: 3 }],
  ['3.5万元', undefined],
  ['2023年', undefined],
  ['①建', { kind: 'circle', text: '①', value: 1 }],
  ['一是抓', undefined],
])('the label of %s', (text, label) => {
  expect(labelOf(text)).toEqual(label);
});

test('numerals count up to 999', () => {
  expect(['十', '十九', '二十', '一百零三', '九百九十九', '〇'].map(numberOf)).toEqual([10, 19, 20, 103, 999, 0]);
});

test.each([
  ['2023年4月6日', '2023-04-06'],
  ['二〇二二年九月十三日', '2022-09-13'],
  ['发布时间：2023-04-11 09:42', '2023-04-11'],
  ['2022年13月45日', undefined],
  ['2023年2月29日', undefined],
  ['2023年4月', undefined],
  ['2023年二月十六日', '2023-02-16'],
  ['二0二三年2月6日', '2023-02-06'],
])('the date of %s', (text, iso) => {
  expect(findDate(text)?.iso).toBe(iso);
});

describe('a line', () => {
  test.each(['云政办发〔2023〕12号', '云政发[2023]9号', '澜政办函（2022）5号', '云水联发〔2023〕21号'])(
    '%s is a number',
    (text) => {
      expect(isNumber(text)).toBe(true);
    },
  );
  test.each(['（澜政〔2022〕61号）收悉。', '第58号令', '12号'])('%s is none', (text) => {
    expect(isNumber(text)).toBe(false);
  });
  test.each(['首页>政务公开', '扫一扫在手机打开当前页', '【关闭窗口】', '上一篇：关于做好今冬明春森林防火工作的通知'])(
    '%s is of the page',
    (text) => {
      expect(isNavigation(text)).toBe(true);
    },
  );
  test('that is a sentence, or numbered, is never of the page', () => {
    expect(isNavigation('依申请公开纠错率控制在百分之二以内。')).toBe(false);
    expect(isNavigation('（五）分享到基层')).toBe(false);
  });
  test('tells titles, addressees and 此件公开发布', () => {
    expect(isTitle('云江市人民政府办公室关于印发2023年工作要点的通知')).toBe(true);
    expect(isTitle('上一篇：关于做好森林防火工作的通知')).toBe(false);
    expect(isAddressees('各县（区）人民政府，市政府各部门：')).toBe(true);
    expect(isAddressees('就有关事项通知如下：')).toBe(false);
    expect(['（此件公开发布）', '（公开属性：主动公开）', '(此件有删减)'].every(isDisclosure)).toBe(true);
  });
});
