import type { DutyReader, DutyWords } from './duty-reader.ts';
import { isPeriod } from './period-words.ts';
import type { Label, LabelKind } from './text/labels.ts';
import { numberOf } from './text/numbers.ts';
import { splitAt } from './text/sentences.ts';

/** Words that say who must do items by their numbers: 第1—2项由县教育局负责, 以上各项由县水利局牵头. */

const HAN = '[一二三四五六七八九十]{1,3}';
const NUMBER = `(?:[（(](?:${HAN}|\\d{1,2})[）)]|${HAN}|\\d{1,2})`;
const TO = '[—–－~～-]+|至|到';
const LIST = `第${NUMBER}项?(?:(?:[、和及与]|${TO}|(?=[（(第]))第?${NUMBER}项?)*(?<=项)`;
const ALL = `(?:以上|上述|前述)(?:各|所有|全部|${HAN}|\\d{1,2})?项`;
const ALL_UNDER = '(?:各|所有|全部)项';
/** 第二部分, （一）, 第（二）条, 三、: a heading whose items are meant. */
const STEP = `(?:第(?:${HAN}|\\d{1,2})(?:部分|章|节|条)|第?[（(](?:${HAN}|\\d{1,2})[）)](?:部分|条)?(?=[第（(中里下内的各所全])|${HAN}、(?=第?[（(]))`;
const UNDER = `(?:本(?:方案|计划|通知|意见))?(?:${STEP})+(?:之?中|里|下|内)?的?(?:重点|主要|具体)?(?:工作|任务|措施|事项|内容)?的?`;
const ITEMS = `(?:以上|上述|前述)?(?:${UNDER}(?:${LIST}|${ALL_UNDER})|${LIST})|${ALL}`;
const OF = '(?:重点|主要|具体)?(?:工作|任务|措施|事项|内容)?(?:均|都|分别|统一)?';
/** 第1—2项由甲负责, with who and how behind it. */
const FIRST = new RegExp(`^(${ITEMS})${OF}，?(?:由(?!于)|[:：])?(.+)$`, 'u');
/** 甲负责第1—2项. */
const LAST = new RegExp(`^(.{2,60}?)(负责|牵头|承担|配合)(?:落实|实施|完成|推进)?(${ITEMS})${OF}$`, 'u');

/** What a sentence of either form begins with. */
const MAY_BE = new RegExp(
  `^(?:${ITEMS})|^[^，；。]{2,60}(?:负责|牵头|承担)[^，；。]{0,4}(?:第${NUMBER}|${UNDER})[^，；。]*项`,
  'u',
);

/** A heading by its number, and the labels that the number may stand for. */
export interface Step {
  kinds: LabelKind[];
  value: number;
}

/** Which items some words speak of: all above, how many they say, or those of some numbers; `under` a heading that they name. */
export type Items = (
  | { all: true; count: number | undefined }
  | { all: false; kinds: LabelKind[]; numbers: number[] }
) & {
  under?: Step[];
};

export interface ItemDuty {
  items: Items;
  words: DutyWords;
}

/** 上述（一）中第1项由…, 第（二）条第3项由…: items of another heading. */
const PARTLY = new RegExp(
  `^[^。；]{0,12}(?:中|里|下|条|部分)的?(?:第${NUMBER}|各|所有)[^，；。]{0,8}项[^，；。]{0,6}由.+(?:负责|牵头|落实|承担)`,
  'u',
);

/** 以上任务均须于6月底前完成: by when all must be done that stands above. */
const DUE =
  /^(?:以上|上述|前述)(?:各|所有|全部)?(?:重点|主要)?(?:任务|工作|事项|项目|措施|内容)[均都必须应要需当请]*(?:于|在)?(?:\d|年底|年内|今年|本年)[^，。；]*前/u;

const DIGITS: LabelKind[] = ['digit', 'digitBracket', 'digitHalf', 'circle'];
/** The labels that a number may stand for as it is written. */
function kindsOf(number: string): LabelKind[] {
  const isDigit = /\d/u.test(number);
  if (/[（(]/u.test(number)) return isDigit ? ['digitBracket'] : ['hanBracket'];
  return isDigit ? DIGITS : ['han', 'hanBracket'];
}

/** The headings that a reference names, the widest first. */
function stepsIn(text: string): Step[] {
  const kinds: Record<string, LabelKind[]> = { 部分: ['chapter', 'han'], 章: ['chapter'], 节: ['part'] };
  const form = new RegExp(`第?([（(]?(${HAN}|\\d{1,2})[）)]?)(部分|章|节|条)?`, 'gu');
  return [...text.matchAll(form)].map(([, number = '', value = '', of = '']) => ({
    kinds: /[（(]/u.test(number)
      ? kindsOf(number)
      : (kinds[of] ?? (of === '条' ? ['article', 'han', 'hanBracket'] : ['han'])),
    value: numberOf(value),
  }));
}

const BEHIND = new RegExp(`^(?:以上|上述|前述)?(${UNDER})(${LIST}|${ALL_UNDER})$`, 'u');

function itemsIn(text: string): Items | undefined {
  const [, under, own = ''] = BEHIND.exec(text) ?? [];
  if (under !== undefined) {
    const items: Items | undefined = new RegExp(`^${ALL_UNDER}$`, 'u').test(own)
      ? { all: true, count: undefined }
      : itemsIn(own);
    return items && { ...items, under: stepsIn(under) };
  }
  const [, count] = new RegExp(`^(?:以上|上述|前述)(?:各|所有|全部|(${HAN}|\\d{1,2}))?项$`, 'u').exec(text) ?? [];
  if (/^(?:以上|上述|前述)(?!第)/u.test(text))
    return { all: true, count: count === undefined ? undefined : numberOf(count) };
  const found = [...text.matchAll(new RegExp(`(${TO})?第?(${NUMBER})项?`, 'gu'))];
  const kinds = kindsOf(found[0]?.[2] ?? '');
  const numbers: number[] = [];
  for (const [, to, number = ''] of found) {
    if (kindsOf(number).join() !== kinds.join()) return undefined;
    const value = numberOf(number.replace(/[（()）]/gu, ''));
    for (let each = to === undefined ? value : (numbers.at(-1) ?? value) + 1; each <= value; each++) numbers.push(each);
  }
  return { all: false, kinds, numbers };
}

/**
 * Reads a sentence that gives items by their numbers to units.
 * @returns `undefined` for another sentence, `null` for one that may be of this form and cannot be read
 */
export function itemDuties(sentence: string, duties: DutyReader): ItemDuty[] | null | undefined {
  const text = sentence.replace(/^[（(](.+)[）)]。?$/u, '$1').replace(/^其中[，,]?/u, '');
  if (!MAY_BE.test(text)) return PARTLY.test(text) || DUE.test(text) ? null : undefined;
  const found: { items: Items; told: string }[] = [];
  for (const piece of splitAt(text, '，,；;。')) {
    const [, of, behind = ''] = FIRST.exec(piece) ?? [];
    const [, who = '', does = '', these] = of === undefined ? (LAST.exec(piece) ?? []) : [];
    const items = itemsIn(of ?? these ?? '');
    const last = found.at(-1);
    if (of !== undefined || these !== undefined) {
      if (!items || (!items.all && items.numbers.length === 0)) return null;
      // （一）中第1项由甲负责，第2项由乙负责: of the same heading.
      const under = items.under ?? (items.all ? undefined : last?.items.under);
      found.push({
        items: under ? { ...items, under } : items,
        told: of === undefined ? who + does.replace('承担', '负责') : behind,
      });
    } else if (last) last.told += `，${piece}`;
    else return null;
  }
  const isDue = found.some(({ told }) => isPeriod(told.replace(/^(?:均|必|须|应|要|需|当)+/u, '')));
  const isDuty = isDue || /负责|牵头|配合|落实|承担|调度|统筹|督促|指导|办理/u.test(text);
  const read = found.map(({ items, told }) => ({ items, words: duties.read(told, true) }));
  const isWhole = read.every(({ words }) => words !== undefined && words.remarks.length === 0);
  if (isWhole) return read as ItemDuty[];
  return isDuty ? null : undefined;
}

/** Whether some words speak of an item with this label. */
export const areOf = (items: Items, label: Label | null): boolean =>
  items.all || (label !== null && items.kinds.includes(label.kind) && items.numbers.includes(label.value));
